"""Brings the made-up force into an empty database, the way a force's own people and orders come in."""

from pathlib import Path
from tempfile import TemporaryDirectory

from demo.force import JOHN_SMITH_BORN, case_of_who_has_more, demo_feed
from demo.measures import load_measures, made_measures
from demo.people import officer_id, officers_csv
from domain.clock import Clock
from domain.contacts import Outcome, Why
from domain.london import to_london
from domain.officers import Officer, Permission, Role, SystemJob
from domain.policies import Policy
from services import contacts
from services.contacts import OwedContact
from services.feed import import_feed
from services.force_pages import ForcePages
from services.guidance_approvals import GuidanceApprovals
from services.people import import_people
from storage.feed_source import open_feed
from storage.work import Database, Work

# So many of each officer's contacts are left owed: a list has something on it, and a new reminder still stands out.
LEFT_OWED = 3
APPROVED_PAGE = "order-clinic"


async def load_with_pages(database: Database, clock: Clock, folder: Path) -> None:
    """As `load`, and of the pages of guidance that the made-up force writes itself one is approved; the other waits for whoever tries the bot out."""
    await load(database.work, clock, database.force)
    pages = ForcePages(database.work, database.reading, clock, folder, database.force, Policy)
    approvals = GuidanceApprovals(database.work, clock, pages)
    async with database.work() as uow:
        sergeant = await uow.officers.get(officer_id("Sgt Alex Marsh"))
    if sergeant is not None:
        for page in await approvals.waiting(sergeant):
            if page.name == APPROVED_PAGE:
                await approvals.approve(sergeant, page.name, page.digest)


async def load(work: Work, clock: Clock, force: str) -> None:
    """People, then orders through the real court feed, then other measures, then the first contacts; safe to run again after an interruption."""
    setting_up = SystemJob("demonstration", force, frozenset({Permission.IMPORT_PEOPLE, Permission.IMPORT_FEED}))
    await import_people(work, clock, setting_up, officers_csv())
    with TemporaryDirectory(prefix="nmo-demo-") as folder:
        demo_feed(Path(folder), to_london(clock()).date())
        with open_feed(Path(folder)) as source:
            await import_feed(work, clock, setting_up, source, contacts.open_plans)
    today = to_london(clock()).date()
    await load_measures(work, clock, made_measures(today, case_of_who_has_more(today)))
    async with work() as uow:
        people = await uow.officers.all()
    for one in people:
        if one.roles & {Role.VLO, Role.ORDERS_DESK}:
            await _make_contacts(work, clock, one)


async def _make_contacts(work: Work, clock: Clock, officer: Officer) -> None:
    """Most protected persons have been spoken to today, so their next contact lies ahead."""
    while len(owed := await contacts.due(work, clock, officer)) > LEFT_OWED:
        for one in sorted(owed, key=_left_last)[: len(owed) - LEFT_OWED]:
            outcome = Outcome.GOT_SAFE_CONTACT if one.plan.due.why is Why.GET_SAFE_CONTACT else Outcome.SPOKE_SAFE
            await contacts.record_contact(work, clock, officer, one.plan.id, outcome)


def _left_last(owed: OwedContact) -> bool:
    """The order that the README's story is about is dealt with first, so that its breach brings the only reminder."""
    return owed.order.respondent.dob != JOHN_SMITH_BORN
