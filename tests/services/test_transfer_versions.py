"""The earlier versions of an order go over with the person: who made each, when, from what to what and whence, and which of them governed when."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from domain.errors import Unreadable
from domain.london import at_london
from domain.order_changes import ChangeKind
from domain.order_states import standing_at, standing_words
from domain.orders import Order
from domain.provenance import Provenance
from domain.transfer_pack import FORMAT, TOO_NEW, Pack, PackedPaper
from services import histories, order_changes, transfers, transfers_in
from services.contacts import open_plans
from services.transfers_in import transfers_job
from storage.transfer_seal import TOO_LARGE_TO_SEND, Envelope, OwnKeys
from storage.work import Database
from tests.databases import KEYS
from tests.fakes.clock import NOON
from tests.people import DESK, SUPERVISOR, VLO
from tests.transferring import DESK_THERE, HOME, THERE, WEST, TwoForces, two_forces

EXTENDED = {"when": "3 November 2026 10:00", "new_end": "3 March 2028 16:00", "learned": Provenance.SEALED_ORDER.value}


@pytest.fixture
async def forces(database: Database) -> AsyncIterator[TwoForces]:
    async with two_forces(database) as forces:
        yield forces


async def changed(forces: TwoForces, kind: ChangeKind, values: dict[str, str]) -> None:
    """The sender's desk records what the court did."""
    work, clock, order = forces.here.database.work, forces.here.clock, forces.here.order
    shown = await order_changes.begin_change(work, clock, DESK, order.id, kind, values)
    await order_changes.confirm_change(work, clock, DESK, shown.draft.id, (shown.order.version, shown.draft.seen), open_plans)


async def held_there(forces: TwoForces) -> tuple[Order, list[Order]]:
    """The order there, and its earlier versions."""
    async with forces.there.reading() as uow:
        (order,) = await uow.orders.by_case(forces.here.order.case_no)
        return order, await uow.orders.versions(order.id)


async def history_there(forces: TwoForces) -> list[tuple[str, str]]:
    order, _ = await held_there(forces)
    found = await histories.history(forces.there.work, forces.here.clock, THERE, order.id)
    return [(one.words, one.by) for one in found.events]


def sealed(pack: Pack) -> bytes:
    """A pack as the sender's bot would have sealed it."""
    return OwnKeys(KEYS, "demo").seal(Envelope("pack", "demo", WEST), pack, OwnKeys(KEYS, WEST).public)


async def packed(forces: TwoForces) -> Pack:
    """What the receiver reads of the sender's file."""
    content = await forces.file((await forces.send()).id)
    body = OwnKeys(KEYS, WEST).open(content, OwnKeys(KEYS, "demo").public)
    assert isinstance(body, Pack)
    return body


async def test_every_version_is_told_in_the_history_as_the_force_held_it_with_who_when_and_whence(forces: TwoForces) -> None:
    await changed(forces, ChangeKind.EXTENDED, EXTENDED)
    await forces.come()
    told = await history_there(forces)
    end = next(words for words, _ in told if "extended by the court" in words)
    assert end.startswith("Version 3 as Made-up Police held it: extended by the court. Ends: ")
    assert "-> Fri 3 March 2028 at 16:00." in end
    assert end.endswith("Learned from: the sealed order itself.")
    assert dict(told)[end] == f"{DESK.name}, {DESK.collar}, Made-up Police"
    assert ("Version 1 as Made-up Police held it: taken in from the court feed.", "") in told
    assert ("Version 3 was taken in from another force, with those before it.", "") in told
    assert not [words for words, _ in told if words.startswith(("Version 2 was", "Version 2:"))]


async def test_what_governed_before_the_court_changed_it_is_reckoned_there_as_it_is_by_the_sender(forces: TwoForces) -> None:
    await changed(forces, ChangeKind.EXTENDED, EXTENDED)
    await forces.come()
    order, earlier = await held_there(forces)
    async with forces.here.database.reading() as uow:
        theirs = [*await uow.orders.versions(forces.here.order.id), await uow.orders.demand(forces.here.order.id)]
    moments = [at_london(date(2026, 11, day), datetime.min.time()) for day in (1, 2, 3, 4)] + [NOON + timedelta(days=600)]
    assert [standing_words(standing_at([*earlier, order], at)) for at in moments] == [
        standing_words(standing_at(theirs, at)) for at in moments
    ]
    assert (order.version, order.variation, [one.version for one in earlier]) == (3, 1, [1, 2])


