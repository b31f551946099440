"""What is to come, was only offered, or is of somebody else is never read as done; what officers type in its place is."""

import pytest

from domain.breaches.questions import (
    ARREST,
    AWARENESS,
    BY_ID,
    CHILDREN_THERE,
    CONTEMPT_DONE,
    EARLIER,
    EVIDENCE,
    EXCEPTION,
    EXPLAINED_AT_ALL,
    IDENTITY,
    LOST,
    MISSING,
    OTHER_OFFENCES,
    RISK_AFTER,
    SAFEGUARDED,
    SINCE,
    THIRD_PARTY,
    VICTIM_TOLD,
    Question,
)
from domain.breaches.reading import Reading, read_answer
from domain.errors import Unreadable
from tests.breaches import NOW


def values(question: Question, said: str) -> tuple[str, ...]:
    """Nothing where it is refused."""
    try:
        return read_answer(question, said, NOW).values
    except Unreadable:
        return ()


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        (AWARENESS, "he will be served tomorrow", "served"),
        (AWARENESS, "to be served", "served"),
        (AWARENESS, "he'll be served, told by police", "told_by_police"),
        (AWARENESS, "due to be served on Friday", "served"),
        (AWARENESS, "order served on her", "served"),
        (AWARENESS, "divorce papers served", "served"),
        (AWARENESS, "the papers are on the table", "served"),
        (AWARENESS, "he left the service", "served"),
        (AWARENESS, "pc told him tomorrow", "told_by_police"),
        (AWARENESS, "kids present", "in_court"),
        (AWARENESS, "he was present when we arrived", "in_court"),
        (AWARENESS, "in court tomorrow", "in_court"),
        (AWARENESS, "he admitted sending the texts", "own_words"),
        (IDENTITY, "withheld number", "id_account"),
        (IDENTITY, "from a number nobody has", "id_account"),
        (IDENTITY, "suspect gave an account at the scene", "id_account"),
        (VICTIM_TOLD, "to be told", "told_yes"),
        (VICTIM_TOLD, "will be told tomorrow", "told_yes"),
        (VICTIM_TOLD, "needs to be told", "told_yes"),
        (SAFEGUARDED, "refuge offered but declined", "safe_place"),
        (SAFEGUARDED, "he is staying with his mum", "safe_place"),
        (SAFEGUARDED, "he has moved", "safe_place"),
        (SAFEGUARDED, "marac referral needed", "safe_marac"),
        (OTHER_OFFENCES, "the following day", "stalking"),
        (OTHER_OFFENCES, "battery dead", "assault"),
        (OTHER_OFFENCES, "he is on bail", "bail_breach"),
        (SINCE, "released on bail", "bail"),
        (SINCE, "bail", "bail"),
        (SINCE, "interview tomorrow", "interview"),
        (SINCE, "interview planned", "interview"),
        (SINCE, "to be interviewed and released", "release"),
        (CONTEMPT_DONE, "he committed it", "contempt_yes"),
        (CONTEMPT_DONE, "she said yes", "contempt_yes"),
        (EVIDENCE, "call history", "ev_previous"),
        (EVIDENCE, "statement to be taken", "ev_statement"),
        (EVIDENCE, "cctv requested", "ev_cctv"),
        (THIRD_PARTY, "she said yes to him", "yes"),
        (ARREST, "will be arrested tonight", "arrested"),
        (ARREST, "wasn't arrested", "arrested"),
    ],
)
def test_what_is_not_done_is_not_read_as_done(question: Question, said: str, never: str) -> None:
    assert never not in values(question, said)


@pytest.mark.parametrize(
    ("question", "said", "read"),
    [
        (AWARENESS, "served on 3 June", ("served",)),
        (AWARENESS, "served on him", ("served",)),
        (AWARENESS, "will be served, but he was told by police", ("told_by_police",)),
        (IDENTITY, "his number", ("id_account",)),
        (IDENTITY, "the number is known to be his, known number", ("id_account",)),
        (VICTIM_TOLD, "to be told", ("told_not_yet",)),
        (VICTIM_TOLD, "will be told tomorrow", ("told_not_yet",)),
        (VICTIM_TOLD, "needs to be told", ("told_not_yet",)),
        (VICTIM_TOLD, "yes by phone", ("told_yes",)),
        (VICTIM_TOLD, "no answer yet", ()),
        (VICTIM_TOLD, "no, told her mum", ()),
        (VICTIM_TOLD, "no, she did not pick up", ("told_not_yet",)),
        (VICTIM_TOLD, "will update tomorrow", ("told_not_yet",)),
        (ARREST, "we will arrest him tonight", ("arrest_planned",)),
        (CHILDREN_THERE, "none", ("child_none",)),
        (CHILDREN_THERE, "none present", ()),
        (THIRD_PARTY, "no just him", ("no",)),
        (CHILDREN_THERE, "yes 2 kids", ("child_present",)),
        (CHILDREN_THERE, "yes, asleep upstairs", ("child_lives",)),
        (CHILDREN_THERE, "her son was there", ("child_present",)),
        (EXCEPTION, "yes, school pick up", ("exception_may",)),
        (EXCEPTION, "no time to look", ()),
        (EARLIER, "dont think so", ("no",)),
        (EARLIER, "don\u2019t think so", ("no",)),
        (EARLIER, "yes two last month", ("yes",)),
        (EARLIER, "no but she may say more", ()),
        (EARLIER, "yes? not sure", ("unknown",)),
        (THIRD_PARTY, "not that i can see", ("no",)),
        (OTHER_OFFENCES, "not that I can see", ("offence_none",)),
        (EXPLAINED_AT_ALL, "said she invited him", ("explained",)),
        (EXPLAINED_AT_ALL, "he said nothing", ("explained_nothing",)),
        (EXPLAINED_AT_ALL, "the victim said he rang", ()),
        (ARREST, "wasn't arrested", ("arrest_no",)),
        (ARREST, "wasnt arrested", ("arrest_no",)),
        (ARREST, "will be arrested tonight", ("arrest_planned",)),
        (ARREST, "charged and remanded", ("arrested",)),
        (ARREST, "no he made off", ()),
        (RISK_AFTER, "med", ("risk_medium",)),
        (SINCE, "bailed", ("release",)),
        (SINCE, "released on bail", ("release",)),
        (SINCE, "charged and remanded", ("event_none",)),
        (MISSING, "statement to be taken, cctv requested", ("ev_statement", "ev_cctv")),
        (LOST, "cctv will be overwritten", ("lost_cctv",)),
        (SAFEGUARDED, "refuge offered but declined, locks changed", ("safe_home",)),
        (SAFEGUARDED, "refuge declined. Locks changed.", ("safe_home",)),
    ],
)
def test_what_officers_type_is_read(question: Question, said: str, read: tuple[str, ...]) -> None:
    assert values(question, said) == read


def test_the_words_beside_a_leading_yes_are_kept() -> None:
    assert read_answer(VICTIM_TOLD, "yes by phone", NOW) == Reading(("told_yes",), "yes by phone")


@pytest.mark.parametrize("question", [one for one in BY_ID.values() if one.choices], ids=lambda one: one.id)
def test_the_name_the_program_has_for_a_choice_is_no_word_of_it(question: Question) -> None:
    ids = [
        choice.id
        for choice in question.choices
        if "_" not in choice.id and choice.id not in {*map(str.casefold, (choice.label, *choice.words))}
    ]
    assert [id for id in ids if values(question, f"it was {id} there") == (id,)] == []
