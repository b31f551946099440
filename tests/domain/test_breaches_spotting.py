"""What an officer's words plainly tell beside what was asked: filled in from the first words to be confirmed, and read from nothing that is denied or asked."""

from datetime import timedelta

import pytest

from domain.breaches.drafts import BreachDraft, KeptAsTyped, next_page, page_of, pending, standing
from domain.breaches.flow import Step, change, say, submit, told_at_first
from domain.breaches.questions import HAPPENED, PAGES
from domain.breaches.reading import Reading, moment_reading
from domain.breaches.spotting import first_told, heard, tells_of_conduct
from domain.breaches.terms import asked_of
from domain.moments import read_moment
from tests.breaches import ACCOUNT, NOW, SIMPLE, Given, a_draft, kept, needed, stepped, terms_of
from tests.orders import an_order
from tests.people import NEIGHBOUR, RESPONSE

FIRST = "He texted her through his mum and came to the house, arrested him"
LATER = NOW + timedelta(minutes=5)


def begun(text: str = FIRST, *before: Given) -> BreachDraft:
    return told_at_first(a_draft(*before), first_told(PAGES, text, NOW), RESPONSE.id, NOW)


def spotted(page: str, said: str) -> dict[str, tuple[str, ...] | str]:
    over = page_of(page)
    return {id: one.values or one.text for id, one in heard(over, said, NOW, over.questions).items()}


def test_the_first_words_fill_in_what_they_tell_and_settle_nothing() -> None:
    draft = begun()
    told = {one.question: one.values or one.text for one in draft.answers}
    assert told == {
        "happened": FIRST,
        "where": "to the house",
        "manner": ("contact", "third_party", "place"),
        "conditions": ("condition_3", "condition_6"),
        "third_party": ("yes",),
        "arrest": ("arrested",),
    }
    assert {one.settled for one in draft.answers} == {False}
    assert next_page(draft) == page_of("danger")


@pytest.mark.parametrize(
    "said",
    [
        "what counts as a breach?",
        "did he text her?",
        "he never texted her",
        "the victim rang me",
        "texted",
        "he was drunk",
        "",
        "he texted " + "x" * 4_000,
    ],
)
def test_words_that_tell_of_no_breach_fill_in_nothing(said: str) -> None:
    assert not tells_of_conduct(said)
    assert first_told(PAGES, said, NOW) == {}


@pytest.mark.parametrize(
    "said", ["he texted her", "Respondent turned up at the house", "the ex came to her work", "suspect has been ringing her"]
)
def test_words_that_tell_of_a_breach_are_known(said: str) -> None:
    assert tells_of_conduct(said)


@pytest.mark.parametrize("word", ["ok", "Yes.", "next", "that's right", "That’s right!", "correct"])
def test_what_was_filled_in_is_confirmed_by_a_word(word: str) -> None:
    draft = stepped(begun(), "no")
    step = Step(page_of("happened"), NEIGHBOUR.id, LATER)
    confirmed, advice = kept(draft, word)
    assert advice == needed("when")
    assert {one.question for one in confirmed.answers if one.settled} == {"danger", "happened", "where", "manner"}
    with pytest.raises(KeptAsTyped, match=needed("when")) as still:
        say(draft, step, word)
    assert {(one.by, one.at) for one in still.value.draft.answers[-3:]} == {(NEIGHBOUR.id, LATER)}


def test_a_question_confirms_nothing() -> None:
    draft, _ = kept(stepped(begun(), "no"), "ok?")
    assert not standing(draft.answers)["manner"].settled


def test_what_was_filled_in_is_confirmed_by_sending_its_page() -> None:
    draft = stepped(stepped(begun(), "no"), {"happened": FIRST, "when": "yday 9pm", "where": "to the house", "manner": "contact,place"})
    assert next_page(draft) == page_of("conditions")
    given = standing(draft.answers)
    assert (given["manner"].values, given["manner"].settled, given["happened"].settled) == (("contact", "place"), True, True)


