"""By whatever name a matter is asked for, what the services did in it is all in its trail, and nothing of another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from domain.breaches.drafts import Breach
from domain.clock import Clock
from domain.errors import NotFound
from domain.orders import Order
from services.audits import export
from services.breaches import Breaches
from services.lookups import open_order
from storage.work import Database
from tests.breaches import SIMPLE, contact_follows
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import AUDITOR, RESPONSE
from tests.reminding import Register
from tests.telling import sent
from tests.trail import trail_of

BREACH = ["breach:draft:started", *["breach:draft:answered"] * 8, "contact:plan:brought_forward", "breach:record:sent"]
# The reminder tells its recipient of the breach.
REMINDED = ["reminder:plan:send"] * 2
WHOLE = [
    "contact:plan:opened",
    *BREACH,
    *REMINDED,
    "contact:plan:spoke_safe",
    "lookup:order:opened",
]


@dataclass(frozen=True)
class Matter:
    database: Database
    clock: Clock
    order: Order
    breach: Breach

    async def events(self, id: object) -> list[str]:
        lines: list[dict[str, Any]] = await export(self.database.work, self.clock, AUDITOR, str(id))
        assert lines.pop()["event"] == "audit:trail:exported"
        return [line["event"] for line in lines]


async def breached(register: Register, order: Order) -> Breach:
    breaches = Breaches(register.database.work, register.clock, contact_follows)
    return (await sent(breaches, RESPONSE, order.id, *SIMPLE)).breach


@pytest.fixture
async def matter(database: Database) -> Matter:
    """A breach, the reminder that it brought, the contact made and a look at the order; beside it a breach of another order."""
    register, other = Register(database), an_order()
    await register.open(other)
    breach = await breached(register, register.order)
    await register.dispatched()
    await register.contact()
    await breached(register, other)
    await open_order(database.work, register.clock, RESPONSE, register.order.id)
    return Matter(database, FrozenClock(), register.order, breach)


NAMES: dict[str, Callable[[Order], object]] = {
    "its case number": lambda order: order.case_no,
    "its reference": lambda order: order.reference,
    "its reference in small letters": lambda order: order.reference.lower(),
    "its id": lambda order: order.id,
    "its respondent": lambda order: order.respondent.id,
    "its applicant": lambda order: order.applicant.id,
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
async def test_everything_done_about_an_order_is_in_the_trail_of_the_order_and_of_each_party(
    matter: Matter, name: Callable[[Order], object]
) -> None:
    assert await matter.events(name(matter.order)) == WHOLE


async def test_a_breach_reference_finds_how_the_record_came_about_and_who_was_told_of_it(matter: Matter) -> None:
    assert await matter.events(matter.breach.reference) == [*BREACH, *REMINDED]


async def test_each_line_names_the_order_and_the_protected_person_itself(matter: Matter) -> None:
    lines = [line for line in await trail_of(matter.database) if line.event in ("breach:draft:answered", "contact:plan:spoke_safe")]
    ids = [str(matter.order.id), str(matter.order.applicant.id)]
    assert [all(id in line.subject.split(";") for id in ids) for line in lines] == [True] * 9 + [False] * 8


async def test_a_part_of_an_id_finds_nothing(matter: Matter) -> None:
    whole = str(matter.order.id)
    for part in (whole[:18], whole[9:18], whole[10:]):
        with pytest.raises(NotFound):
            await matter.events(part)
