"""A matter of somebody's contact that a supervisor is asked about: no safe window in time, nobody answers, a concern was raised."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.errors import Outdated, Unreadable
from domain.undoing import WITHIN_WORDS, is_past_undoing

LONGEST_WORDS = 1_000
DECIDED = "This was decided already, and nothing was changed. Open it to see how it stands."
WHY = "Say why: the reason is kept with the decision."
HOW = "Say by which safe way the person is to be contacted."
WHAT_CAME = "Say what came of it."
NOT_ONE = "That cannot be decided here. Press one of the buttons of the card."
UNDONE = "What brought this up was recorded by mistake and is undone."
TOO_LATE = f"More than {WITHIN_WORDS} have passed, so the decision stays. Tell the owner of the contact what is to be done instead."


class Matter(StrEnum):
    NO_WINDOW = "no_window"
    WELFARE_CHECK = "welfare_check"
    CONCERN = "concern"


class Ruling(StrEnum):
    ANYWAY = "anyway"
    VISIT = "visit"
    EXTEND = "extend"
    ARRANGED = "arranged"
    NOT_NEEDED = "not_needed"
    SEEN_TO = "seen_to"


class MatterState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    CLOSED = "closed"


RULINGS: dict[Matter, tuple[Ruling, ...]] = {
    Matter.NO_WINDOW: (Ruling.ANYWAY, Ruling.VISIT, Ruling.EXTEND),
    Matter.WELFARE_CHECK: (Ruling.ARRANGED, Ruling.NOT_NEEDED),
    Matter.CONCERN: (Ruling.SEEN_TO,),
}
# A check that is arranged is not over: somebody must hear what came of it.
GOES_ON = (Ruling.ARRANGED,)
# Within what time a supervisor decides, before another is told; and within what time the outcome of what was arranged is asked for.
DECIDE_WITHIN: dict[Matter, timedelta] = {
    Matter.NO_WINDOW: timedelta(minutes=30),
    Matter.WELFARE_CHECK: timedelta(hours=1),
    Matter.CONCERN: timedelta(minutes=30),
}
OUTCOME_WITHIN = timedelta(hours=24)
MATTER_WORDS: dict[Matter, str] = {
    Matter.NO_WINDOW: "No safe window opens before a contact must be made",
    Matter.WELFARE_CHECK: "Nobody has answered three times or more: a welfare check is proposed",
    Matter.CONCERN: "A concern was raised at a contact",
}
RULING_WORDS: dict[Ruling, str] = {
    Ruling.ANYWAY: "contact outside the safe times, by the safe way that is stated",
    Ruling.VISIT: "have a visit considered",
    Ruling.EXTEND: "more time, to the next safe window",
    Ruling.ARRANGED: "welfare check arranged",
    Ruling.NOT_NEEDED: "no welfare check needed",
    Ruling.SEEN_TO: "the supervisor has it",
}


@dataclass(frozen=True)
class ContactMatter:
    """`round` is that of the plan when it was raised; `version` counts every change. `way`, `reason` and `came_of_it` are sealed where it is kept."""

    id: UUID
    force: str
    plan: UUID
    order_id: UUID
    matter: Matter
    round: int
    raised_at: datetime
    state: MatterState = MatterState.OPEN
    ruling: Ruling | None = None
    way: str = ""
    reason: str = ""
    decided_by: UUID | None = None
    decided_at: datetime | None = None
    came_of_it: str = ""
    closed_by: UUID | None = None
    closed_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state is MatterState.OPEN


def decided(matter: ContactMatter, ruling: Ruling, by: UUID, now: datetime, reason: str = "", way: str = "") -> ContactMatter:
    """Once, and with its reason. Raises Outdated and Unreadable, with words to show."""
    if not matter.is_open:
        raise Outdated(DECIDED)
    if ruling not in RULINGS[matter.matter]:
        raise Unreadable(NOT_ONE)
    if ruling is Ruling.ANYWAY and not way.strip():
        raise Unreadable(HOW)
    if ruling not in (Ruling.SEEN_TO, Ruling.ARRANGED) and not reason.strip():
        raise Unreadable(WHY)
    over = ruling not in GOES_ON
    return replace(
        matter,
        state=MatterState.CLOSED if over else MatterState.DECIDED,
        ruling=ruling,
        way=way.strip()[:LONGEST_WORDS],
        reason=reason.strip()[:LONGEST_WORDS],
        decided_by=by,
        decided_at=now,
        closed_by=by if over else None,
        closed_at=now if over else None,
        version=matter.version + 1,
    )


def closed(matter: ContactMatter, came_of_it: str, by: UUID, now: datetime) -> ContactMatter:
    """What was arranged has come to something, and that is kept. Raises Outdated and Unreadable."""
    if matter.state is not MatterState.DECIDED:
        raise Outdated(DECIDED)
    if not came_of_it.strip():
        raise Unreadable(WHAT_CAME)
    return replace(
        matter,
        state=MatterState.CLOSED,
        came_of_it=came_of_it.strip()[:LONGEST_WORDS],
        closed_by=by,
        closed_at=now,
        version=matter.version + 1,
    )


def withdrawn(matter: ContactMatter, by: UUID, now: datetime) -> ContactMatter:
    """What brought it up was recorded by mistake and is undone."""
    return replace(matter, state=MatterState.CLOSED, came_of_it=UNDONE, closed_by=by, closed_at=now, version=matter.version + 1)


def reopened(matter: ContactMatter, by: UUID, now: datetime) -> ContactMatter:
    """A decision by a slip of the finger is taken back, by whoever made it, for some minutes. Raises Outdated."""
    if matter.is_open or matter.decided_by != by or matter.came_of_it:
        raise Outdated(DECIDED)
    if matter.decided_at is None or is_past_undoing(matter.decided_at, now):
        raise Outdated(TOO_LATE)
    return replace(
        matter,
        state=MatterState.OPEN,
        ruling=None,
        way="",
        reason="",
        decided_by=None,
        decided_at=None,
        closed_by=None,
        closed_at=None,
        version=matter.version + 1,
    )