def test_a_time_that_was_filled_in_is_confirmed_as_it_was_read_then() -> None:
    span = read_moment("an hour ago", NOW)
    draft = told_at_first(a_draft("no"), {"when": moment_reading(span, "an hour ago")}, RESPONSE.id, NOW)
    step = Step(page_of("happened"), RESPONSE.id, LATER)
    sent = submit(draft, step, ACCOUNT | {"when": "an hour ago"})
    given = standing(sent.answers)["when"]
    assert (given.values, given.settled, given.at) == (moment_reading(span, "").values, True, LATER)


def test_on_a_page_where_nothing_was_filled_in_a_yes_confirms_nothing() -> None:
    draft, advice = kept(a_draft(*SIMPLE[:5]), {"evidence": "ev_cctv"})
    assert advice
    assert kept(draft, "contempt: yes")[0].answers[-1].values == ("contempt_yes",)


def test_what_is_not_confirmed_is_still_asked() -> None:
    draft = stepped(begun(), "no")
    assert [one.id for one in pending(draft, page_of("happened"))] == ["happened", "when", "where", "manner"]
    assert [one.id for one in pending(draft, page_of("arrest"))] == ["offences", "earlier", "arrest"]


def test_what_is_answered_already_stands_when_more_is_told_at_first() -> None:
    draft = begun(FIRST, *SIMPLE[:2])
    assert standing(draft.answers)["happened"].text == "He texted her three times."
    assert {one.question for one in draft.answers if not one.settled} == {"conditions", "third_party", "arrest"}


def test_words_added_before_the_first_are_confirmed_stand_under_them() -> None:
    draft, _ = kept(stepped(begun(), "no"), "she was in tears")
    assert standing(draft.answers)["happened"].text == f"{FIRST}\nshe was in tears"
    put_right, _ = kept(stepped(begun(), "no"), "account: He rang.")
    assert standing(put_right.answers)["happened"].text == "He rang."


def test_a_condition_that_was_filled_in_is_put_right_by_its_letter() -> None:
    draft = stepped(begun(), "no")
    draft = stepped(draft, {"happened": FIRST, "when": "yday", "where": "the house", "manner": "contact"})
    draft, _ = kept(draft, "C")
    assert standing(draft.answers)["conditions"].values == ("condition_3",)


def test_of_an_orders_own_conditions_none_is_filled_in() -> None:
    pages = [asked_of(page, order, terms_of(order)) for order in (an_order(),) for page in PAGES]
    assert "conditions" not in first_told(pages, FIRST, NOW)
    assert "third_party" in first_told(pages, FIRST, NOW)


def test_the_first_words_are_the_account_whatever_they_tell() -> None:
    assert first_told(PAGES, " he rang her ", NOW)[HAPPENED.id] == Reading(text="he rang her")


@pytest.mark.parametrize(
    ("page", "said", "told"),
    [
        ("happened", "he sat outside her house", {"where": "outside her house", "manner": ("place",)}),
        ("happened", "he texted her on whatsapp from a new number", {"where": "on whatsapp, from a new number", "manner": ("contact",)}),
        ("happened", "smashed her car window at work", {"where": "at work", "manner": ("property",)}),
        ("happened", "he got a mate to hit her", {"manner": ("third_party", "violence")}),
        ("happened", "it rained", {}),
        ("conditions", "rang her daughter", {"conditions": ("condition_9",)}),
        ("conditions", "damaged stuff", {}),
        ("conditions", "it was sent through a friend", {"third_party": ("yes",)}),
        ("knowledge", "neighbour saw, body worn shows it", {"identity": ("id_witness", "id_footage")}),
        ("knowledge", "pc told him, he was served", {"awareness": ("served", "told_by_police")}),
        ("knowledge", "he was not served", {}),
        ("arrest", "nicked", {"arrest": ("arrested",)}),
        ("arrest", "not arrested because he had gone", {"arrest": ("arrest_no",), "arrest_why": "he had gone"}),
        ("arrest", "not arrested: not found yet", {"arrest": ("arrest_outstanding",)}),
        ("arrest", "arrested because he came back", {"arrest": ("arrested",)}),
        ("arrest", "outstanding and made off, voluntary interview later", {}),
        ("arrest", "criminal damage and stalking", {"offences": ("stalking", "damage")}),
        ("arrest", "breached bail by it", {"offences": ("bail_breach",)}),
        ("evidence", "the footage is overwritten in a week", {"lost": ("lost_cctv",)}),
        ("evidence", "the footage is safe", {}),
        ("people", "standard to high", {"risk_before": ("risk_standard",), "risk_after": ("risk_high",)}),
        ("people", "risk is high", {"risk_after": ("risk_high",)}),
        ("people", "medium risk", {"risk_after": ("risk_medium",)}),
        ("people", "locks changed, idva referral", {"safeguarding": ("safe_home", "safe_idva")}),
        ("people", "no marac", {}),
        ("next", "interviewed and released", {"events": ("interview", "release")}),
        ("next", "none yet", {}),
    ],
)
def test_words_are_taken_for_a_question_only_where_they_leave_no_doubt(
    page: str, said: str, told: dict[str, tuple[str, ...] | str]
) -> None:
    assert spotted(page, said) == told


