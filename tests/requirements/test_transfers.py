"""R3, R17, R18 and R19: a transfer out, a transfer in that is found at once, and the new address that the respondent's side never sees."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from dialogs.contacts_joined import contact_dialogs
from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from domain.breaches.summary import summary
from domain.contacts import PlanState
from domain.officers import Officer, Role
from domain.provenance import PROVENANCE_WORDS, Provenance
from services import transfers_in
from storage.work import Database
from tests.breaches import SIMPLE, told_record
from tests.duty import chat_with
from tests.fakes.chat import Chat
from tests.people import VLO, officer
from tests.transferring import ACCEPTOR, HOME, THERE, WEST, TwoForces, two_forces

RESPONSE_THERE = replace(officer("Rae Westward", Role.RESPONSE, team="west"), force=WEST)


@pytest.fixture
async def forces(database: Database) -> AsyncIterator[TwoForces]:
    async with two_forces(database) as forces:
        async with forces.there.work() as uow:
            await uow.officers.save([RESPONSE_THERE])
        yield forces


def chat_there(forces: TwoForces, one: Officer) -> Chat:
    work, clock, policy = forces.there.work, forces.here.clock, forces.there.policy
    dialogs = [LookupDialog(work, clock, policy), OrderDialog(work, clock, policy), *contact_dialogs(work, clock, policy)]
    return Chat(forces.there, one, dialogs, clock=clock, window="there")


async def test_r17_a_transfer_out_names_force_and_acceptor_takes_everything_along_and_leaves_the_duty_until_it_is_accepted(
    forces: TwoForces,
) -> None:
    chat = chat_with(forces.here, VLO)
    card = await chat.say(f"transfer {forces.here.order.reference} to westward police")
    assert {"Orders that go along", "Records of breaches", "Risk", "Next contact due by"} <= set(card)
    await chat.press("Seal and send", **ACCEPTOR, to=WEST)
    assert "waiting for their answer" in " ".join(await chat.say("transfers"))
    assert await forces.owners() == [VLO.id]
    await chat.press(next(title for title in chat.buttons if title.startswith("Open TR-")))
    await chat.press("Record their answer")
    await chat.press("They accepted", who="Wyn Westward")
    assert (await forces.here.plan()).state is PlanState.CLOSED


async def test_r3_an_order_that_came_from_another_force_is_found_while_its_transfer_waits_and_after_it_was_declined(
    forces: TwoForces,
) -> None:
    came = await forces.come()
    chat = chat_there(forces, RESPONSE_THERE)
    said = await chat.say("john smith 12/3/1985")
    assert f"Transfer {came.reference} from Made-up Police waits: contact is still theirs." in said
    assert PROVENANCE_WORDS[Provenance.OTHER_FORCE] in " ".join(said)
    await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "lives elsewhere")
    said = await chat.say("john smith 12/3/1985")
    assert f"Transfer {came.reference} from Made-up Police was not accepted here: contact is still theirs." in said


async def test_r18_a_transfer_in_is_read_accepted_and_owed_a_first_contact_at_once(forces: TwoForces) -> None:
    came = await forces.come()
    chat = chat_there(forces, THERE)
    card = await chat.say(came.reference)
    assert {"Jane Marlow", "Safe contact", "Children", "Their next contact was due by"} <= set(card)
    accepted = await chat.press("Accept: contact is ours")
    order = next(title for title in chat.buttons if title.startswith("Open NMO-"))
    assert f"Transfer {came.reference} from Made-up Police" in accepted
    async with forces.there.reading() as uow:
        (plan,) = await uow.duty.offers.owned_by([THERE.id])
    assert plan.due.remind_at == forces.here.clock()
    assert any("transferred in on" in words for words in await chat.press(order))


async def test_r19_the_new_address_is_on_nothing_that_the_respondents_side_may_see(forces: TwoForces) -> None:
    came = await forces.come(**HOME)
    plan = await forces.accept(came.id)
    seen = [*await chat_there(forces, THERE).say(came.reference)]
    chat = chat_there(forces, RESPONSE_THERE)
    seen += await chat.say("john smith 12/3/1985")
    seen += await chat.press("History")
    async with forces.there.reading() as uow:
        (order,) = (await uow.orders.of_plans([plan.id]))[plan.id]
    seen += [summary(told_record(*SIMPLE, order=order)[0], order)]
    told = " ".join(seen)
    assert "Jane Marlow" in told
    assert not [part for part in HOME.values() if part in told]
    assert "Address of the protected person" not in chat.buttons


async def test_r19_the_new_address_is_guarded_on_an_order_that_is_held_there_already(forces: TwoForces) -> None:
    await forces.hold_there()
    came = await forces.come(**HOME)
    plan = await forces.accept(came.id)
    async with forces.there.reading() as uow:
        (order,) = (await uow.orders.of_plans([plan.id]))[plan.id]
    assert (order.applicant.address1, order.applicant.address2, order.applicant.postcode) == tuple(HOME.values())
    assert {"address1", "address2", "postcode"} <= order.applicant.confidential
    chat = chat_there(forces, RESPONSE_THERE)
    seen = [*await chat.say("john smith 12/3/1985"), *await chat.press("History"), summary(told_record(*SIMPLE, order=order)[0], order)]
    told = " ".join(seen)
    assert "Jane Marlow" in told
    assert not [part for part in HOME.values() if part in told]
