"""After a record is sent it is only added to; a supervisor decides once on what was shown, and never on what they gave themselves."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.breaches.drafts import Answer, Breach
from domain.breaches.signing import (
    ADDED_ALREADY,
    LONGEST_ADDENDUM,
    LONGEST_NOTE,
    MOST_TOLD,
    MOVED_ON,
    NO_NOTE,
    NO_WORDS,
    NOTHING_SINCE,
    OWN_RECORD,
    RETURNED_ALREADY,
    SIGNED_ALREADY,
    Addendum,
    Signing,
    SigningState,
    Verdict,
    add,
    may_decide,
    named,
    send_back,
    sign_off,
    told_of,
)
from domain.errors import NotAllowed, Outdated, Unreadable
from domain.officers import Officer, Role
from tests.breaches import NOW, SIMPLE, a_draft
from tests.people import LEFT, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO, officer

DRAFT = a_draft(*SIMPLE)
RECORD = Breach(DRAFT.id, "demo", "BR-7F3K2D", DRAFT.order_id, 2, RESPONSE.id, "0000", NOW, DRAFT.answers)
OTHER = officer("Oli Other", Role.SUPERVISOR)
AT = NOW + timedelta(hours=2)


def with_decision(signing: Signing, verdict: Verdict = Verdict.SIGNED_OFF, by: Officer = SUPERVISOR) -> Signing:
    made = {
        Verdict.SIGNED_OFF: lambda: sign_off(RECORD, signing, by, signing.mark, AT),
        Verdict.RETURNED: lambda: send_back(RECORD, signing, by, "Which phone?", signing.mark, AT),
    }[verdict]()
    return replace(signing, decisions=(*signing.decisions, made))


def with_addendum(signing: Signing, text: str = "It was the grey phone.", by: Officer = RESPONSE) -> Signing:
    return replace(signing, addenda=(*signing.addenda, add(signing, by, text, AT)))


SIGNED = with_decision(NOTHING_SINCE)
RETURNED = with_decision(NOTHING_SINCE, Verdict.RETURNED)


def test_a_record_that_was_sent_awaits_a_sign_off() -> None:
    assert NOTHING_SINCE.state is SigningState.AWAITING


def test_a_supervisor_signs_it_off_and_it_is_kept_who_and_when() -> None:
    (made,) = SIGNED.decisions
    assert (made.number, made.verdict, made.by, made.who, made.at, made.covers) == (1, Verdict.SIGNED_OFF, SUPERVISOR.id, "0000", AT, 0)
    assert SIGNED.state is SigningState.SIGNED_OFF


def test_a_supervisor_returns_it_with_a_note() -> None:
    assert (RETURNED.state, RETURNED.decisions[0].note) == (SigningState.RETURNED, "Which phone?")


@pytest.mark.parametrize("note", ["", "  \n "])
def test_without_a_note_it_is_not_returned(note: str) -> None:
    with pytest.raises(Unreadable, match=NO_NOTE):
        send_back(RECORD, NOTHING_SINCE, SUPERVISOR, note, "0.0", AT)


def test_a_note_that_is_too_long_is_refused_whole() -> None:
    assert send_back(RECORD, NOTHING_SINCE, SUPERVISOR, "x" * LONGEST_NOTE, "0.0", AT).note == "x" * LONGEST_NOTE
    with pytest.raises(Unreadable, match="longer than 1,000"):
        send_back(RECORD, NOTHING_SINCE, SUPERVISOR, "x" * (LONGEST_NOTE + 1), "0.0", AT)


@pytest.mark.parametrize(("signing", "words"), [(SIGNED, SIGNED_ALREADY), (RETURNED, RETURNED_ALREADY)])
def test_what_was_decided_is_not_decided_again(signing: Signing, words: str) -> None:
    with pytest.raises(Outdated, match=words):
        sign_off(RECORD, signing, OTHER, signing.mark, AT)
    with pytest.raises(Outdated, match=words):
        send_back(RECORD, signing, OTHER, "Which phone?", signing.mark, AT)


@pytest.mark.parametrize("signing", [SIGNED, RETURNED])
def test_whatever_is_added_asks_for_a_new_decision(signing: Signing) -> None:
    added = with_addendum(signing)
    assert added.state is SigningState.AWAITING
    again = with_decision(added)
    assert (again.state, again.decisions[-1].covers, again.decisions[-1].number) == (SigningState.SIGNED_OFF, 1, 2)


def test_a_decision_on_an_older_card_is_refused() -> None:
    with pytest.raises(Outdated, match=MOVED_ON):
        sign_off(RECORD, with_addendum(NOTHING_SINCE), SUPERVISOR, NOTHING_SINCE.mark, AT)


@pytest.mark.parametrize(
    ("record", "signing"),
    [
        (replace(RECORD, recorded_by=SUPERVISOR.id), NOTHING_SINCE),
        (replace(RECORD, answers=(Answer("danger", "", SUPERVISOR.id, NOW),)), NOTHING_SINCE),
        (RECORD, with_addendum(NOTHING_SINCE, by=SUPERVISOR)),
    ],
    ids=["recorded it", "gave an answer before it was handed over", "added to it"],
)
def test_nobody_decides_on_what_they_gave_themselves(record: Breach, signing: Signing) -> None:
    assert not may_decide(record, signing, SUPERVISOR)
    assert may_decide(record, signing, OTHER)
    with pytest.raises(NotAllowed, match=OWN_RECORD):
        sign_off(record, signing, SUPERVISOR, signing.mark, AT)
    with pytest.raises(NotAllowed, match=OWN_RECORD):
        send_back(record, signing, SUPERVISOR, "Which phone?", signing.mark, AT)


def test_only_a_supervisor_decides() -> None:
    assert [one for one in (RESPONSE, VLO, NEIGHBOUR, LEFT) if may_decide(RECORD, NOTHING_SINCE, one)] == []


def test_an_addendum_keeps_the_words_the_officer_and_what_it_is_about() -> None:
    made = add(NOTHING_SINCE, VLO, "  The neighbour saw it too. ", AT, "evidence")
    assert made == Addendum(1, "The neighbour saw it too.", VLO.id, "0000", AT, "evidence")


def test_nothing_is_no_addendum() -> None:
    with pytest.raises(Unreadable, match=NO_WORDS):
        add(NOTHING_SINCE, VLO, " \n", AT)


def test_a_long_addendum_is_kept_whole_or_refused() -> None:
    assert len(add(NOTHING_SINCE, VLO, "x" * LONGEST_ADDENDUM, AT).text) == LONGEST_ADDENDUM
    with pytest.raises(Unreadable, match="longer than 4,000"):
        add(NOTHING_SINCE, VLO, "x" * (LONGEST_ADDENDUM + 1), AT)


def test_the_same_words_of_the_same_officer_are_added_once() -> None:
    added = with_addendum(NOTHING_SINCE)
    with pytest.raises(Outdated, match=ADDED_ALREADY):
        add(added, RESPONSE, "It was the grey phone. ", AT)
    assert add(added, VLO, "It was the grey phone.", AT).number == 2
    assert add(added, RESPONSE, "It was the grey phone.", AT, "evidence").number == 2


def test_the_history_is_told_in_order() -> None:
    signing = with_decision(with_addendum(with_addendum(RETURNED), "And a second call."))
    signing = with_addendum(signing, "And a third.")
    told = [type(one).__name__ + str(one.number) for one in signing.history]
    assert told == ["Decision1", "Addendum1", "Addendum2", "Decision2", "Addendum3"]


def test_an_officer_is_named_by_collar_number_else_by_name() -> None:
    assert (named(RESPONSE), named(replace(RESPONSE, collar=""))) == ("0000", RESPONSE.name)


def told(*people: Officer, signing: Signing = NOTHING_SINCE, apart_from: frozenset[object] = frozenset()) -> list[Officer]:
    found = told_of(RECORD, signing, people, apart_from)  # type: ignore[arg-type]  # ids, as the test has them
    return [one for id in found for one in people if one.id == id]


SOUTH = officer("Sam South", Role.SUPERVISOR, team="south")


def test_the_recorders_own_supervisor_is_told() -> None:
    assert told(SUPERVISOR, SOUTH, replace(RESPONSE, supervisor=SOUTH.id)) == [SOUTH]


def test_without_one_those_of_the_team_are_told_and_without_those_any() -> None:
    assert told(SUPERVISOR, SOUTH, OTHER, RESPONSE) == [SUPERVISOR, OTHER]
    assert told(SOUTH, RESPONSE) == [SOUTH]
    assert told(SUPERVISOR, SOUTH, replace(RESPONSE, team="")) == [SUPERVISOR, SOUTH]
    assert told(SOUTH) == [SOUTH]


def test_few_are_told_nobody_who_left_and_nobody_of_their_own_record() -> None:
    many = [officer(f"Number {number}", Role.SUPERVISOR) for number in range(9)]
    assert len(told(*many, RESPONSE)) == MOST_TOLD
    assert told(replace(SUPERVISOR, active=False), VLO, RESPONSE) == []
    assert told(SUPERVISOR, OTHER, RESPONSE, signing=with_addendum(NOTHING_SINCE, by=SUPERVISOR)) == [OTHER]
    assert told(SUPERVISOR, OTHER, RESPONSE, apart_from=frozenset({SUPERVISOR.id})) == [OTHER]


def test_whoever_decided_before_is_told_of_what_is_added() -> None:
    assert told(OTHER, SUPERVISOR, replace(RESPONSE, supervisor=OTHER.id), signing=with_addendum(SIGNED)) == [SUPERVISOR]


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(Verdict)), max_size=5), st.integers(0, 2))
def test_the_state_is_that_of_the_last_thing_done(rounds: list[tuple[int, Verdict]], last: int) -> None:
    """Beside a list that the test itself writes while it adds and decides."""
    signing, done = NOTHING_SINCE, ["awaiting_sign_off"]
    for adds, verdict in rounds:
        for _ in range(adds):
            signing = with_addendum(signing, f"Words {len(done)}.")
            done.append("awaiting_sign_off")
        signing = with_decision(signing, verdict)
        done.append(verdict.value)
    for _ in range(last):
        signing = with_addendum(signing, f"Words {len(done)}.")
        done.append("awaiting_sign_off")
    assert signing.state == done[-1]
    assert [getattr(one, "verdict", "awaiting_sign_off") for one in signing.history] == done[1:]
    assert [one.number for one in signing.history if isinstance(one, Addendum)] == list(range(1, len(signing.addenda) + 1))
