"""The points to prove: each says what is held and what is lacking; they inform and decide nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.breaches.drafts import Breach, page_of, standing, when_of
from domain.breaches.flow import change
from domain.breaches.points import Point, points_to_prove, strip_words
from domain.breaches.then import standings_then, states_of
from domain.orders import Change, Order, OrderState
from tests.breaches import ACCOUNT, BROKEN, HELD, KNOWN, NOW, SIMPLE, Given, a_draft, changed, filed, kept, left_out, stepped, told_record
from tests.orders import a_party, an_order


def points(breach: Breach, order: Order) -> dict[str, Point]:
    return {one.short: one for one in points_to_prove(order, standing(breach.answers), breach.states)}


def point(short: str, *other: Given, at: int = 1, order: Order | None = None) -> Point:
    return points(*told_record(*changed(*other, at=at), order=order))[short]


def test_there_are_six_and_all_stand_on_one_line() -> None:
    order = an_order()
    empty = points_to_prove(order, {}, ())
    assert [one.short for one in empty] == [
        "identity",
        "order in force",
        "forbidden act",
        "awareness",
        "no reasonable excuse",
        "no contempt",
    ]
    assert strip_words(empty) == (
        "Points to prove: identity: nothing yet; order in force: nothing yet; forbidden act: nothing yet; awareness: nothing yet; "
        "no reasonable excuse: nothing yet; no contempt: nothing yet."
    )
    told = points_to_prove(order, standing(a_draft(*SIMPLE).answers), told_record(*SIMPLE)[0].states)
    assert strip_words(told).count("some evidence") == 4


def test_none_of_them_decides() -> None:
    words = " ".join(f"{one.title} {one.held} {one.lacking}" for one in points(*told_record(*SIMPLE)).values()).casefold()
    assert [word for word in ("guilty", "proved", "no offence", "not served", "sufficient", "must be charged") if word in words] == []


def test_who_it_was_is_held_by_how_it_is_known() -> None:
    known = point("identity")
    assert known.held == "Phone number or account known to be theirs"
    assert known.lacking.startswith("what shows it: photograph")
    assert known.lacking.endswith("on the order: John Smith, born 12 March 1985")


def test_who_it_was_is_lacking_where_nobody_knows_and_what_was_said_is_said() -> None:
    unknown = point("identity", KNOWN | {"identity": "id_unknown", "identity_more": "a voice"}, at=3)
    assert (unknown.held, unknown.said) == ("", '"a voice"')
    assert unknown.lacking.startswith("how it is known who did it")


def test_a_respondent_without_a_date_of_birth_is_named_without_one() -> None:
    assert points_to_prove(an_order(respondent=a_party(dob=None)), {}, ())[0].lacking.endswith("on the order: John Smith")


def test_an_order_live_at_that_time_is_held() -> None:
    order = an_order()
    assert point("order in force", order=order).held == (
        f"order {order.reference}; State of the order then: In force on what the court last told us"
    )


def test_an_order_that_had_ended_lacks_proof_that_it_was_in_force_and_stops_nobody() -> None:
    ended = point("order in force", order=an_order(discharged_at=NOW.replace(day=1)))
    assert (ended.held, "proof that it was in force" in ended.lacking, "Keep recording" in ended.lacking) == ("", True, True)


def force(order: Order, earlier: tuple[Order, ...] = ()) -> Point:
    """Of the simple breach, as it was told while the order stood so."""
    answers = standing(a_draft(*SIMPLE).answers)
    standings = standings_then(order, when_of(answers), earlier)
    return points_to_prove(order, answers, states_of(standings), (), standings)[1]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"expires_at": None}, "No end date known: treat as live and check with the court"),
        (
            {"return_hearing_on": date(2026, 8, 3), "expires_at": None},
            "May have ended at the hearing of 3 August 2026: check with the court",
        ),
        ({"made_on": date(2026, 11, 21)}, "Made that day, time not known: ask the court for the hour"),
    ],
)
def test_an_order_that_may_not_have_been_in_force_is_not_certain_and_says_why(changes: dict[str, Any], why: str) -> None:
    order = an_order(**changes)
    point = force(order)
    assert (point.held, point.doubt) == ("", f"order {order.reference}; {why}")
    assert point.shown == f"not certain: {point.doubt}"
    assert "proof that it was in force at that time" in point.lacking
    assert "order in force: not certain" in strip_words([point])


def test_an_order_that_was_changed_that_day_is_not_certain_and_asks_for_the_hour() -> None:
    first = an_order()
    varied = replace(first, version=2, variation=1, change=Change.VARIED, changed_on=date(2026, 11, 21))
    assert force(varied, (first,)).doubt.endswith("read both versions and ask the court for the hour")
    day_before = force(replace(varied, changed_on=date(2026, 11, 20)), (first,))
    assert (day_before.held.endswith("Varied: check the newest version"), day_before.doubt) == (True, "")


def test_an_order_that_ended_within_the_time_is_not_certain() -> None:
    order = an_order()
    doubt = points_to_prove(order, {}, (OrderState.IN_FORCE, OrderState.EXPIRED))[1].doubt
    assert "The order changed state within that time" in doubt


def test_a_return_hearing_to_come_takes_no_certainty_away() -> None:
    assert force(an_order(return_hearing_on=date(2026, 12, 3))).doubt == ""


def test_a_time_left_out_is_lacking() -> None:
    order = an_order(made_on=None)
    draft = stepped(left_out(a_draft("no", order_id=order.id), "not asked"), BROKEN)
    lacks = points_to_prove(order, standing(draft.answers), ())[1].lacking
    assert "the time of the act; the date on which it was made" in lacks


def test_an_act_on_the_day_the_order_was_made_asks_for_the_hour() -> None:
    assert "the hour at which it was made" in point("order in force", order=an_order(made_on=date(2026, 11, 21))).lacking


@pytest.mark.parametrize(
    ("has_document", "asked"),
    [
        (True, "a copy of the sealed order in the file, and the court's confirmation for that date"),
        (False, "the sealed order, and the court's confirmation for that date"),
    ],
)
def test_a_sealed_order_that_the_register_holds_is_not_lacking_only_its_copy_in_the_file_is(has_document: bool, asked: str) -> None:
    assert point("order in force", order=an_order(has_document=has_document)).lacking == asked


@pytest.mark.parametrize("said", ["not sure", "dunno"])
def test_a_condition_nobody_is_sure_of_is_not_held(said: str) -> None:
    act = point("forbidden act", BROKEN | {"conditions": said}, at=2)
    assert act.held == "the account given; the evidence given"
    assert "which condition it breaks" in act.lacking


def test_the_account_and_the_evidence_given_are_held_and_more_is_asked_for() -> None:
    act = point("forbidden act")
    assert act.held.endswith("contact with the protected person; the account given; the evidence given")
    assert "what else supports the account" in act.lacking
    assert "stock wording, not this order's own" in act.lacking


@pytest.mark.parametrize("said", ["ev_none", "none", "no evidence yet"])
def test_evidence_that_is_not_there_is_not_held(said: str) -> None:
    act = point("forbidden act", HELD | {"evidence": said}, at=5)
    assert act.held.endswith("; the account given")
    assert "; what supports the account" in act.lacking


def test_evidence_left_out_is_not_held_and_evidence_beside_none_is() -> None:
    left, order = left_out(a_draft(*SIMPLE[:5])), an_order()
    assert points_to_prove(order, standing(left.answers), ())[2].held.endswith("; the account given")
    assert point("forbidden act", HELD | {"evidence": "none yet\nscreenshots"}, at=5).held.endswith("; the evidence given")


def test_an_account_left_out_is_not_held() -> None:
    draft = stepped(kept(a_draft("no"), "skip: not told yet")[0], ACCOUNT | {"happened": ""})
    assert points_to_prove(an_order(), standing(stepped(draft, BROKEN).answers), ())[2].held.endswith("the protected person")


@pytest.mark.parametrize(("condition", "asked"), [("B", True), ("H", True), ("C", False)])
def test_harassment_has_to_be_oppressive(condition: str, asked: bool) -> None:
    act = point("forbidden act", BROKEN | {"conditions": condition}, at=2)
    assert ("oppressive and unreasonable" in act.lacking) is asked


@pytest.mark.parametrize(
    ("exception", "lacking"), [("exception_none", False), ("exception_may", True), ("exception_unchecked", True), ("skip", True)]
)
def test_the_exceptions_are_lacking_until_none_is_seen_to_apply(exception: str, lacking: bool) -> None:
    draft, _ = kept(a_draft(*SIMPLE[:2]), BROKEN | {"exception": exception})
    assert ("the exceptions in it" in points_to_prove(an_order(), standing(draft.answers), ())[2].lacking) is lacking


@pytest.mark.parametrize("said", ["not_known", "he was not served", "no idea", "she showed him a letter"])
def test_words_that_name_no_source_are_said_and_never_held(said: str) -> None:
    knew = point("awareness", KNOWN | {"awareness": said, "awareness_more": "ask the usher"}, at=3)
    assert knew.held == ""
    assert knew.title == "Knew, before the act, that the order existed (needed where it was made without notice)"
    assert knew.lacking == "how and when the respondent came to know that it exists; that this was before the act"
    assert knew.said.endswith('"ask the usher"')


def test_one_way_of_knowing_is_held_beside_what_is_not_known() -> None:
    assert point("awareness", KNOWN | {"awareness": "in_court,told_by_police"}, at=3).held == "Told by police; Present in court"


@pytest.mark.parametrize(
    ("given", "held", "said", "lacking"),
    [
        ({"explained": "explained_later"}, "", "Not asked yet", "Any explanation, word for word."),
        ({"explained": "explained_nothing"}, "the respondent was asked and gave no explanation", "Gave none", "Any explanation"),
        ({"explained": "explained", "explanation": "to see the dog"}, "", '"to see the dog"', "What would disprove it."),
    ],
)
def test_an_excuse_is_for_the_prosecution_to_disprove_and_silence_proves_nothing(
    given: dict[str, str], held: str, said: str, lacking: str
) -> None:
    excuse = point("no reasonable excuse", KNOWN | given, at=3)
    assert (excuse.held, excuse.said) == (held, said)
    assert excuse.lacking.startswith(lacking)
    assert excuse.lacking.endswith("Once one is raised it is for the prosecution to disprove it")


def test_an_explanation_that_was_put_right_to_none_is_told_no_more() -> None:
    explained = a_draft(*changed(KNOWN | {"explained": "explained", "explanation": "to see the dog"}, at=3))
    none = stepped(change(explained, page_of("knowledge")), {"explained": "explained_nothing"})
    excuse = points(*filed(none, an_order()))["no reasonable excuse"]
    assert (excuse.said, "dog" in excuse.lacking) == ("Gave none", False)


@pytest.mark.parametrize(
    ("given", "held", "lacking"),
    [
        ("contempt_no", "not as far as is known", "the family court's word"),
        ("contempt_unchecked", "", "the family court's word"),
        ("contempt_yes", "", "check with the family court before going further"),
    ],
)
def test_contempt_is_the_family_courts_to_say(given: str, held: str, lacking: str) -> None:
    contempt = point("no contempt", HELD | {"contempt": given}, at=5)
    assert (contempt.held, lacking in contempt.lacking) == (held, True)
