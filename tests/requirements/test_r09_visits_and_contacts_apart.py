"""R9: a compliance visit to the respondent and a reassurance contact with the protected person are two tasks, and neither ever stands for the other."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import orjson
import pytest

from bot.cards.visit_hands import WHY
from bot.offers import Offer
from domain.contacts import Outcome
from domain.errors import NotAllowed
from domain.officers import Officer, Role
from domain.outbox import LIVE_STATES, VISIT_DUE, VISIT_LATE, State
from domain.visits import NoFurther, VisitPlan, visit_id
from services.visit_hands import VisitHands
from storage.work import Database
from tests.duty import arrived
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON
from tests.local import HILL_OFFICER, Beat
from tests.people import NEIGHBOUR, RESPONSE, SUPERVISOR, VLO, officer
from tests.trail import trail_of

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
async def beat(database: Database) -> Beat:
    made = Beat(database)
    await made.hold(made.an_order())
    return made


async def planned(beat: Beat) -> Chat:
    chat = beat.chat(NEIGHBOUR, "chat")
    await chat.say(f"plan a visit to {beat.order.reference}")
    return chat


async def visit_rows(beat: Beat) -> list[tuple[str, UUID, State]]:
    async with beat.database.reading() as uow:
        return [(row.stage, row.recipient, row.state) for row in await uow.outbox.of_plan(visit_id(beat.order.id))]


async def test_r09_a_recorded_visit_leaves_the_contact_owed_as_it_was(beat: Beat) -> None:
    before, rows = await beat.plan(), await beat.live()
    chat = await planned(beat)
    await chat.press("Record the visit")
    said = await chat.press("Keep", outcome="explained", said="I know about it")
    assert "Recorded. What was said stands on the order as evidence of awareness." in said
    assert (await beat.plan(), await beat.live()) == (before, rows)


async def test_r09_a_contact_that_was_made_leaves_the_visit_owed_as_it_was(beat: Beat) -> None:
    await planned(beat)
    async with beat.database.reading() as uow:
        before = await uow.visits.get(visit_id(beat.order.id))
    rows = await visit_rows(beat)
    await beat.contact(Outcome.SPOKE_SAFE)
    async with beat.database.reading() as uow:
        assert await uow.visits.get(visit_id(beat.order.id)) == before
    assert await visit_rows(beat) == rows


async def test_r09_the_visit_has_a_time_an_owner_and_reminders_of_its_own(beat: Beat) -> None:
    chat = await planned(beat)
    assert sorted(await visit_rows(beat)) == [
        (VISIT_DUE, NEIGHBOUR.id, State.PENDING),
        (VISIT_LATE, SUPERVISOR.id, State.PENDING),
    ]
    beat.clock.advance(14 * DAY - 3 * HOUR)
    told = await arrived(beat, chat, NEIGHBOUR)
    assert told[1:] == ["A compliance visit is due", beat.order.reference, "Whom it is to stands in it. Press Open the visit."]
    assert f"Compliance visit: {beat.order.reference}" in await chat.press("Open the visit")
    beat.clock.advance(2 * DAY)
    late = await arrived(beat, beat.chat(SUPERVISOR, "chat"), SUPERVISOR)
    assert late[1] == "A compliance visit is overdue: you are told as supervisor"


async def test_r09_no_notice_of_a_visit_names_anybody(beat: Beat) -> None:
    await planned(beat)
    beat.clock.advance(16 * DAY)
    await beat.dispatched()
    drawn = [orjson.dumps(one.drawn.activity).decode() for one in beat.messenger.arrived if "ompliance visit" in str(one.drawn.activity)]
    people = (beat.order.applicant, beat.order.respondent)
    named = [part for one in people for part in (one.surname, one.forenames, one.address1, one.postcode, one.phone) if part]
    assert (len(drawn), [part for part in named for one in drawn if part in one]) == (2, [])


async def test_r09_after_a_visit_the_next_follows_the_policys_own_rhythm_or_the_officers_choice(beat: Beat) -> None:
    chat = await planned(beat)
    times = []
    for outcome, days in (("explained", ""), ("not_in", ""), ("declined", "7")):
        await chat.press("Record the visit")
        await chat.press("Keep", outcome=outcome, next=days)
        async with beat.database.reading() as uow:
            plan = await uow.visits.get(visit_id(beat.order.id))
        assert plan is not None
        times.append((plan.must_by - NOON) // DAY)
    assert times == [28, 3, 7]
    live = [row for row in await visit_rows(beat) if row[2] in LIVE_STATES]
    assert len(live) == 2


async def test_r09_a_form_that_another_has_kept_since_is_not_kept_twice(beat: Beat) -> None:
    chat, other = await planned(beat), beat.chat(RESPONSE, "other")
    await other.say(f"visit {beat.order.reference}")
    await chat.press("Record the visit")
    await other.press("Record the visit")
    await chat.press("Keep", outcome="explained")
    assert await other.press("Keep", outcome="not_in") == ["Somebody has dealt with that visit already. Here is how it stands."]


async def test_r09_who_makes_it_is_whoever_works_the_beat_takes_it_or_is_given_it(beat: Beat) -> None:
    await planned(beat)
    standing_over = beat.chat(SUPERVISOR)
    said = await standing_over.say(f"visit {beat.order.reference}")
    assert NEIGHBOUR.name in said
    await standing_over.press("Give it to ...")
    assert HILL_OFFICER.name in await standing_over.press("Give it", to=str(HILL_OFFICER.id))
    hill = beat.chat(NEIGHBOUR, "again")
    await hill.say(f"visit {beat.order.reference}")
    assert NEIGHBOUR.name in await hill.press("Take it on")
    assert (await beat.chat(VLO).say(f"visit {beat.order.reference}"))[0].startswith("Your role does not include this.")


async def test_r09_when_its_officer_has_left_a_supervisor_is_told(beat: Beat) -> None:
    await planned(beat)
    await beat.leave(NEIGHBOUR)
    beat.clock.advance(14 * DAY - 3 * HOUR)
    await beat.dispatched()
    await beat.dispatched()
    assert (VISIT_DUE, SUPERVISOR.id, State.SENT) in await visit_rows(beat)


async def test_r09_nobody_is_sent_to_a_respondent_whose_order_has_ended(beat: Beat) -> None:
    chat = await planned(beat)
    async with beat.database.work() as uow:
        order = await uow.orders.demand(beat.order.id)
        await uow.orders.update(replace(order, discharged_at=NOON), NOON)
    beat.clock.advance(14 * DAY)
    await beat.dispatched()
    assert {state for _, _, state in await visit_rows(beat)} <= {State.CANCELLED, State.PENDING}
    assert "Plan a visit" not in (await chat.say(f"visit {beat.order.reference}"))
    assert "No visit to a respondent is owed within a week." in await chat.say("patrol list")


async def closed(beat: Beat, why: str) -> Chat:
    chat = await planned(beat)
    await chat.press("No further visit")
    assert "No further visit is planned." in await chat.press(why)
    return chat


async def test_r09_a_closed_visit_tells_nobody_and_can_be_planned_again(beat: Beat) -> None:
    chat = await closed(beat, "The respondent is in custody")
    assert {state for _, _, state in await visit_rows(beat)} == {State.CANCELLED}
    assert "Planned. Whoever makes the visit is told in time." in await chat.press("Plan a visit")


async def test_r09_that_no_further_visit_is_made_stands_with_why_and_who_said_so(beat: Beat) -> None:
    await closed(beat, "Another team sees the respondent")
    told = dict(pairwise(await beat.chat(RESPONSE).say(f"visit {beat.order.reference}")))
    assert told["Visit"] == "no further visit is planned (another team sees the respondent, 20 November 2026)"
    assert told["Said by"] == NEIGHBOUR.name
    lines = [one for one in await trail_of(beat.database) if one.event == "visit:plan:closed_others"]
    assert [(one.actor, str(beat.order.respondent.id) in one.subject) for one in lines] == [(NEIGHBOUR.id, True)]


async def test_r09_a_visit_closed_by_a_slip_is_owed_again_as_it_was_for_ten_minutes(beat: Beat) -> None:
    chat = await planned(beat)
    before = await the_plan(beat)
    await chat.press("No further visit")
    await chat.press("It was planned by mistake")
    beat.clock.advance(9 * MINUTE)
    assert "Undone: the visit stands as it did before." in await chat.press("Undo, within 10 minutes")
    after = await the_plan(beat)
    assert replace(after, version=before.version) == before
    live = [(stage, who) for stage, who, state in await visit_rows(beat) if state is State.PENDING]
    assert sorted(live) == [(VISIT_DUE, NEIGHBOUR.id), (VISIT_LATE, SUPERVISOR.id)]


async def test_r09_a_card_of_before_reasons_were_asked_for_asks_for_one_and_ends_nothing(beat: Beat) -> None:
    chat = await planned(beat)
    offer = Offer(NEIGHBOUR.id, f"chat-{NEIGHBOUR.id}", beat.clock())
    chat.buttons["No further visit"] = offer.press_once("visit:close", str(beat.order.id))["action"]
    async with beat.database.work() as uow:
        await uow.actions.offer(offer.actions)
    assert WHY in await chat.press("No further visit")
    assert (await the_plan(beat)).is_open


async def test_r09_after_ten_minutes_a_closed_visit_is_planned_and_not_undone(beat: Beat) -> None:
    chat = await closed(beat, "It was planned by mistake")
    beat.clock.advance(10 * MINUTE)
    (refused,) = await chat.press("Undo, within 10 minutes")
    assert refused.startswith("That was too long ago to be undone.")


async def test_r09_what_somebody_did_since_is_not_undone(beat: Beat) -> None:
    chat = await closed(beat, "It was planned by mistake")
    other = beat.chat(SUPERVISOR)
    await other.say(f"visit {beat.order.reference}")
    await other.press("Plan a visit")
    assert await chat.press("Undo, within 10 minutes") == ["Somebody has dealt with that visit already. Here is how it stands."]


async def test_r09_only_whose_it_is_whoever_works_the_beat_or_a_supervisor_ends_it(beat: Beat) -> None:
    await planned(beat)
    hands = VisitHands(beat.database.work, beat.clock, lambda: beat.policy)
    for stranger in (RESPONSE, HILL_OFFICER):
        assert "No further visit" not in await buttons_of(beat, stranger)
        with pytest.raises(NotAllowed):
            await hands.close(stranger, beat.order.id, NoFurther.SLIP)
    assert "No further visit" in await buttons_of(beat, NEIGHBOUR)
    assert not (await hands.close(SUPERVISOR, beat.order.id, NoFurther.SLIP)).may_end


async def test_r09_a_visit_in_another_officers_hands_is_taken_by_the_beat_and_once_overdue_by_anybody(beat: Beat) -> None:
    await planned(beat)
    assert "Take it on" not in await buttons_of(beat, RESPONSE)
    hands = VisitHands(beat.database.work, beat.clock, lambda: beat.policy)
    with pytest.raises(NotAllowed):
        await hands.take(RESPONSE, beat.order.id)
    beat.clock.advance(15 * DAY)
    chat = beat.chat(RESPONSE)
    await chat.say(f"visit {beat.order.reference}")
    assert "It is yours now." in await chat.press("Take it on")
    assert (await the_plan(beat)).owner == RESPONSE.id
    await chat.press("Undo, within 10 minutes")
    assert (await the_plan(beat)).owner == NEIGHBOUR.id


async def test_r09_whoever_has_a_visit_gives_it_back_to_the_beat_or_to_nobody(beat: Beat) -> None:
    chat = await planned(beat)
    said = await chat.press("Give it back")
    assert ("nobody's yet" in said, (await the_plan(beat)).owner) == (True, None)
    assert {who for _, who, state in await visit_rows(beat) if state is State.PENDING} == {SUPERVISOR.id}
    helper = beat.chat(RESPONSE, "helper")
    await helper.say(f"visit {beat.order.reference}")
    await helper.press("Take it on")
    await helper.press("Give it back")
    assert (await the_plan(beat)).owner == NEIGHBOUR.id
    events = [one.event.rpartition(":")[2] for one in await trail_of(beat.database) if one.event.startswith("visit:plan:")]
    assert [one for one in events if one != "shown"] == ["planned", "given_back", "taken", "given_back"]


async def the_plan(beat: Beat) -> VisitPlan:
    async with beat.database.reading() as uow:
        plan = await uow.visits.get(visit_id(beat.order.id))
    assert plan is not None
    return plan


async def buttons_of(beat: Beat, who: Officer) -> set[str]:
    """On the briefing of the visit."""
    chat = beat.chat(who, f"seen-{who.id}")
    await chat.say(f"visit {beat.order.reference}")
    return set(chat.buttons)


async def test_r09_every_step_is_on_the_trail_of_the_order_and_the_respondent_alone(beat: Beat) -> None:
    chat = await planned(beat)
    await chat.press("Record the visit")
    await chat.press("Keep", outcome="explained", said="canary")
    lines = [one for one in await trail_of(beat.database) if one.event.startswith("visit:")]
    assert [one.event.rpartition(":")[2] for one in lines] == ["planned", "shown", "recorded"]
    assert {str(beat.order.applicant.id) in one.subject for one in lines} == {False}
    assert "canary" not in str(lines)


async def test_r09_it_is_for_neighbourhood_officers_of_the_beat_before_anybody(database: Database) -> None:
    beat = Beat(database, [officer("Nell Nearer", Role.NEIGHBOURHOOD, team="west")])
    await beat.hold(beat.an_order("ZZ7 1AA"))
    chat = beat.chat(NEIGHBOUR)
    assert HILL_OFFICER.name in await chat.say(f"plan a visit to {beat.order.reference}")


async def test_r09_the_card_of_an_order_tells_the_last_visit_beside_the_last_contact_and_has_the_presses_for_one(beat: Beat) -> None:
    looked_up = beat.chat(RESPONSE, "patrol")
    told = dict(pairwise(await looked_up.say(f"find {beat.order.reference}")))
    assert (told["Last contact"], told["Compliance visit"]) == ("none recorded here", "none recorded here; none planned")
    assert "Planned. Whoever makes the visit is told in time." in await looked_up.press("Plan a visit")
    await looked_up.say(f"find {beat.order.reference}")
    await looked_up.press("Record the visit")
    await looked_up.press("Keep", outcome="explained")
    told = dict(pairwise(await looked_up.say(f"find {beat.order.reference}")))
    assert told["Last contact"] == "none recorded here"
    assert told["Compliance visit"] == "respondent met on 20 November 2026; the next by the end of Fri 18 December 2026"
    liaison = beat.chat(VLO, "liaison")
    assert "Compliance visit" in await liaison.say(f"find {beat.order.reference}")
    assert {"Plan a visit", "Visit briefing", "Record the visit"}.isdisjoint(liaison.buttons)
