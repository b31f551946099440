"""The made-up register that the lines are said to: people of every role, orders with all that hangs on them, and another force beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from uuid import uuid4

from benchmarks.mutating import shown
from benchmarks.mutating.lines import Known
from domain.access import SEARCHED
from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import Breach
from domain.breaches.signing import Decision, Verdict
from domain.clock import Clock
from domain.contacts import Outcome, plan_for
from domain.feed import SECOND_ORDER
from domain.guidance_questions import Question, QuestionState, Why
from domain.officers import Role
from domain.orders import Order, PartyRole
from domain.policies import Policy
from domain.references import new_reference
from services import contacts, safe_contacts
from services.after_breaches import AfterBreaches
from services.breach_tasks import BreachTasks
from services.safeguarding import keep_safeguarding
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.breaches import ACCOUNT, SIMPLE, a_draft, filed
from tests.force_pages import ADDED, page_text_of
from tests.orders import a_party, an_order
from tests.people import ADMIN, AUDITOR, DESK, EVERYONE, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO, officer

SPEAKING = (RESPONSE, VLO, SUPERVISOR, NEIGHBOUR, DESK, AUDITOR, ADMIN)
FORCE, OTHER_FORCE = "demo", "elsewhere"
# Does nothing by itself: what it has begun, asked and typed is its own.
SILENT = officer("Dray Silent", Role.RESPONSE)
_RESPONDENTS = (
    *(("Corin", "Vaile"), ("Tobias", "Marrick"), ("John", "Smith"), ("Jon", "Smyth"), ("Ezra", "Holloway-Finch"), ("Kamil", "Wiśniewski")),
    *(
        ("Siobhán", "O'Brien"),
        ("Tariq", "Hussain"),
        ("Lena", "Okafor"),
        ("Gwil", "Prydderch"),
        ("Marek", "Dolan"),
        ("Priya", "Walker-Shah"),
    ),
)
# The second of these waits for somebody to say what it is to the first, which is of the same case.
_IN_REVIEW = (2, 3)
_CASE = 1_780_000_000_000_000


@dataclass(frozen=True)
class Scene:
    known: Known
    orders: tuple[Order, ...]


async def made(database: Database, other: Database, clock: Clock, random: Random) -> Scene:
    """Everything in place, written as services and repositories write it."""
    orders = tuple(_orders(random))
    async with database.work() as uow:
        await uow.officers.save((*EVERYONE, SILENT))
        await uow.orders.save_many(orders)
        await uow.search.add(orders)
        await contacts.open_plans(uow, clock, ADMIN, orders)
    await _withhold(database, clock, orders[-1])
    for order in orders[:-1]:
        await _in_contact(database, clock, order)
    records = [await _breach(database, clock, order, random) for order in orders[:4]]
    await _of_others(database, clock, orders)
    elsewhere = await _other_force(other)
    return Scene(_known(orders, records, elsewhere), orders)


def write_force_files(folder: Path) -> None:
    """A policy that asks for no reason, so that look-ups are reached by one line; and one page that waits for a second person."""
    (folder / f"{FORCE}.toml").write_text("version = 1\n[reason]\nask = false\n", encoding="utf-8")
    pages = folder / FORCE / "guidance"
    pages.mkdir(parents=True)
    (pages / f"{ADDED}.md").write_text(page_text_of(), encoding="utf-8")


def _orders(random: Random) -> Iterator[Order]:
    for at, (forenames, surname) in enumerate(_RESPONDENTS):
        respondent = a_party(
            forenames=forenames, surname=surname, dob=date(1970 + at, 1 + at, 10 + at), phone=f"07700 9000{at:02}", email=None
        )
        applicant = a_party(
            role=PartyRole.APPLICANT,
            forenames=("Ada", "Bea", "Cleo", "Dot")[at % 4],
            surname=(shown.REVIEWED_NAME if at in _IN_REVIEW else shown.PROTECTED_NAME).word.title(),
            address1=f"{at + 1} {shown.ADDRESS.word.title()} Nook",
            postcode="ZZ8 8QJ",
            phone="07700 900863" if at == 1 else "07700 900862",
            email=f"{shown.EMAIL.word}@mail.example",
            safe_time_raw=f"only after the {shown.SAFE_TIME.word} bell",
            confidential=frozenset({"phone"} if at == 1 else ()),
        )
        case_no, review = f"{_CASE + (_IN_REVIEW[0] if at in _IN_REVIEW else at)}", SECOND_ORDER if at == _IN_REVIEW[1] else None
        reference = new_reference("NMO", random)
        yield an_order(reference=reference, case_no=case_no, respondent=respondent, applicant=applicant, needs_review=review)


async def _withhold(database: Database, clock: Clock, order: Order) -> None:
    """The address was sent once, and is withheld since."""
    known = replace(order, applicant=replace(order.applicant, address1=f"8 {shown.WITHHELD.word.title()} Rise"))
    hidden = frozenset({"address", "phone", "email"})
    without = replace(
        order.applicant, address1=None, address2=None, postcode=None, phone=None, email=None, safe_time_raw=None, withheld=hidden
    )
    async with database.work() as uow:
        await uow.orders.update(known, clock())
        await uow.orders.update(replace(known, applicant=without, version=known.version + 1), clock())


async def _in_contact(database: Database, clock: Clock, order: Order) -> None:
    work, plan = database.work, plan_for(order, clock()).id
    ways = {"number": "07700 900862", "said": "every day 8am to 9pm", "who_may_answer": f"a friend at {shown.SAFE_CONTACT.word}"}
    kept = await safe_contacts.change(work, clock, VLO, plan, ways, 0)
    await safe_contacts.confirm_words(work, clock, VLO, plan, kept.ways.version if kept.ways else 0)
    await keep_safeguarding(work, clock, VLO, plan, {"other": f"a neighbour at {shown.SAFEGUARDING.word}"}, 0)
    await contacts.record_contact(work, clock, VLO, plan, Outcome.CONCERN, f"told of {shown.CONTACT_NOTE.word}")


async def _breach(database: Database, clock: Clock, order: Order, random: Random) -> Breach:
    """A record with all that follows it: tasks, clocks of what must be told, a sign-off that is awaited; the first was returned with a note."""
    happened = ACCOUNT | {"happened": f"He shouted {shown.ACCOUNT.word} at the gate."}
    record, _ = filed(a_draft("no", happened, *SIMPLE[2:], order_id=order.id), order)
    record = replace(record, reference=new_reference("BR", random))
    updates, tasks = VictimUpdates(database.work, clock, Policy), BreachTasks(database.work, clock, Policy)
    async with database.work() as uow:
        await uow.breaches.add(record)
        await AfterBreaches(updates, tasks)(uow, clock, RESPONSE, order, record)
        await uow.signing.decide(
            record.id, Decision(1, Verdict.RETURNED, SUPERVISOR.id, SUPERVISOR.name, clock(), 0, f"ask about {shown.SIGNING_NOTE.word}")
        )
    return record


async def _of_others(database: Database, clock: Clock, orders: tuple[Order, ...]) -> None:
    """What belongs to one officer alone."""
    happened = ACCOUNT | {"happened": f"He wrote {shown.DRAFT.word} on the door."}
    now, words = clock(), f"what of {shown.QUESTION.word}"
    asked = Question(uuid4(), SILENT.id, now, Why.UNANSWERED, "", words, QuestionState.OPEN, DESK.id, now)
    typed = AuditEntry(now, SILENT.id, AuditKind.CONSULTATION, SEARCHED, "", typed=f"any nmo on {shown.TYPED.word}")
    async with database.work() as uow:
        for order in orders[:3]:
            await uow.breaches.begin(a_draft("no", happened, order_id=order.id, by=SILENT.id))
        await uow.guidance_questions.add(asked)
        await uow.audit.note(typed)


async def _other_force(database: Database) -> Order:
    word = shown.ELSEWHERE.word.title()
    people = {"respondent": a_party(surname=word, address1=f"1 {word} Way"), "applicant": a_party(role=PartyRole.APPLICANT, surname=word)}
    order = an_order(force=OTHER_FORCE, **people)
    async with database.work() as uow:
        await uow.officers.save([replace(one, force=OTHER_FORCE) for one in EVERYONE])
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return order


def _known(orders: tuple[Order, ...], records: list[Breach], elsewhere: Order) -> Known:
    told = tuple(
        {"reference": one.reference, "case": one.case_no, "respondent": one.respondent.name, "dob": f"{one.respondent.dob:%d/%m/%Y}"}
        for one in orders
    )
    numbers = {"elsewhere": elsewhere.case_no, "elsewhere_reference": elsewhere.reference}
    return Known(told, tuple(one.reference for one in records), tuple(one.name for one in (*SPEAKING, SILENT)), numbers)
