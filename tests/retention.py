"""A record of made-up people with everything that can hang on it, and the desk that reviews its keeping."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Table, select

from dialogs.breach_tasks import BreachTasksDialog
from dialogs.breaches import BreachDialog
from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from dialogs.register_joined import register_dialogs
from domain.documents import Document, DocumentKind
from domain.evidence import EvidenceKind, Given, How
from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.policies import Policy
from services import evidence
from services.after_breaches import AfterBreaches
from services.breach_tasks import BreachTasks
from services.breaches import Breaches
from services.contacts import open_plans
from services.victim_updates import VictimUpdates
from services.watches import watch
from storage.metadata import metadata
from storage.work import Database, UnitOfWork
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NEXT, SAFE_NOW
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.orders import a_party, an_order
from tests.people import DESK, EVERYONE, RESPONSE
from tests.policies import unasked

# Nobody else in a test bears these, so that they are looked for in every table.
CANARIES = ("Quillfeather", "Applegarth", "Bramblewick", "ZZ9 9XY", "never-again-words")
MADE = datetime(2018, 1, 10, 12, tzinfo=UTC)
ENDS = datetime(2019, 1, 10, 23, 59, tzinfo=UTC)
DUE = datetime(2029, 2, 1, 12, tzinfo=UTC)


def an_old_order(**changes: Any) -> Order:
    """Ended in January 2019."""
    respondent = a_party(surname="Quillfeather", forenames="Piers", address1="7 Bramblewick Row", postcode="ZZ9 9XY")
    applicant = a_party(role=PartyRole.APPLICANT, surname="Applegarth", forenames="Wren", address1="2 Bramblewick Close")
    dates = {"made_on": MADE.date(), "expires_at": ENDS, "received_at": MADE, "confirmed_at": MADE}
    return an_order(**{"respondent": respondent, "applicant": applicant, **dates, **changes})


class Office:
    """A database and its officers; each `chat` is another window, and `clock` stands in 2018 until it is moved."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FrozenClock(MADE + timedelta(days=1))

    async def holds(self, *orders: Order) -> None:
        async with self.database.work() as uow:
            await uow.officers.save(EVERYONE)
            await uow.orders.save_many(orders)
            await uow.search.add(orders)
            await open_plans(uow, self.clock, DESK, orders)
            await uow.orders.add_documents([_paper(one) for one in orders])

    def chat(self, officer: Officer = DESK, window: str = "web") -> Chat:
        work, clock = self.database.work, self.clock
        tasks = BreachTasks(work, clock, Policy)
        capabilities = [
            LookupDialog(work, clock, unasked),
            OrderDialog(work, clock, unasked),
            BreachDialog(Breaches(work, clock, AfterBreaches(VictimUpdates(work, clock, Policy), tasks))),
            BreachTasksDialog(tasks),
            *register_dialogs(work, clock, unasked),
        ]
        return Chat(self.database, officer, capabilities, clock=clock, window=window)

    async def lived(self, order: Order) -> None:
        """A breach recorded in the chat, one begun, evidence, a watch: what a record gathers."""
        given = Given(EvidenceKind.AWARENESS, How.OWN_WORDS, words="never-again-words at Bramblewick Row")
        await evidence.add(self.database.work, self.clock, RESPONSE, order.id, given)
        await watch(self.database.work, self.clock, RESPONSE, order.id)
        chat = self.chat(RESPONSE, "lived")
        await chat.say("piers quillfeather dob 12/3/85")
        await chat.say(order.reference)
        await chat.press("Record a breach")
        await chat.press("No")
        for page in (ACCOUNT | {"happened": "never-again-words"}, BROKEN, KNOWN, DECIDED, HELD, SAFE_NOW, NEXT):
            await chat.press("Next", **page)
        await chat.press("Send")
        await chat.say(order.reference)
        await chat.press("Record a breach")
        await chat.press("No")

    async def order(self, reference: str) -> Order | None:
        async with self.database.reading() as uow:
            return await uow.orders.by_reference(reference)

    async def left(self) -> list[tuple[str, str]]:
        """(table, column) of everything readable in the database that holds a canary."""
        async with self.database.work() as uow:
            return [place for table in metadata.sorted_tables for place in await _held_in(uow, table)]


async def _held_in(uow: UnitOfWork, table: Table) -> list[tuple[str, str]]:
    rows = (await uow.connection.execute(select(table))).all()
    told = [(column, _opened(uow, table, row, column)) for row in rows for column in row._mapping]
    return [(table.name, column) for column, words in told if any(one.casefold() in words.casefold() for one in CANARIES)]


def _opened(uow: UnitOfWork, table: Table, row: Any, column: str) -> str:
    """As it stands; what is sealed under the row's own id is opened."""
    value = row._mapping[column]
    opened = {
        ("message", "activity"): lambda: str(uow.messages._message(row).activity),
        ("audit", "typed"): lambda: str(uow.audit._entry(row).typed),
    }
    return opened.get((table.name, column), lambda: str(value))() if value is not None else ""


def _paper(order: Order) -> Document:
    return Document(order.id, order.id, DocumentKind.ORDER, order.file_name, "0" * 64, order.received_at, b"%PDF never-again-words")
