"""Over all ten stories nothing of a person, and nothing of what was told, stands where it is not sealed or where a locked phone shows it."""

import pytest
from sqlalchemy import text

from domain.orders import PartyRole
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.logbook import LOGBOOK
from tests.fakes.player import Player
from tests.orders import a_party, an_order
from tests.people import EVERYONE, RESPONSE
from tests.stories import STORIES
from tests.story_parts import Story

NAMES = ("zebulon", "quagmire", "perpetua", "larkspur", "heronsgate", "900888")
TABLES = ("conversation", "action", "breach_draft", "breach", "outbox", "victim_update", "breach_task", "contact_plan", "inbox")
WORDS_TELL = 12


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
async def test_nothing_told_and_nobody_stands_open(embedded: Database, story: Story) -> None:
    respondent = a_party(forenames="Zebulon", surname="Quagmire", address1="4 Heronsgate")
    applicant = a_party(role=PartyRole.APPLICANT, forenames="Perpetua", surname="Larkspur", address1="9 Heronsgate", phone="07700 900888")
    order = an_order(**{**story.order, "respondent": respondent, "applicant": applicant})
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    playing, before = Player(embedded, RESPONSE, FrozenClock(), f"case {order.case_no}"), len(LOGBOOK.lines)
    told = {words.casefold() for one in story.inputs for words in one.fields.values() if len(words) > WORDS_TELL and " " in words}
    left_open: list[str] = []
    for one in story.inputs:
        await playing.take(one)
        left_open.append(await rows(embedded))
    seen = " ".join([*left_open, *playing.on_a_locked_phone, *map(str, LOGBOOK.lines[before:])]).casefold()
    assert [word for word in (*NAMES, *told) if word in seen] == []


async def rows(database: Database) -> str:
    """What the tables hold that is not sealed; a sealed value is bytes."""
    async with database.reading() as uow:
        found = [(await uow.connection.execute(text(f"SELECT * FROM {table}"))).all() for table in TABLES]  # noqa: S608 - names of tables
    return " ".join(str(value) for some in found for row in some for value in row if not isinstance(value, bytes))
