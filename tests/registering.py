"""A chat with everything that the register's own dialogs need beside them, over a real database."""

from collections.abc import Sequence
from functools import partial

from bot.handler import NmoHandler
from bot.turns import Turns
from dialogs.capability import Capability
from dialogs.guidance import GuidanceDialog
from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from dialogs.papers import PapersDialog
from dialogs.register_joined import register_dialogs
from dialogs.reviews import ReviewsDialog
from dialogs.root import RootDialog
from domain.clock import Clock
from domain.officers import Officer
from domain.orders import Order
from services.contacts import open_plans
from services.guidance import Guidance
from storage.work import Database
from tests.fakes.chat import LIBRARY, Chat
from tests.fakes.clock import FrozenClock
from tests.papers import at_once
from tests.people import EVERYONE
from tests.policies import unasked

CLOCK = FrozenClock()


async def hold_orders(database: Database, orders: Sequence[Order]) -> None:
    """In the register and searchable, with the officers of the made-up force and a contact plan each."""
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many(orders)
        await uow.search.add(orders)


def register_capabilities(database: Database, clock: Clock) -> list[Capability]:
    work = database.work
    return [
        LookupDialog(work, clock, unasked),
        OrderDialog(work, clock, unasked),
        ReviewsDialog(work, clock),
        PapersDialog(work, clock, partial(open_plans, policy=unasked), at_once),
        *register_dialogs(work, clock, unasked),
        GuidanceDialog(Guidance(work, clock, LIBRARY)),
    ]


def register_chat(database: Database, officer: Officer, clock: Clock = CLOCK, first: int = 1) -> Chat:
    """Another chat of the same officer, numbered on, is the same one after a restart."""
    return Chat(database, officer, register_capabilities(database, clock), clock=clock, first=first)


def register_turns(database: Database, clock: Clock) -> Turns:
    root = RootDialog(register_capabilities(database, clock), lambda line: LIBRARY.answer(line, clock().date()).answered)
    return Turns(database, clock, NmoHandler(root))


FORM = {
    "learned": "applicant_copy",
    "case_no": "1712 3456 7890 1234",
    "court": "Family Court at Ambermere",
    "made_on": "18 November 2026",
    "notice": "without",
    "end": "fixed",
    "ends": "18 May 2027",
    "hearing": "",
    "respondent_forenames": "Gareth",
    "respondent_surname": "Fennimore",
    "respondent_dob": "12/3/85",
    "respondent_postcode": "ZZ1 4AB",
    "applicant_forenames": "Some",
    "applicant_surname": "Body",
    "applicant_address1": "3 Cobbler's Yard",
    "confidential": "yes",
    "conditions": "The respondent must not telephone the applicant.\nThe respondent must not go to the named house.",
}
