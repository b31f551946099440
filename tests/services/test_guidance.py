"""Guidance: permission first, and every question in the trail with what was typed sealed."""

from dataclasses import replace

import pytest

from domain.audit import AuditKind
from domain.errors import NotAllowed
from guidance.library import NOT_HELD, load
from services.guidance import Guidance
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.people import AUDITOR, LEFT, RESPONSE
from tests.trail import trail_of

LIBRARY = load()
QUESTION = "can i arrest if it has not been served"


def guidance(database: Database) -> Guidance:
    return Guidance(database.work, FrozenClock(), LIBRARY)


async def test_a_question_is_answered_from_a_page_with_its_sources_and_audited(embedded: Database) -> None:
    answer = await guidance(embedded).ask(RESPONSE, QUESTION, "msteams")
    assert answer.answered
    assert answer.sources
    [entry] = await trail_of(embedded)
    assert (entry.at, entry.actor, entry.kind, entry.channel) == (NOON, RESPONSE.id, AuditKind.CONSULTATION, "msteams")
    assert (entry.subject, entry.outcome, entry.typed) == (answer.page, "answered", QUESTION)


async def test_what_no_page_answers_is_said_plainly_and_audited_as_such(embedded: Database) -> None:
    answer = await guidance(embedded).ask(AUDITOR, "what is the weather like")
    assert (answer.answered, answer.title) == (False, NOT_HELD)
    assert [(entry.subject, entry.outcome) for entry in await trail_of(embedded)] == [("", "none")]


async def test_a_page_is_found_by_its_name_and_an_unknown_one_is_none(embedded: Database) -> None:
    answers = [await guidance(embedded).page(RESPONSE, page.name) for page in LIBRARY.pages]
    assert [answer and answer.title for answer in answers] == [page.title for page in LIBRARY.pages]
    assert await guidance(embedded).page(RESPONSE, "no-such-page") is None


async def test_a_leaver_is_told_nothing_and_nothing_is_written(embedded: Database) -> None:
    for officer in (LEFT, replace(RESPONSE, roles=frozenset())):
        for call in (guidance(embedded).ask, guidance(embedded).page):
            with pytest.raises(NotAllowed):
                await call(officer, LIBRARY.pages[0].name)
    assert await trail_of(embedded) == []
