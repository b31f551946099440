"""A sealed transfer dropped into the chat page of the force that it is for."""

import pytest

from bot.web.tokens import conversation_of
from bot.web.uploads import HeldUploads
from domain.errors import NotAllowed, Unreadable
from storage.transfer_seal import NOT_GENUINE
from storage.work import Database
from tests.papers import at_once
from tests.people import AUDITOR
from tests.transferring import THERE, two_forces


async def test_a_sealed_transfer_is_taken_in_and_shown_to_whoever_dropped_it(embedded: Database) -> None:
    async with two_forces(embedded) as forces:
        sent = await forces.send()
        pressed = await HeldUploads(forces.there, forces.here.clock, at_once).take("TR.nmo", await forces.file(sent.id), THERE.id)
        async with forces.there.work() as uow:
            action = await uow.actions.take(pressed, THERE.id, conversation_of(THERE.id), forces.here.clock())
            assert await uow.transfers.get(sent.id) is not None
        assert (action.verb, action.object) == ("transfer:open", str(sent.id))


async def test_one_that_was_changed_on_its_way_is_refused_and_so_is_whoever_may_not_carry_it(embedded: Database) -> None:
    async with two_forces(embedded) as forces:
        content = await forces.file((await forces.send()).id)
        uploads = HeldUploads(forces.there, forces.here.clock, at_once)
        with pytest.raises(Unreadable, match=NOT_GENUINE):
            await uploads.take("TR.nmo", content + b"x", THERE.id)
        with pytest.raises(NotAllowed):
            await HeldUploads(embedded, forces.here.clock, at_once).take("TR.nmo", content, AUDITOR.id)
