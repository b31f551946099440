"""Measures of made-up people as an officer enters them in the chat, in whole turns."""

from dialogs.breach_tasks import BreachTasksDialog
from dialogs.breaches import BreachDialog
from dialogs.guidance import GuidanceDialog
from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from dialogs.register_joined import register_dialogs
from domain.measures import Kind
from domain.officers import Officer
from domain.orders import Order
from domain.policies import Policy
from services.after_breaches import AfterBreaches
from services.breach_tasks import BreachTasks
from services.breaches import Breaches
from services.contacts import open_plans
from services.guidance import Guidance
from services.timetables import PolicyNow
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.breaches import NOW
from tests.fakes.chat import LIBRARY, Chat
from tests.fakes.clock import FrozenClock
from tests.people import DESK, EVERYONE, RESPONSE
from tests.policies import unasked, unchecked

GIVEN_AT = "21 November 2026 22:30"
PEOPLE = {
    "respondent_forenames": "Piers",
    "respondent_surname": "Quillfeather",
    "respondent_dob": "4/5/1988",
    "applicant_forenames": "Wren",
    "applicant_surname": "Applegarth",
    "applicant_postcode": "ZZ3 1AA",
    "confidential": "no",
}
FROM_COURT = {"learned": "court_email"}
ENTERED: dict[Kind, dict[str, str]] = {
    Kind.OCCUPATION: {
        "made": "2 November 2026",
        "ends": "2 May 2027 23:59",
        "power_clauses": "2, 3",
        "power_until": "2 February 2027 23:59",
    },
    Kind.UNDERTAKING: {"made": "2 November 2026", "ends": "2 May 2027 23:59"},
    Kind.DVPN: {"made": GIVEN_AT},
    Kind.DVPO: {"made": "20 November 2026 11:00", "ends": "18 December 2026 11:00"},
    Kind.DAPN: {"made": GIVEN_AT},
    Kind.DAPO: {"made": "20 November 2026 11:00", "notice": "without"},
    Kind.RESTRAINING: {"made": "3 August 2026", "ends": "3 August 2028 23:59"},
    Kind.SPO: {"made": "3 August 2026", "ends": "3 August 2028 23:59"},
    Kind.FMPO: {"made": "3 August 2026"},
    Kind.FGMPO: {"made": "3 August 2026"},
    Kind.PHA: {"made": "3 August 2026", "ends": "3 August 2027 23:59"},
    Kind.BAIL: {"made": "20 November 2026 03:00", "ends": "20 February 2027 10:00"},
}
TERMS = "2. not to go to 9 Bramble Walk\n3. not to use or threaten violence\n4. to leave the keys with the court"


class Desk:
    """A database with its officers; each `chat` is another window on it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FrozenClock(NOW)

    async def holds(self, *orders: Order) -> None:
        async with self.database.work() as uow:
            await uow.officers.save(EVERYONE)
            await uow.orders.save_many(orders)
            await uow.search.add(orders)
            await open_plans(uow, self.clock, DESK, orders)

    def chat(self, window: str = "web", officer: Officer = RESPONSE, policy: PolicyNow = unchecked, first: int = 1) -> Chat:
        work, clock = self.database.work, self.clock
        tasks = BreachTasks(work, clock, Policy)
        breaches = Breaches(work, clock, AfterBreaches(VictimUpdates(work, clock, Policy), tasks))
        capabilities = [
            LookupDialog(work, clock, unasked),
            OrderDialog(work, clock, unasked),
            BreachDialog(breaches),
            BreachTasksDialog(tasks),
            *register_dialogs(work, clock, policy),
            GuidanceDialog(Guidance(work, clock, LIBRARY)),
        ]
        return Chat(self.database, officer, capabilities, clock=clock, window=window, first=first)

    async def order(self, reference: str) -> Order:
        async with self.database.reading() as uow:
            found = await uow.orders.by_reference(reference)
        assert found is not None
        return found


async def entered(chat: Chat, kind: Kind, **more: str) -> list[str]:
    """Typed, filled in on its form, and saved; what is answered then."""
    await chat.say("enter a measure")
    await chat.press("Next", kind=kind.value)
    return await filled_in(chat, **(PEOPLE | ENTERED[kind] | more))


async def filled_in(chat: Chat, **values: str) -> list[str]:
    """The form that is open, sent, seen whole, and saved."""
    await chat.press("Next: check and save", **(FROM_COURT | values))
    return await chat.press("Save")


def reference_in(said: list[str]) -> str:
    """Of the card that says what was saved."""
    return next(words for words in said if words.startswith("Saved: ")).rpartition(" ")[2]
