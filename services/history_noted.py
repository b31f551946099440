"""What a timeline shows of a case beside its order: the contact plan, safe contact, safeguarding, matters, visits and data quality, each as far as a role goes."""

from domain.contact_matters import MATTER_WORDS, RULING_WORDS, ContactMatter
from domain.contact_records import Changed, PlanChange
from domain.contact_words import EVENT_WORDS, RISK_WORDS
from domain.contacts import Event, Risk
from domain.history_kept import Noted
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.quality import FLAW_WORDS
from domain.visits import visit_id
from storage.work import UnitOfWork

MOST = 200
_CHANGES = {
    Changed.FREQUENCY: "how often was agreed",
    Changed.PAUSE: "paused as the protected person asked",
    Changed.RESUMED: "resumed",
    Changed.DECLINE: "the protected person wanted no contact",
    Changed.WANTED: "the protected person wants contact again",
    Changed.HEARING: "a hearing was noted",
}
_MOVES = {
    "taken": "taken over",
    "assigned": "assigned",
    "returned": "given back",
    "taken_over": "taken on by a supervisor",
    "left": "handed on",
}


async def noted_beside(uow: UnitOfWork, officer: Officer, order: Order) -> list[Noted]:
    """None of the words that officers wrote, and nothing of where anybody is."""
    officer.must(Permission.LOOK_UP_ORDER)
    found = [Noted(at, by, f'Data quality, "{FLAW_WORDS[flaw]}": looked at') for flaw, by, at in await uow.timelines.looks(order.id)]
    plan = await uow.visits.get(visit_id(order.id))
    if plan is not None:
        found.append(Noted(plan.made_at, plan.made_by, "A compliance visit to the respondent was planned"))
    for id in (await uow.contacts.of_orders([order.id])).values():
        if officer.may(Permission.PLAN_CONTACT):
            found += [Noted(one.at, one.officer, _change_words(one)) for one in await uow.contact_records.changes(id, MOST)]
            found += [
                Noted(one.at, one.officer, f"Safeguarding plan, version {one.version}")
                for one in await uow.contact_records.versions(id, MOST)
            ]
            found += [Noted(at, by, f"Contact plan: {_MOVES.get(how, how)}") for at, by, how in await uow.timelines.owners(id)]
        if officer.may(Permission.SEE_SAFE_CONTACT):
            ways = await uow.safe_contacts.versions(id, MOST)
            found += [Noted(one.at, one.by, f"How to reach the protected person safely, version {one.version}") for one in ways if one.at]
        if officer.may(Permission.DECIDE_CONTACT):
            found += [part for one in await uow.contact_matters.of_plan(id) for part in _matter(one)]
    return found


def _change_words(one: PlanChange) -> str:
    if one.what is Changed.RISK:
        return f"Contact plan: risk assessed as {RISK_WORDS[Risk(one.value)]}"
    if one.what is Changed.EVENT:
        return f"Contact plan: {EVENT_WORDS[Event(one.value)].lower()}"
    return f"Contact plan: {_CHANGES[one.what]}"


def _matter(one: ContactMatter) -> list[Noted]:
    raised = [Noted(one.raised_at, None, MATTER_WORDS[one.matter])]
    if one.decided_at is not None and one.ruling is not None:
        raised.append(Noted(one.decided_at, one.decided_by, f"{MATTER_WORDS[one.matter]}: decided, {RULING_WORDS[one.ruling]}"))
    return raised