@pytest.mark.parametrize(
    "said",
    [
        *("He came to her house. She told her mum", "she told her mum he had texted her", "she asked her mum to ring police"),
        *(
            "he came round and told her mum",
            "victim got her friend to ring us",
            "he did not get a mate to text her",
            "she sent a friend to collect it",
        ),
        *("did he use his mum?", "never through his brother", "he told her mum that he was sorry", "we told his mum to leave"),
    ],
)
def test_telling_somebody_is_not_using_somebody(said: str) -> None:
    assert spotted("conditions", said).get("third_party") is None


@pytest.mark.parametrize(
    "said",
    [
        *(
            "he asked his mum to pass on a message",
            "got his brother to text her",
            "the respondent told a mate to go round",
            "it came via his sister",
        ),
        *("He has had enough. He then got a mate to hit her", "suspect sent his brother round", "used his mum's phone and used his sister"),
    ],
)
def test_having_somebody_do_it_is_using_somebody(said: str) -> None:
    assert spotted("conditions", said)["third_party"] == ("yes",)


def test_nothing_is_heard_of_a_question_that_is_not_asked_about() -> None:
    assert heard(page_of("arrest"), "nicked", NOW, ()) == {}


def test_a_page_gone_back_to_takes_what_its_words_tell() -> None:
    draft = change(a_draft(*SIMPLE), page_of("people"))
    assert standing(stepped(draft, "risk is medium").answers)["risk_after"].values == ("risk_medium",)


@pytest.mark.parametrize(
    "look_up",
    [
        *(
            "any nmo on john smith dob 12/3/85 ",
            "Hi, is there an order on Smith, John 12/03/1985? ".replace("?", "."),
            "john smith dob 12.3.85 - ",
        ),
        *("check john smith ZZ1 4AA please, ", "any non-mol on Mr John O\u2019Made d.o.b. 1985: ", "any nmo on john smith "),
    ],
)
def test_the_look_up_before_the_account_is_left_out_of_it(look_up: str) -> None:
    told = first_told(PAGES, f"{look_up}he texted her, 'I know where you live'", NOW)
    assert told["happened"].text == "he texted her, 'I know where you live'"
    assert set(told) == {"happened", "manner", "conditions"}


@pytest.mark.parametrize(
    "said",
    [
        "john smith he texted her",
        "any nmo on john smith, arrested, he texted her",
        "any nmo on john smith at the red lion pub he texted her",
        "Neighbour says he texted her",
        "any nmo on john smith texted her last night he is drunk",
        "any nmo on john smith and jane smith dob 12/3/85 and 13/4/86 he texted her",
        "suspect turned up at the house, he shouted",
        "he texted her any nmo on john smith dob 12/3/85",
    ],
)
def test_where_it_is_in_doubt_what_was_a_look_up_the_whole_is_the_account(said: str) -> None:
    assert first_told(PAGES, said, NOW)["happened"].text == said
