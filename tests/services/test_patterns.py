"""Breaches of a respondent's orders are counted together where a person linked the orders, and only for whoever may be told of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.orders import answer_card
from bot.offers import Offer
from domain.breaches.patterns import Pattern, pattern_words
from domain.glances import BREACH_DAYS
from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.same_person import Record
from services import same_person
from services.breaches import Breaches
from services.lookups import open_order
from storage.work import Database
from tests.breaches import FollowUpSeen
from tests.fakes.talk import words
from tests.following_up import Scene
from tests.orders import a_party, an_order
from tests.people import NEIGHBOUR, RESPONSE, VLO

RESPONDENT = PartyRole.RESPONDENT


@pytest.fixture
async def scene(database: Database) -> Scene:
    made = Scene(database)
    await made.held()
    return made


async def pattern(scene: Scene, order: Order, by: Officer = RESPONSE) -> Pattern | None:
    found = (await open_order(scene.database.work, scene.clock, by, order.id)).glance
    assert found is not None
    return found.pattern


async def linked(scene: Scene, other: Order, role: PartyRole = RESPONDENT) -> None:
    await same_person.link(scene.database.work, scene.clock, RESPONSE, Record(scene.order.id, RESPONDENT), Record(other.id, role), 0)


async def test_a_second_breach_of_an_order_makes_a_pattern_and_the_first_does_not(scene: Scene) -> None:
    await scene.sent()
    assert await pattern(scene, scene.order) is None
    await scene.sent()
    day = scene.clock().date()
    assert await pattern(scene, scene.order) == Pattern(2, 2, day)


async def test_a_breach_of_another_order_counts_once_a_person_has_linked_the_respondents(scene: Scene) -> None:
    other = an_order()
    await scene.held(other)
    await scene.sent()
    await scene.sent(order=other)
    assert await pattern(scene, scene.order) is None
    await linked(scene, other)
    found = await pattern(scene, scene.order)
    assert found is not None
    assert "2 recorded in 90 days (1 of this order)" in pattern_words(found)


async def test_an_order_whose_protected_person_is_the_respondent_here_does_not_count(scene: Scene) -> None:
    other = an_order()
    await scene.held(other)
    await linked(scene, other, PartyRole.APPLICANT)
    await scene.sent()
    await scene.sent(order=other)
    assert await pattern(scene, scene.order) is None


async def test_nobody_is_told_by_a_number_what_may_not_be_told_in_words(scene: Scene) -> None:
    other = an_order(applicant=replace(a_party(role=PartyRole.APPLICANT), confidential=frozenset({"name"})))
    await scene.held(other)
    await linked(scene, other)
    await scene.sent()
    await scene.sent(order=other)
    assert await pattern(scene, scene.order, NEIGHBOUR) is None
    assert await pattern(scene, scene.order, VLO) == Pattern(2, 1, scene.clock().date())


async def test_it_ends_with_the_ninety_days_since_nothing_of_it_is_kept(scene: Scene) -> None:
    await scene.sent()
    await scene.sent()
    scene.clock.advance(timedelta(days=BREACH_DAYS + 1))
    assert await pattern(scene, scene.order) is None


async def test_the_record_itself_says_it_too(scene: Scene) -> None:
    other = an_order()
    await scene.held(other)
    await linked(scene, other)
    record = await scene.sent(("arrest", scene.clock()), kinds=(("cctv", "CCTV", True),))
    await scene.sent(order=other)
    breaches = Breaches(scene.database.work, scene.clock, FollowUpSeen())
    beside = (await breaches.find(RESPONSE, record.reference)).beside
    assert (beside.pattern, len(beside.updates), len(beside.tasks)) == (Pattern(2, 1, scene.clock().date()), 1, 1)


async def test_the_orders_card_warns_of_it_above_who_it_is_about(scene: Scene) -> None:
    await scene.sent()
    await scene.sent()
    match = await open_order(scene.database.work, scene.clock, RESPONSE, scene.order.id)
    drawn = list(words(answer_card(match, RESPONSE, scene.clock(), Offer(RESPONSE.id, "talk", scene.clock()))))
    (told,) = [at for at, one in enumerate(drawn) if one.startswith("Repeat breaches: 2 recorded in 90 days")]
    assert told < drawn.index("Respondent")
