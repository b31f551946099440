"""What happened to an order is read however it is put together: who says it, of what, in which words, and where it was learned; what is asked, wished or denied is none."""

from datetime import date
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.change_words import ChangeSaid, change_said
from domain.evidence import How
from domain.london import to_london
from domain.order_change_forms import read_end, read_hearing
from domain.order_changes import ChangeKind
from domain.provenance import Provenance
from domain.references import new_reference
from tests.fakes.clock import NOON

REFERENCE = new_reference("NMO", Random(7))
THE_ORDER = ("order", "the order", "nmo", "the nmo", "non mol", "his order", "her non-molestation order", REFERENCE, "it")
THE_COURT = ("the court", "court", "judge", "the judge", "the family court", "magistrates")
MADE = {
    ChangeKind.EXTENDED: ("extended", "prolonged", "renewed"),
    ChangeKind.DISCHARGED: ("discharged", "set aside", "revoked"),
    ChangeKind.VARIED: ("varied", "amended", "modified"),
}
WAS = ("", "was ", "has been ", "is now ", "has just been ")
UNTIL = ("to", "until", "till", "til", "up to")
END = {
    "3 may": date(2027, 5, 3),
    "3rd May 2027": date(2027, 5, 3),
    "3/5/2027": date(2027, 5, 3),
    "3 march 2027 4pm": date(2027, 3, 3),
}
GOES_ON = ("goes on", "continues", "runs", "carries on", "stays in force", "remains in force", "is still in force")
THE_HEARING = ("return hearing", "the return hearing", "hearing", "the hearing", "final hearing")
WAS_HELD = ("was held", "took place", "went ahead", "has taken place", "held")
SERVED = (
    "served on him", "served her the papers", "i served the order on the respondent", "the papers were served", "he was served",
    "pc smith served it", "handed her the order", "we gave the respondent a copy of the order", "process server served them", "she's been served",
)  # fmt: skip
TRIED = (
    "tried to serve", "attempted to serve the order", "could not serve him", "couldn't serve her", "unable to serve the papers", "service was attempted",
    "attempted service", "failed to serve it", "not been able to serve him", "went to serve the order, nobody in", "order not served, no reply at door",
)  # fmt: skip
AWARE = (
    "told him about the order", "i told the respondent of the nmo", "she is aware of the order", "made her aware of the non mol", "he knows about the order",
    "he says he knows about the order", "explained the order to her", "respondent was told of the order", "he was in court when it was made",
)  # fmt: skip
UNDERTAKING = (
    "undertaking accepted", "an undertaking was given", "he gave an undertaking", "the court accepted her undertaking", "order replaced by an undertaking",
    "replaced with an undertaking", "judge took an undertaking", "undertaking instead",
)  # fmt: skip
TOLD = [
    *(f"{order} {was}{verb}" for verbs in MADE.values() for order, was, verb in product(THE_ORDER, WAS, verbs)),
    *SERVED,
    *AWARE,
    *UNDERTAKING,
]


def kind_of(line: str) -> ChangeKind | None:
    said = change_said(line, NOON)
    return None if said is None else said.kind


def read(line: str) -> ChangeSaid:
    said = change_said(line, NOON)
    assert said is not None, line
    return said


@pytest.mark.parametrize(("kind", "verbs"), MADE.items(), ids=[kind.value for kind in MADE])
def test_what_a_court_did_is_read_whoever_or_whatever_the_line_begins_with(kind: ChangeKind, verbs: tuple[str, ...]) -> None:
    passive = [f"{order} {was}{verb}" for order, was, verb in product(THE_ORDER, WAS, verbs)]
    active = [f"{court} {verb} {order} today" for court, verb, order in product(THE_COURT, verbs, THE_ORDER)]
    assert {line: kind_of(line) for line in (*passive, *active)} == dict.fromkeys((*passive, *active), kind)


@given(some.sampled_from(THE_ORDER), some.sampled_from(MADE[ChangeKind.EXTENDED]), some.sampled_from(UNTIL), some.sampled_from(list(END)))
def test_the_new_end_is_read_after_any_of_the_words_for_until(order: str, verb: str, until: str, end: str) -> None:
    lines = [f"{order} {verb} {until} {end}", f"judge {verb} {order} {until} {end}", f"{order} {verb} by the court {until} {end}"]
    said = [read(line) for line in lines]
    assert {one.kind for one in said} == {ChangeKind.EXTENDED}
    assert {to_london(read_end(one.values["new_end"], NOON)).date() for one in said} == {END[end]}


@given(
    some.sampled_from(THE_HEARING),
    some.sampled_from(WAS_HELD),
    some.sampled_from(GOES_ON),
    some.sampled_from(UNTIL),
    some.sampled_from(list(END)),
)
def test_a_hearing_that_was_held_is_read_with_how_long_the_order_goes_on(hearing: str, held: str, on: str, until: str, end: str) -> None:
    said = read(f"{hearing} {held} yesterday, order {on} {until} {end}")
    assert (said.kind, said.values["when"], said.values["new_end"]) == (ChangeKind.HELD, "yesterday", end.casefold())


