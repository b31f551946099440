"""Who is named with --as is on the trail with the system's user, and so is a naming that was refused."""

import getpass
from uuid import UUID

import pytest

from bot.commands.acting import DEMO_MARK, acting, acting_or_first, note_free_identities
from bot.identity import NOBODY
from domain.audit import AuditEntry
from domain.errors import AssistantError
from domain.officers import Permission
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN, EVERYONE, LEFT, RESPONSE
from tests.trail import trail_of

STRANGER = UUID(int=7)


async def trail(database: Database) -> list[AuditEntry]:
    return await trail_of(database)


@pytest.fixture
async def register(database: Database) -> Database:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    return database


async def test_an_administrator_may_be_named_and_the_trail_says_so(register: Database) -> None:
    assert await acting(register, FrozenClock(), str(ADMIN.id), "find") == ADMIN
    (line,) = await trail(register)
    assert (line.event, line.actor, line.outcome, line.channel) == ("command:find:run", ADMIN.id, "done", "command")
    assert line.typed == getpass.getuser()


@pytest.mark.parametrize(
    ("named", "actor", "words"),
    [
        (str(RESPONSE.id), RESPONSE.id, "only an administrator may be named"),
        (str(LEFT.id), LEFT.id, "Nobody active has the id"),
        (str(STRANGER), STRANGER, "Nobody active has the id"),
        ("john made-up", NOBODY, "--as takes an officer's id"),
        (None, NOBODY, "--as takes an officer's id"),
    ],
    ids=["no administrator", "left", "stranger", "no id", "nobody"],
)
async def test_a_naming_that_is_refused_is_on_the_trail(register: Database, named: str | None, actor: UUID, words: str) -> None:
    with pytest.raises(AssistantError, match=words):
        await acting(register, FrozenClock(), named, "backup")
    (line,) = await trail(register)
    assert (line.event, line.actor, line.subject, line.outcome) == ("command:backup:run", actor, str(actor), "refused")
    assert line.typed == getpass.getuser()


async def test_in_a_demonstration_anybody_active_may_be_named(register: Database) -> None:
    async with register.work() as uow:
        await uow.marks.put(DEMO_MARK, "ready")
    assert await acting(register, FrozenClock(), str(RESPONSE.id), "find") == RESPONSE
    assert [line.outcome for line in await trail(register)] == ["done"]


async def test_the_first_import_needs_nobody_and_a_later_one_without_a_name_is_refused_and_told(database: Database) -> None:
    first = await acting_or_first(database, FrozenClock(), None, "people-import")
    assert first.may(Permission.IMPORT_PEOPLE)
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    with pytest.raises(AssistantError, match="Say who you are"):
        await acting_or_first(database, FrozenClock(), None, "people-import")
    assert [(line.actor, line.outcome) for line in await trail(database)] == [(first.id, "done"), (NOBODY, "refused")]


async def test_from_when_on_anybody_could_be_anybody_is_said_and_is_on_the_trail(register: Database) -> None:
    warned: list[str] = []
    await note_free_identities(register, FrozenClock(), warned.append)
    (line,) = await trail(register)
    assert (line.event, line.actor, line.outcome, line.typed) == ("command:serve-dev:run", NOBODY, "anybody", getpass.getuser())
    assert [words.startswith("--dev: the people of this register were not made up") for words in warned] == [True]


async def test_made_up_people_may_be_played_by_anybody(register: Database) -> None:
    async with register.work() as uow:
        await uow.marks.put(DEMO_MARK, "ready")
    warned: list[str] = []
    await note_free_identities(register, FrozenClock(), warned.append)
    assert (warned, await trail(register)) == ([], [])
