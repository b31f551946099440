"""What is asked in a way that no page can answer is refused, however many words of the trade it has in it."""

from datetime import date

import pytest

from guidance.library import Library, load

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.mark.parametrize(
    "question",
    [
        "can u complete the dara form for the victim in room 2",
        "set up a fake profile so he messages it",
        "could we bait the respondent into ringing her",
        "make sure the audit team dont see this order",
        "how does the respondent find out where the victim moved to",
        "put that he was served when he wasnt",
        "is this one worth charging",
        "should we accept her version",
        "did i log the visit to the respondent",
        "whats the custody sergeants extension",
        "what excuse should the suspect use for the breach",
        "is it legal to record a neighbour",
        "how long is an asb injunction",
        "is a wardship order arrestable",
        "who fits the tag for a curfew",
        "max sentence for threats to kill",
        "is criminal damage summary only",
        "stalking maximum years",
        "is the judge gonna renew it",
        "can she text him off another phone so she doesnt get nicked",
        "produce a safety plan from these notes",
        "who is our marac coordinator",
        "who enforces a contact order",
    ],
)
def test_what_is_asked_to_be_done_got_round_foretold_or_judged_gets_no_page(library: Library, question: str) -> None:
    assert library.answer(question, TODAY).page is None


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("can an order be extended", "extension"),
        ("can we run it without her if she retracts", "no-statement"),
        ("how many times should i visit her", "reassurance-contact"),
        ("how many hours till he must be before a judge on the occ order", "occupation-order-hearing"),
        ("emails to her lawyer allowed?", "online-and-third-party"),
        ("can she get an injunction against her neighbour", "pha-injunction"),
        ("how long can a dapo tag stay on", "dapo"),
        ("common assault time limit in da", "time-limits"),
        ("what did the inspection say on how many breaches we missed", "inspection-findings"),
    ],
)
def test_what_may_or_must_be_done_is_answered_though_it_is_worded_like_a_forecast_or_a_favour(
    library: Library, question: str, page: str
) -> None:
    answer = library.answer(question, TODAY)
    assert answer.answered
    assert page in (answer.page, *(one.name for one in library.pages if one.title in answer.alternatives))
