"""Two made-up forces that transfer people to each other, each with its register and its keys, in one place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from domain.contacts import ContactPlan, PlanState
from domain.evidence import EvidenceKind, Given, How
from domain.london import to_london
from domain.officers import Officer, Role
from domain.policies import Policy
from domain.transfer_rules import OtherForce, TransferRules
from domain.transfers import Transfer
from services import evidence, safe_contacts, safeguarding, transfers, transfers_in
from services.transfers_in import TakenIn, transfers_job
from storage.transfer_seal import OwnKeys
from storage.work import Database
from tests.databases import KEYS, beside
from tests.papers import a_paper
from tests.people import EVERYONE, RESPONSE, VLO, officer
from tests.reminding import Register

WEST = "west"
THERE = replace(officer("Wyn Westward", Role.VLO, team="west"), force=WEST)
DESK_THERE = replace(officer("Des Westward", Role.ORDERS_DESK, team="west"), force=WEST)
ABOVE_THERE = replace(officer("Sal Westward", Role.SUPERVISOR, team="west"), force=WEST)
ACCEPTOR = {"acceptor": "Wyn Westward, wyn@force.example"}
HOME = {"address1": "9 Made-Up Row", "address2": "Newtown", "postcode": "ZZ98 9ZZ"}


def rules_of(force: str, url: str = "") -> TransferRules:
    """Each knows the other alone."""
    other, name = (WEST, "Westward Police") if force == "demo" else ("demo", "Made-up Police")
    key = OwnKeys(KEYS, other).public
    known = OtherForce(other, name, frozenset({"west"}) if other == WEST else frozenset(), key, url)
    unsealed = OtherForce("north", "Northern Police")
    return TransferRules("Made-up Police" if force == "demo" else "Westward Police", forces=(known, unsealed))


@dataclass
class TwoForces:
    """`here` is the register of the sender, `there` that of the receiver; both go by one clock."""

    here: Register
    there: Database

    async def send(self, **values: str) -> Transfer:
        plan = await self.here.plan()
        return await transfers.send(self.here.database.work, self.here.clock, VLO, plan.id, WEST, ACCEPTOR | values)

    async def file(self, id: UUID) -> bytes:
        return (await transfers.take_file(self.here.database.work, self.here.clock, VLO, id))[1]

    async def take_in(self, content: bytes) -> TakenIn:
        return await transfers_in.take_in(self.there.work, self.here.clock, transfers_job(WEST), content)

    async def come(self, **values: str) -> Transfer:
        """Sent here and taken in there."""
        sent = await self.send(**values)
        return (await self.take_in(await self.file(sent.id))).transfer

    async def hold_there(self) -> None:
        """The order is in the receiver's register already, as its own court feed brought it, and nothing of the address is marked."""
        order = self.here.order
        respondent, applicant = (replace(one, id=uuid4()) for one in (order.respondent, order.applicant))
        ours = replace(order, id=uuid4(), force=WEST, respondent=respondent, applicant=replace(applicant, confidential=frozenset()))
        async with self.there.work() as uow:
            await uow.orders.save_many([ours])
            await uow.search.add([ours])

    async def accept(self, id: UUID, by: Officer = THERE) -> ContactPlan:
        return await transfers_in.accept(self.there.work, self.here.clock, by, id)

    async def answer(self, id: UUID) -> TakenIn:
        """Carries the answer back."""
        _, content = await transfers.take_file(self.there.work, self.here.clock, THERE, id)
        return await transfers_in.take_in(self.here.database.work, self.here.clock, transfers_job("demo"), content)

    async def at(self, id: UUID) -> Transfer:
        async with self.here.database.reading() as uow:
            found = await uow.transfers.get(id)
        assert found is not None
        return found

    async def owners(self) -> list[UUID]:
        """Of the open plans of the person, in both forces."""
        async with self.there.reading() as uow:
            theirs = await uow.duty.offers.owned_by([THERE.id, DESK_THERE.id, ABOVE_THERE.id])
        plans = [await self.here.plan(), *theirs]
        return [plan.owner for plan in plans if plan.state is PlanState.OPEN and plan.owner is not None]


@asynccontextmanager
async def two_forces(database: Database, url: str = "") -> AsyncIterator[TwoForces]:
    """With a served order whose paper is held, a safe contact and a safeguarding plan."""
    async with beside(database, WEST) as there:
        yield await introduced(database, there, url)


async def introduced(database: Database, there: Database, url: str = "") -> TwoForces:
    """Each by its own database, empty until now."""
    here = Register(database, EVERYONE)
    database.policy = lambda: Policy(asks_reason=False, transfers=rules_of("demo", url))
    plan = await here.open()
    await _fill(here, plan.id)
    there.policy = lambda: Policy(asks_reason=False, transfers=rules_of(WEST, url))
    async with there.work() as uow:
        await uow.officers.save([THERE, DESK_THERE, ABOVE_THERE])
    return TwoForces(here, there)


async def _fill(here: Register, plan_id: UUID) -> None:
    work, clock, order = here.database.work, here.clock, here.order
    async with work() as uow:
        await uow.orders.add_documents([a_paper(order)])
        await uow.orders.update(replace(order, has_document=True), clock())
    given = Given(EvidenceKind.SERVICE, How.PERSONAL, to_london(clock()).date(), words="served at the door")
    await evidence.add(work, clock, RESPONSE, order.id, given)
    await safe_contacts.change(work, clock, VLO, plan_id, {"number": "07700 900123", "code_word": "bluebell"}, 0)
    await safeguarding.keep_safeguarding(work, clock, VLO, plan_id, {"children": "two, aged 4 and 6"}, 0)