@given(some.sampled_from(THE_ORDER), some.sampled_from(GOES_ON), some.sampled_from(UNTIL), some.sampled_from(list(END)))
def test_that_an_order_goes_on_until_a_day_is_its_new_end(order: str, on: str, until: str, end: str) -> None:
    said = read(f"{order} {on} {until} {end}")
    assert (said.kind, said.values) == (ChangeKind.EXTENDED, {"new_end": end.casefold()})


@pytest.mark.parametrize(
    ("kind", "lines"),
    [(ChangeKind.SERVED, SERVED), (ChangeKind.ATTEMPTED, TRIED), (ChangeKind.TOLD, AWARE), (ChangeKind.UNDERTAKING, UNDERTAKING)],
    ids=["served", "tried", "aware", "undertaking"],
)
def test_service_awareness_and_undertakings_are_read_in_the_words_of_the_trade(kind: ChangeKind, lines: tuple[str, ...]) -> None:
    said = [f"{line}{when}" for line, when in product(lines, ("", " today", " at 3pm", ", bodycam on"))]
    assert {line: kind_of(line) for line in said} == dict.fromkeys(said, kind)


@given(
    some.sampled_from(
        ("return hearing", "the return hearing", "return date", "next hearing", "hearing listed", "hearing adjourned", "hearing put back")
    ),
    some.sampled_from(("for", "to", "on")),
    some.sampled_from(("3 december", "3 dec", "3/12/2026")),
)
def test_the_day_of_the_next_hearing_is_read_without_the_words_before_it(hearing: str, to: str, day: str) -> None:
    said = read(f"{hearing} {to} {day}")
    assert (said.kind, read_hearing(said.values["hearing"], NOON)) == (ChangeKind.HEARING, date(2026, 12, 3))


@given(
    some.sampled_from(TOLD),
    some.sampled_from(("was", "has", "is", "when was", "can i record that", "how do i record", "check if", "not sure if")),
)
def test_what_is_asked_changes_no_order(line: str, asks: str) -> None:
    assert (kind_of(f"{asks} {line}"), kind_of(f"{line}?")) == (None, None)


@given(some.sampled_from(THE_ORDER), some.sampled_from([verb for verbs in MADE.values() for verb in verbs]))
def test_what_is_wished_for_still_to_come_or_denied_changes_no_order(order: str, verb: str) -> None:
    lines = [
        f"he wants {order} {verb}",
        f"{order} to be {verb}",
        f"{order} will be {verb}",
        f"{order} was not {verb}",
        f"applied to have {order} {verb}",
    ]
    assert {line: kind_of(line) for line in lines} == dict.fromkeys(lines)


@given(
    some.sampled_from([f"{order} {verb}" for order in THE_ORDER for verbs in MADE.values() for verb in verbs] + list(UNDERTAKING)),
    some.sampled_from(
        (", now he is texting her", " but he breached it", ", he threatened her", ", who tells us", " and is he still bound")
    ),
)
def test_what_somebody_did_since_or_asks_is_the_matter_then(line: str, further: str) -> None:
    assert kind_of(f"{line}{further}") is None


@pytest.mark.parametrize(
    "line",
    [
        "discharged from hospital today", "he was discharged from custody", "served 6 months in prison", "served in the army", "moved to 14 larkfield row",
        "extended family came round", "renewed contact today", "order john smith dob 12/3/85", "orders extended this month", "order ends 3 may 2027",
        "nmo on john smith served", "told the victim the order was extended", "nobody told him about the order", "he was never served",
    ],
)  # fmt: skip
def test_other_matters_in_the_same_words_are_left_to_themselves(line: str) -> None:
    assert kind_of(line) is None


def test_how_and_where_it_was_learned_are_read_for_the_form() -> None:
    assert read("he says he knows about the order").values == {"how": How.OWN_WORDS.value}
    assert read("told him about the order by phone at 6pm").values == {"when": "at 6pm", "how": How.TOLD_BY_PHONE.value}
    by_phone = {"how": How.TOLD_BY_PHONE.value, "by_whom": "pc 4417", "learned": Provenance.OFFICER.value}
    assert read("told of the order by phone by pc 4417").values == by_phone
    assert read("he was served in court yesterday").values == {"when": "yesterday", "how": How.IN_COURT.value}
    assert read("extended till 3 may, court email").values == {"new_end": "3 may", "learned": Provenance.COURT_EMAIL.value}


def test_the_order_and_the_person_that_a_line_names_are_told_beside_the_change() -> None:
    assert (read(f"{REFERENCE} discharged today").reference, read("John Smith's order extended to 3 may").person) == (
        REFERENCE,
        "John Smith",
    )