async def test_an_earlier_version_tells_nobody_who_may_not_know_where_the_person_lived(forces: TwoForces) -> None:
    await changed(forces, ChangeKind.EXTENDED, EXTENDED)
    await forces.come(**HOME)
    order, earlier = await held_there(forces)
    assert all("address1" in one.applicant.confidential for one in (order, *earlier))
    told = " ".join(words for words, _ in await history_there(forces))
    where = [one for one in (forces.here.order.applicant.address1, forces.here.order.applicant.postcode, *HOME.values()) if one]
    assert not [one for one in where if one in told]


async def test_an_order_that_is_held_there_keeps_its_own_versions_and_the_senders_are_told_beside_them(forces: TwoForces) -> None:
    await changed(forces, ChangeKind.EXTENDED, EXTENDED)
    await forces.hold_there()
    await forces.come()
    told = [words for words, _ in await history_there(forces)]
    assert "Version 1 was taken in from the court feed." in told
    assert [words for words in told if words.startswith("Version 3 as Made-up Police held it: extended by the court.")]
    _, earlier = await held_there(forces)
    assert [one.variation for one in earlier] == [0]


async def test_the_same_versions_twice_are_told_once(forces: TwoForces) -> None:
    first = await forces.come()
    before = await history_there(forces)
    await transfers.withdraw(forces.here.database.work, forces.here.clock, SUPERVISOR, first.id)
    await forces.come()
    after = await history_there(forces)
    once, twice = ([one for one in told if "as Made-up Police held it" in one[0]] for told in (before, after))
    assert len(once) > 1
    assert twice == once


async def test_handed_back_the_first_force_reads_what_became_of_it_elsewhere_and_its_own_versions_once(forces: TwoForces) -> None:
    plan = await forces.accept((await forces.come()).id)
    work, clock = forces.there.work, forces.here.clock
    shown = await order_changes.begin_change(work, clock, DESK_THERE, plan.order_id, ChangeKind.EXTENDED, EXTENDED)
    await order_changes.confirm_change(work, clock, DESK_THERE, shown.draft.id, (shown.order.version, shown.draft.seen), open_plans)
    back = await transfers.send(work, clock, THERE, plan.id, "demo", {"acceptor": "Vic Liaison"})
    _, content = await transfers.take_file(work, clock, THERE, back.id)
    await transfers_in.take_in(forces.here.database.work, clock, transfers_job("demo"), content)
    found = await histories.history(forces.here.database.work, clock, VLO, forces.here.order.id)
    told = [one.words for one in found.events if " held it: " in one.words]
    assert [words.partition(". Ends")[0] for words in told] == ["Version 3 as Westward Police held it: extended by the court"]


async def test_an_older_pack_is_taken_in_and_says_that_earlier_versions_did_not_come(forces: TwoForces) -> None:
    await changed(forces, ChangeKind.EXTENDED, EXTENDED)
    pack = await packed(forces)
    older = replace(pack, format=1, orders=tuple(replace(one, earlier=(), told=()) for one in pack.orders))
    came = await forces.take_in(sealed(older))
    order, earlier = await held_there(forces)
    assert (came.again, order.version, order.variation, earlier) == (False, 1, 0, [])


async def test_a_pack_of_a_newer_shape_is_refused_with_what_to_do(forces: TwoForces) -> None:
    newer = replace(await packed(forces), format=FORMAT + 1)
    with pytest.raises(Unreadable, match=TOO_NEW):
        await forces.take_in(sealed(newer))


async def test_what_no_bot_would_take_in_is_not_sealed(forces: TwoForces) -> None:
    pack = await packed(forces)
    paper = PackedPaper("order", "big.pdf", "0" * 64, "A" * (64 * 1024 * 1024))
    with pytest.raises(Unreadable, match=re.escape(TOO_LARGE_TO_SEND)):
        sealed(replace(pack, orders=(replace(pack.orders[0], papers=(paper,)),)))
