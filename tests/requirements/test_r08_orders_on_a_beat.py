"""R8: the live orders of a beat, each with its end, the last contact, the last compliance visit and the breaches of 90 days."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from domain.areas import read_areas
from domain.contacts import Outcome
from domain.orders import PartyRole
from storage.work import Database
from tests.fakes.clock import NOON
from tests.local import HILL_OFFICER, POLICY, Beat, a_breach, references
from tests.orders import a_party
from tests.people import ADMIN, NEIGHBOUR, RESPONSE, SUPERVISOR
from tests.trail import trail_of

DAY = timedelta(days=1)


@pytest.fixture
def beat(database: Database) -> Beat:
    return Beat(database)


async def test_r08_an_officer_sees_the_live_orders_of_the_beat_and_what_matters_of_each(beat: Beat) -> None:
    order = beat.an_order(ends_in=12)
    await beat.hold(order, beat.an_order("ZZ7 1AA"), beat.an_order("ZZ9 1AA"))
    await beat.contact(Outcome.SPOKE_SAFE)
    async with beat.database.work() as uow:
        await uow.breaches.add(a_breach(order, NOON.date() - 3 * DAY))
        await uow.breaches.add(a_breach(order, NOON.date() - 91 * DAY))
    said = await beat.chat(NEIGHBOUR).say("orders on my beat")
    assert references(said) == [order.reference]
    told = dict(pairwise(said))
    assert (told["Respondent"], told["Ends"]) == (
        "John Smith, 12 March 1985",
        "Wed 2 December 2026 at 12:00, in 12 days (on the 14-day watch)",
    )
    assert told["State"] == "In force on what the court last told us. Last confirmed with the court on 2 June 2026."
    assert told["Last contact"] == "20 November 2026"
    assert told["Compliance visit"] == "none recorded here; none planned"
    assert told["Breaches in 90 days"] == "1"


async def test_r08_what_has_ended_or_is_not_yet_made_is_on_no_beat(beat: Beat) -> None:
    live = beat.an_order()
    ended = [beat.an_order(ends_in=-1), beat.an_order(discharged_at=NOON - DAY), beat.an_order(undertaking_at=NOON - DAY)]
    await beat.hold(live, *ended, beat.an_order(made_on=NOON.date() + DAY), beat.an_order(ends_in=None, discharged_at=NOON - DAY))
    assert references(await beat.chat(NEIGHBOUR).say("my beat")) == [live.reference]


async def test_r08_a_long_list_is_turned_page_by_page_and_misses_none(beat: Beat) -> None:
    orders = [beat.an_order(ends_in=number) for number in (9, 3, 27, None, 200, 3, 40, 14, 90, None, 7, 28, 29)]
    await beat.hold(*orders)
    chat = beat.chat(NEIGHBOUR)
    pages = [await chat.say("orders on my beat"), await chat.press("Next page"), await chat.press("Next page")]
    assert [len(references(one)) for one in pages] == [6, 6, 1]
    seen = [reference for one in pages for reference in references(one)]
    assert sorted(seen) == sorted(one.reference for one in orders)
    ends = {one.reference: one.expires_at for one in orders}
    shown = [ends[reference] or NOON + 9_999 * DAY for reference in seen]
    assert shown == sorted(shown)
    assert "The first 6 of 13 live orders, the soonest to end first." in pages[0]
    (picture,) = [part for part in chat.cards[0]["body"] if part["type"] == "Image"]
    assert picture["url"] == "/charts/beat/3.2.2.4.2.svg"
    assert "In 15 to 28 days: 2." in picture["altText"]


async def test_r08_an_area_is_asked_for_by_name_and_only_by_whom_it_belongs_to(beat: Beat) -> None:
    river, hill = beat.an_order(), beat.an_order("ZZ7 1AA")
    await beat.hold(river, hill, beat.an_order("ZZ3 4DC"))
    assert references(await beat.chat(HILL_OFFICER).say("orders on my patch")) == [hill.reference]
    standing_over = beat.chat(SUPERVISOR)
    assert references(await standing_over.say("orders in the hill area")) == [hill.reference]
    (refused,) = await beat.chat(NEIGHBOUR).say("hill beat")
    assert refused.startswith("The Hill beat is not yours.")
    (unknown,) = await standing_over.say("orders on the moor beat")
    assert unknown.startswith("There is no area moor. Areas: Hill, Riverside.")
    (none,) = await beat.chat(RESPONSE).say("orders on my beat")
    assert none.startswith("No area of your force's policy is yours")
    assert none.endswith("If one of them should be yours, ask whoever keeps the policy.")
    (not_theirs,) = await beat.chat(ADMIN).say("orders on my beat")
    assert not_theirs.startswith("Your role does not include this.")


async def test_r08_whoever_may_list_any_beat_and_has_none_is_told_how_to_name_one(beat: Beat) -> None:
    await beat.hold(beat.an_order("ZZ7 1AA"))
    chat = beat.chat(SUPERVISOR)
    (none,) = await chat.say("orders on my beat")
    assert none.endswith('Name one: "orders on the Hill beat", "patrol list in Hill".')
    assert len(references(await chat.say("orders on the Hill beat"))) == 1


async def test_r08_where_a_protected_person_lives_is_told_only_to_whom_it_may_be(beat: Beat) -> None:
    order = beat.an_order("ZZ9 9ZZ", applicant=a_party(role=PartyRole.APPLICANT, postcode="ZZ1 1AA"))
    await beat.hold(order)
    assert references(await beat.chat(NEIGHBOUR).say("riverside beat")) == []
    said = await beat.chat(SUPERVISOR).say("riverside beat")
    assert (references(said), "the protected person lives here: not for the respondent's ears" in said) == ([order.reference], True)


async def test_r08_whoever_another_order_protects_is_on_no_list_by_where_they_live(beat: Beat) -> None:
    ours = beat.an_order()
    theirs = beat.an_order(
        "ZZ9 9ZZ",
        respondent=a_party(surname="Marlow", forenames="Jane", dob=ours.applicant.dob, postcode="ZZ9 9ZZ"),
        applicant=a_party(role=PartyRole.APPLICANT, surname="Smith", forenames="John", dob=ours.respondent.dob),
    )
    await beat.hold(ours, theirs)
    assert references(await beat.chat(NEIGHBOUR).say("my beat")) == []


async def test_r08_a_beat_of_postcodes_and_one_drawn_as_a_polygon_are_listed_alike_with_all_that_matters(beat: Beat) -> None:
    """Areas as a force writes them; the points of two sectors lie in the polygon, that of the third beside it."""
    north = {"postcodes": ["ZZ1"], "officers": [NEIGHBOUR.email]}
    east = {"polygons": [[[53.0, -1.0], [54.0, -1.0], [54.0, 0.0], [53.0, 0.0]]], "officers": [NEIGHBOUR.email]}
    points = {"ZZ3 4": [53.5, -0.5], "ZZ5": [53.9, -0.1], "ZZ8": [53.5, 0.5]}
    beat.policy = replace(POLICY, areas_worked=read_areas({"areas": {"north": north, "east": east}, "points": points}))
    by_postcode, *by_polygon = beat.an_order(ends_in=5), beat.an_order("ZZ3 4DC", ends_in=20), beat.an_order("ZZ5 1AA", ends_in=200)
    await beat.hold(by_postcode, *by_polygon, beat.an_order("ZZ8 1AA"), beat.an_order("ZZ3 5AA"), beat.an_order("ZZ9 1AA"))
    await beat.contact(Outcome.SPOKE_SAFE)
    chat = beat.chat(NEIGHBOUR)
    await chat.say(f"plan a visit to {by_postcode.reference}")
    await chat.press("Record the visit")
    await chat.press("Keep", outcome="declined", next="7")
    async with beat.database.work() as uow:
        await uow.breaches.add(a_breach(by_postcode, NOON.date() - DAY))
    said = await chat.say("orders on my beat")
    assert (said[1], references(said)) == ("Orders, North, East", [by_postcode.reference, *(one.reference for one in by_polygon)])
    first = dict(pairwise(said[: said.index(by_polygon[0].reference)]))
    assert [first[name] for name in ("Ends", "Last contact", "Compliance visit", "Breaches in 90 days")] == [
        "Wed 25 November 2026 at 12:00, in 5 days (on the 7-day watch)",
        "20 November 2026",
        "20 November 2026; the next by 27 November 2026",
        "1",
    ]
    assert references(await chat.say("orders on the east beat")) == [one.reference for one in by_polygon]


async def test_r08_the_list_is_on_the_trail_of_each_order_shown(beat: Beat) -> None:
    order = beat.an_order()
    await beat.hold(order)
    await beat.chat(NEIGHBOUR).say("orders on my beat")
    (line,) = [one for one in await trail_of(beat.database) if one.event == "beat:orders:listed"]
    assert (line.actor, line.subject) == (NEIGHBOUR.id, f"{order.id};{order.respondent.id}")


async def test_r08_the_areas_of_the_policy_are_shown_in_the_chat(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    said = await beat.chat(NEIGHBOUR).say("areas")
    assert said[0:3] == ["Areas of the force", "Riverside", "ZZ1, ZZ3 4; officers: nat@force.example; yours"]
