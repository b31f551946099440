"""A breach is told by one officer, sent once, and brings the victim's contact task with it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from domain.breaches.drafts import KeptAsTyped, standing
from domain.breaches.summary import summary
from domain.errors import Outdated, Unreadable
from domain.evidence import EvidenceKind, How, told_in
from domain.evidence import Given as Known
from domain.orders import Change, Order, OrderState
from domain.policies import Policy
from domain.references import is_reference
from services import evidence
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, NOW, SIMPLE, FollowUpSeen, Given, changed, needed
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import NEIGHBOUR, RESPONSE, VLO
from tests.telling import recorded, told


async def held(database: Database, order: Order) -> Order:
    async with database.work() as uow:
        await uow.orders.save_many([order])
    return order


def service(database: Database, follow_up: FollowUpSeen | None = None, random: Random | None = None) -> Breaches:
    return Breaches(database.work, FrozenClock(NOW), follow_up or FollowUpSeen(), random or Random(7))


async def test_a_breach_is_told_and_sent(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    sent = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    record = sent.breach
    assert is_reference(record.reference)
    assert (record.order_id, record.order_version, record.states) == (order.id, order.version, (OrderState.IN_FORCE,))
    assert (record.recorded_by, record.recorder, record.recorded_at) == (RESPONSE.id, RESPONSE.collar, NOW)
    assert record.answers == draft.answers
    assert (sent.order, sent.already) == (order, False)
    assert follow_up.told == [(RESPONSE.id, order.id, record.id)]
    assert await breaches.get(VLO, record.id) == record


async def test_a_record_keeps_the_tool_by_which_the_force_assessed_risk_when_it_was_sent(database: Database) -> None:
    order = await held(database, an_order())
    breaches = Breaches(database.work, FrozenClock(NOW), FollowUpSeen(), Random(7), lambda: Policy(risk_tool="DASH"))
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    assert (await breaches.told(RESPONSE, draft.id)).risk_tool == "DASH"
    record = (await breaches.confirm(RESPONSE, draft.id, draft.etag)).breach
    assert (await service(database).get(RESPONSE, record.id)).risk_tool == "DASH"


async def test_the_record_comes_with_what_the_register_holds_of_service_and_awareness(database: Database) -> None:
    order = await held(database, an_order(served_file=True))
    given = Known(EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER)
    told_before = await evidence.add(database.work, FrozenClock(NOW), RESPONSE, order.id, given)
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    sent = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert {one.id for one in sent.evidence} == {told_before.id, *(one.id for one in told_in(sent.breach))}
    assert (await breaches.confirm(RESPONSE, draft.id, draft.etag)).evidence == sent.evidence


async def test_a_record_just_sent_comes_with_the_versions_of_the_order_before_it_so_that_an_address_of_then_is_kept_out_too(
    database: Database,
) -> None:
    order = await held(database, an_order())
    moved = replace(order, applicant=replace(order.applicant, address1="9 Old Lane"))
    async with database.work() as uow:
        await uow.orders.update(moved, NOW)
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    sent = [await breaches.confirm(RESPONSE, draft.id, draft.etag) for _ in range(2)]
    assert [[version.applicant.address1 for version in one.earlier] for one in sent] == [["3 Cobbler's Yard"]] * 2


async def test_what_was_done_before_a_variation_is_judged_by_the_version_before_it(database: Database) -> None:
    run_out = await held(database, an_order(expires_at=datetime(2026, 9, 30, 22, 59, tzinfo=UTC)))
    async with database.work() as uow:
        changes: dict[str, Any] = {
            "variation": 1,
            "change": Change.EXTENDED,
            "changed_at": NOW,
            "expires_at": datetime(2027, 9, 1, tzinfo=UTC),
        }
        await uow.orders.update(replace(run_out, **changes), NOW)
    breaches = service(database)
    draft = await told(breaches, RESPONSE, run_out.id, *SIMPLE)
    assert (await breaches.told(RESPONSE, draft.id)).states == (OrderState.EXPIRED,)


async def test_where_the_person_lived_before_is_kept_out_of_the_record_just_sent(database: Database) -> None:
    order = await held(database, an_order())
    async with database.work() as uow:
        await uow.orders.update(replace(order, applicant=replace(order.applicant, address1="9 Millrace Lane")), NOW)
    breaches = service(database)
    account = {**ACCOUNT, "happened": f"He came to {order.applicant.address1}."}
    draft = await told(breaches, RESPONSE, order.id, *changed(account))
    for made in [await breaches.confirm(RESPONSE, draft.id, draft.etag) for _ in range(2)]:
        assert "Cobbler" not in summary(made.breach, made.order, made.evidence, made.earlier)


async def test_sending_again_gives_the_same_record(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    first = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    again = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert (again.breach, again.already) == (first.breach, True)
    assert len(follow_up.told) == 1


async def test_ten_presses_at_once_make_one_record(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    sent = await asyncio.gather(*(breaches.confirm(RESPONSE, draft.id, draft.etag) for _ in range(10)))
    assert len({one.breach.reference for one in sent}) == 1
    assert sorted(one.already for one in sent) == [False] + [True] * 9
    assert len(follow_up.told) == 1
    async with database.work() as uow:
        assert len(await uow.breaches.of_order(order.id)) == 1


async def test_without_the_contact_task_there_is_no_record(database: Database) -> None:
    order = await held(database, an_order())
    draft = await told(service(database), RESPONSE, order.id, *SIMPLE)
    with pytest.raises(RuntimeError):
        await service(database, FollowUpSeen(fails=True)).confirm(RESPONSE, draft.id, draft.etag)
    assert (await service(database).resume(RESPONSE, draft.id)).answers == draft.answers
    async with database.work() as uow:
        assert await uow.breaches.get(draft.id) is None


async def test_a_reference_in_use_is_drawn_again(database: Database) -> None:
    order = await held(database, an_order())
    first = await told(service(database), RESPONSE, order.id, *SIMPLE)
    taken = (await service(database, random=Random(1)).confirm(RESPONSE, first.id, first.etag)).breach.reference
    second = await told(service(database), RESPONSE, order.id, *SIMPLE)
    drawn = (await service(database, random=Random(1)).confirm(RESPONSE, second.id, second.etag)).breach.reference
    assert drawn != taken
    assert is_reference(drawn)


async def test_two_officers_who_tell_the_same_breach_are_shown_the_other_record(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    first = await told(breaches, RESPONSE, order.id, *SIMPLE)
    reference = (await breaches.confirm(RESPONSE, first.id, first.etag)).breach.reference
    second = await told(breaches, NEIGHBOUR, order.id, *SIMPLE)
    assert (await breaches.told(NEIGHBOUR, second.id)).alike == (reference,)
    with pytest.raises(Outdated, match=reference):
        await breaches.confirm(NEIGHBOUR, second.id, second.etag, 0)
    untimed = await told(breaches, VLO, order.id, "no")
    beside = await breaches.told(VLO, untimed.id)
    assert (beside.alike, beside.begun_beside) == ((), True)
    assert not (await breaches.confirm(NEIGHBOUR, second.id, second.etag, 1)).already


async def test_starting_again_goes_on_with_the_open_draft(database: Database) -> None:
    order, other = await held(database, an_order()), await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, "no")
    assert await breaches.start(RESPONSE, order.id) == draft
    assert (await breaches.start(RESPONSE, other.id)).id != draft.id
    assert (await breaches.start(NEIGHBOUR, order.id)).id != draft.id


async def test_a_draft_that_moved_on_takes_nothing_from_an_old_window(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, "no")
    await recorded(breaches, RESPONSE, draft, "happened", ACCOUNT)
    old = pytest.raises(Outdated, match="moved on")
    with old:
        await recorded(breaches, RESPONSE, draft, "happened", {**ACCOUNT, "happened": "He shouted."})
    with old:
        await recorded(breaches, RESPONSE, draft, "happened", "He shouted.")
    with old:
        await breaches.leave_out(RESPONSE, draft.id, "happened", draft.etag)
    with old:
        await breaches.go_back(RESPONSE, draft.id, draft.etag)
    with old:
        await breaches.change(RESPONSE, draft.id, "danger", draft.etag)
    with old:
        await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert standing((await breaches.resume(RESPONSE, draft.id)).answers)["happened"].text == ACCOUNT["happened"]


@pytest.mark.parametrize("given", ["when: bin day", {"when": "bin day"}], ids=["typed", "from a card"])
async def test_an_unreadable_time_is_kept_although_it_is_refused(database: Database, given: Given) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, "no")
    with pytest.raises(KeptAsTyped) as kept:
        await recorded(breaches, RESPONSE, draft, "happened", given)
    assert await breaches.resume(RESPONSE, draft.id) == kept.value.draft
    assert [one.text for one in kept.value.draft.answers] == ["", "bin day"]


async def test_what_was_read_is_kept_though_the_rest_of_its_page_is_lacking(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, "no")
    with pytest.raises(KeptAsTyped, match=needed("where", "manner")):
        await recorded(breaches, RESPONSE, draft, "happened", {"happened": "He rang.", "when": "last night about ten"})
    kept = await breaches.resume(RESPONSE, draft.id)
    assert {id: one.text for id, one in standing(kept.answers).items() if one.settled} == {
        "danger": "",
        "happened": "He rang.",
        "when": "last night about ten",
    }


async def test_a_page_is_left_out_with_one_reason(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE[:2])
    draft = await breaches.leave_out(RESPONSE, draft.id, "conditions", draft.etag)
    draft = await recorded(breaches, RESPONSE, draft, "conditions", {"reason": "no copy of the order here"})
    assert {standing(draft.answers)[id].skipped for id in BROKEN} == {"no copy of the order here"}


async def test_nothing_of_a_page_that_is_not_there_is_taken(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, "no")
    for page in ("nowhere", "times"):
        with pytest.raises(Outdated):
            await breaches.change(RESPONSE, draft.id, page, draft.etag)
    assert await breaches.resume(RESPONSE, draft.id) == draft


async def test_back_and_change_are_kept(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE[:2])
    draft = await breaches.go_back(RESPONSE, draft.id, draft.etag)
    assert draft.revisiting == "happened"
    draft = await breaches.change(RESPONSE, draft.id, "danger", draft.etag)
    assert (await breaches.resume(RESPONSE, draft.id)).revisiting == "danger"


async def test_a_record_with_an_open_question_is_not_sent(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE[:-1])
    with pytest.raises(Unreadable, match="still to give"):
        await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert follow_up.told == []
