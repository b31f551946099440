"""What is offered is taken once, by the one it was offered to, in time, or stays; and words mean whoever bears them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import duty_offers
from domain.contacts import ContactPlan, plan_for
from domain.duty_offers import DutyOffer, OfferState, meant
from domain.errors import AssistantError, NotAllowed, Outdated, Unreadable
from domain.officers import Officer, Role
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import RESPONSE, SUPERVISOR, VLO, officer

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
OTHER = replace(officer("Val Second", Role.VLO), collar="4201")
KIT = replace(officer("Kit Second", Role.VLO), collar="4202", email="kit.second@force.example")
FORCE = (VLO, OTHER, KIT, SUPERVISOR, RESPONSE)


def due_in(time: timedelta) -> ContactPlan:
    plan = plan_for(an_order(), NOON)
    return replace(plan, ahead=(replace(plan.due, must_by=NOON + time),))


def an_offer(*plans: ContactPlan, lasts: timedelta = 4 * HOUR, to: Officer = OTHER) -> DutyOffer:
    return duty_offers.offered(VLO.id, VLO.id, to, plans or (due_in(9 * HOUR),), VLO.id, NOON, lasts)


STEPS: dict[str, Callable[[DutyOffer, UUID, datetime], DutyOffer]] = {
    "take": duty_offers.taken,
    "refuse": lambda offer, who, now: duty_offers.refused(offer, who, "no", now),
    "withdraw": duty_offers.withdrawn,
    "give back": duty_offers.returned,
}
MAY = {("take", OTHER.id), ("refuse", OTHER.id), ("withdraw", VLO.id)}


@given(
    st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from([VLO.id, OTHER.id, SUPERVISOR.id]), st.integers(0, 90)), max_size=8)
)
def test_only_the_first_answer_counts_and_only_what_was_taken_goes_back(steps: list[tuple[str, UUID, int]]) -> None:
    """Reckoned beside it as a short story: unanswered, then one answer, then perhaps the way back."""
    offer, now, story = an_offer(lasts=HOUR), NOON, ["open"]
    taken_at = NOON
    for what, who, minutes in steps:
        now += minutes * MINUTE
        good = (story[-1] == "open" and now < NOON + HOUR and (what, who) in MAY) or (
            story[-1] == "take" and (what, who) == ("give back", OTHER.id) and now < taken_at + 10 * MINUTE
        )
        before = offer
        offer = _stepped(what, offer, who, now)
        assert (offer != before) == good
        story += [what] * good
        taken_at = now if good and what == "take" else taken_at
    assert len(story) <= 3


def _stepped(what: str, offer: DutyOffer, who: UUID, now: datetime) -> DutyOffer:
    """As it was where the step is refused."""
    with suppress(AssistantError):
        return STEPS[what](offer, who, now)
    return offer


@given(st.lists(st.integers(-60, 600), min_size=1, max_size=5), st.integers(5, 600))
def test_an_offer_ends_with_the_first_contact_that_must_still_be_made_or_before(must_by: list[int], lasts: int) -> None:
    offer = an_offer(*(due_in(minutes * MINUTE) for minutes in must_by), lasts=lasts * MINUTE)
    ahead = sorted(minutes for minutes in must_by if minutes > 0)
    assert offer.until - NOON == (lasts if not ahead or ahead[0] > lasts else ahead[0]) * MINUTE
    assert duty_offers.taken(offer, OTHER.id, offer.until - MINUTE / 2).state is OfferState.TAKEN
    with pytest.raises(Outdated, match="Nobody took it in time"):
        duty_offers.taken(offer, OTHER.id, offer.until)


def test_what_cannot_be_offered_says_why() -> None:
    with pytest.raises(NotAllowed, match="may not make contacts"):
        an_offer(to=RESPONSE)
    with pytest.raises(Outdated, match="already"):
        an_offer(to=VLO)
    with pytest.raises(Outdated, match="nothing to give"):
        duty_offers.assigned(VLO.id, VLO.id, OTHER, (), SUPERVISOR.id, NOON)


def test_what_was_assigned_goes_back_by_whoever_assigned_it() -> None:
    made = duty_offers.assigned(VLO.id, VLO.id, OTHER, (due_in(HOUR),), SUPERVISOR.id, NOON)
    with pytest.raises(Outdated):
        duty_offers.returned(made, OTHER.id, NOON)
    assert duty_offers.returned(made, SUPERVISOR.id, NOON + 9 * MINUTE).state is OfferState.RETURNED


def test_a_refusal_needs_its_reason_and_keeps_so_much_of_it() -> None:
    with pytest.raises(Unreadable, match="why not"):
        duty_offers.refused(an_offer(), OTHER.id, "  ", NOON)
    assert duty_offers.refused(an_offer(), OTHER.id, " no " + "x" * 600, NOON).reason == "no " + "x" * 497


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("4201", [OTHER]),
        ("PC 4201 Second", [OTHER]),
        ("second", [OTHER, KIT]),
        ("VLO Val Second.", [OTHER]),
        ("KIT.SECOND@force.example", [KIT]),
        ("4201 kit", [OTHER, KIT]),
        ("4201 please", [OTHER]),
        ("sandy", [SUPERVISOR]),
    ],
)
def test_words_mean_whoever_bears_them_and_both_where_number_and_name_disagree(words: str, found: list[Officer]) -> None:
    assert meant(FORCE, words, VLO.id) == found


@pytest.mark.parametrize(
    ("words", "said"), [(" . ", "Say whom"), ("vic liaison", "Nobody"), ("robin", "Nobody"), ("pc", "Nobody"), ("9999", "Nobody")]
)
def test_words_that_mean_nobody_who_may_have_it_are_refused(words: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        meant(FORCE, words, VLO.id)


def test_more_of_one_name_than_fit_a_list_are_told_apart_by_their_numbers() -> None:
    many = [officer(f"Val Number-{number}", Role.VLO) for number in range(7)]
    with pytest.raises(Unreadable, match="collar number"):
        meant(many, "val", VLO.id)
