"""What `contacts due` prints: one object a contact, or one that holds them all."""

import json
from dataclasses import replace

import pytest

from bot.commands.contacts import AT_ONCE, tell_due
from domain.errors import NotAllowed
from storage.work import Database
from tests.orders import an_order
from tests.people import RESPONSE, VLO
from tests.reminding import Register
from tests.trail import trail_of


async def told(register: Register, *, as_json: bool) -> list[str]:
    lines: list[str] = []
    await tell_due(register.database.work, register.clock, VLO, lines.append, as_json=as_json)
    return lines


async def test_each_contact_is_a_line_with_its_times_in_london(embedded: Database) -> None:
    register = Register(embedded)
    plan = await register.open()
    (line,) = [json.loads(one) for one in await told(register, as_json=False)]
    assert line == {
        "reference": register.order.reference,
        "case_no": register.order.case_no,
        "protected_person": "Jane Marlow",
        "risk": "unassessed",
        "why": "order_known",
        "why_words": "The order has become known to the force",
        "remind_at": "2026-11-20T12:00:00+00:00",
        "must_by": "2026-11-21T00:00:00+00:00",
        "overdue": False,
        "state": "due now",
        "owner": str(VLO.id),
        "owner_name": VLO.name,
        "also": [],
        "plan": str(plan.id),
    }
    assert [one.event for one in await trail_of(embedded)][-1] == "contact:plan:listed"


async def test_one_object_holds_more_than_a_page(embedded: Database) -> None:
    register = Register(embedded)
    await register.open(*(an_order() for _ in range(AT_ONCE)))
    (whole,) = [json.loads(one) for one in await told(register, as_json=True)]
    assert (whole["officer"], whole["total"], len(whole["due"])) == (str(VLO.id), AT_ONCE + 1, AT_ONCE + 1)
    assert len({one["reference"] for one in whole["due"]}) == AT_ONCE + 1


async def test_whoever_owes_nothing_is_told_nothing_and_others_are_refused(embedded: Database) -> None:
    register = Register(embedded)
    await register.open()
    lines: list[str] = []
    await tell_due(embedded.work, register.clock, replace(VLO, id=RESPONSE.id), lines.append, as_json=False)
    assert lines == []
    with pytest.raises(NotAllowed):
        await tell_due(embedded.work, register.clock, RESPONSE, lines.append, as_json=True)
