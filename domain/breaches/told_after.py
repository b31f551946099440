"""Who is told once a record is sent, by role: whoever is reminded of the contact, and who is to sign it off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.breaches.drafts import Breach
from domain.breaches.signing import NOTHING_SINCE, told_of
from domain.contacts import ContactPlan
from domain.officers import ROLE_NAMES, Officer, Role
from domain.outbox import NOBODY, Rota

TASK_MADE = "Next step: the protected person's contact task has been made"
NOBODY_REMINDED = f"{TASK_MADE}, but nobody is known here to be reminded of it: tell your sergeant."
NOBODY_SIGNS_OFF = "Nobody is known here to sign this off: tell your sergeant."


@dataclass(frozen=True)
class ToldAfter:
    """`contact` is the role of whoever is reminded, `signing` how many supervisors are told, `own` that it is the recorder's own."""

    contact: Role | None = None
    signing: int = 0
    own: bool = False


def told_after(record: Breach, plans: Sequence[ContactPlan], people: Sequence[Officer]) -> ToldAfter:
    told = told_of(record, NOTHING_SINCE, people)
    recorder = next((one for one in people if one.id == record.recorded_by), None)
    own = recorder is not None and recorder.supervisor is not None and told == [recorder.supervisor]
    return ToldAfter(_reminded(plans, people), len(told), own)


def told_after_words(told: ToldAfter) -> Iterator[str]:
    yield f"{TASK_MADE} and the {ROLE_NAMES[told.contact]} is reminded." if told.contact else NOBODY_REMINDED
    if told.own:
        yield "Your supervisor is told that this record awaits a sign-off."
    elif told.signing:
        who = "A supervisor is" if told.signing == 1 else f"{told.signing} supervisors are"
        yield f"{who} told that this record awaits a sign-off."
    else:
        yield NOBODY_SIGNS_OFF


def _reminded(plans: Sequence[ContactPlan], people: Sequence[Officer]) -> Role | None:
    """The role in which the first plan's reminder reaches somebody: that of the plan, else a supervisor's."""
    if not plans:
        return None
    plan, by_id = plans[0], {one.id: one for one in people}
    recipient: UUID = Rota(people).owner(plan)
    if recipient == NOBODY or recipient not in by_id:
        return None
    return plan.role if plan.role in by_id[recipient].roles else Role.SUPERVISOR
