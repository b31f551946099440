"""A protected person of whom it is known when contact is safe, for the tests of what follows from that."""

from uuid import UUID

from domain.contact_matters import ContactMatter
from domain.officers import Officer
from domain.outbox import OF_A_MATTER, Outgoing, State
from domain.safe_contacts import SafeWays
from services import safe_contacts
from tests.people import VLO
from tests.reminding import Register

NUMBER = "07700 900111"


async def is_known(register: Register, words: str, by: Officer = VLO, **fields: str) -> SafeWays:
    """Kept page by page and confirmed, as at the card."""
    work, clock, plan_id = register.database.work, register.clock, (await register.plan()).id
    held = (await safe_contacts.show_contact(work, clock, by, plan_id)).ways
    version = held.version if held else 0
    kept = await safe_contacts.change(work, clock, by, plan_id, {"number": NUMBER, "said": words, **fields}, version)
    assert kept.ways is not None
    done = (await safe_contacts.confirm_words(work, clock, by, plan_id, kept.ways.version)).ways
    assert done is not None
    return done


async def matters_of(register: Register) -> list[ContactMatter]:
    plan_id = (await register.plan()).id
    async with register.database.reading() as uow:
        return await uow.contact_matters.of_plan(plan_id)


async def told_of(register: Register, matter: UUID) -> list[Outgoing]:
    """What is still to be told of a matter, or was."""
    async with register.database.reading() as uow:
        rows = await uow.outbox.of_plan(matter)
    return [row for row in rows if row.stage in OF_A_MATTER and row.state is not State.CANCELLED]
