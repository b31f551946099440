"""The force's people come from a file: good rows whole, bad rows not at all, each change in the trail."""

import asyncio
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audit import AuditKind
from domain.errors import NotAllowed, Unreadable
from domain.officers import Officer, Role
from domain.people_file import HEADER, Line, read_people
from services.people import NO_SUPERVISOR, PeopleReport, import_people
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.people import ADMIN, RESPONSE, SUPERVISOR
from tests.trail import trail_of

TOP = "id,name,collar,email,roles,team,supervisor,active"
ONE = "11111111-2222-4333-8444-555555555555"
TWO = "66666666-7777-4888-9999-000000000000"
GOOD = f"{ONE},Robin Made-Up,1234,robin@force.example,response;vlo,North,{TWO},yes"


def file(*rows: str) -> str:
    return "\r\n".join([TOP, *rows, ""])


async def take(database: Database, *rows: str) -> PeopleReport:
    return await import_people(database.work, FrozenClock(), ADMIN, file(*rows))


async def reason(database: Database, row: str) -> str:
    report = await take(database, row)
    assert (report.imported, report.updated, report.unchanged, len(report.rejected)) == (0, 0, 0, 1)
    async with database.reading() as uow:
        assert await uow.officers.all() == []
    line, words = report.rejected[0]
    assert line == 2
    return words


async def test_an_officer_of_the_file_is_an_officer_of_the_force(database: Database) -> None:
    assert await take(database, GOOD) == PeopleReport(1, 0, 0, (), ((2, NO_SUPERVISOR),))
    async with database.reading() as uow:
        assert await uow.officers.get(UUID(ONE)) == Officer(
            id=UUID(ONE),
            force="demo",
            name="Robin Made-Up",
            collar="1234",
            email="robin@force.example",
            roles=frozenset({Role.RESPONSE, Role.VLO}),
            team="North",
            supervisor=UUID(TWO),
            active=True,
        )


async def test_the_same_file_twice_changes_nothing_and_a_changed_row_one_officer(database: Database) -> None:
    rows = [GOOD, f"{TWO},Sandy Made-Up,,,supervisor,,,1"]
    assert await take(database, *rows) == PeopleReport(2, 0, 0, ())
    assert await take(database, *rows) == PeopleReport(0, 0, 2, ())
    assert await take(database, GOOD.replace("North", "South"), rows[1]) == PeopleReport(0, 1, 1, ())


async def test_each_change_is_in_the_trail_by_id_alone(embedded: Database) -> None:
    await take(embedded, GOOD)
    await take(embedded, GOOD)
    await take(embedded, GOOD.replace("North", "South"))
    await take(embedded, GOOD.replace("North", "South").replace("yes", "no"))
    trail = await trail_of(embedded)
    assert [(one.kind, one.event, one.subject, one.actor, one.at, one.typed) for one in trail] == [
        (AuditKind.COLLECTION, "people:officer:imported", ONE, ADMIN.id, NOON, None),
        (AuditKind.ALTERATION, "people:officer:updated", ONE, ADMIN.id, NOON, None),
        (AuditKind.ALTERATION, "people:officer:powers_changed", ONE, ADMIN.id, NOON, None),
    ]


async def test_an_officer_whom_the_file_does_not_name_is_left_as_is(embedded: Database) -> None:
    await take(embedded, GOOD)
    await take(embedded, f"{TWO},Sandy Made-Up,,,supervisor,,,yes")
    async with embedded.reading() as uow:
        found = await uow.officers.get(UUID(ONE))
    assert found is not None
    assert found.active


async def test_only_the_administrator_may_and_a_refusal_changes_nothing(embedded: Database) -> None:
    for officer in (RESPONSE, SUPERVISOR):
        with pytest.raises(NotAllowed):
            await import_people(embedded.work, FrozenClock(), officer, file(GOOD))
    async with embedded.reading() as uow:
        assert await uow.officers.all() == []
        assert await uow.audit.since() == []


@pytest.mark.parametrize("text", ["", "id,name\n", TOP.replace("collar,email", "email,collar") + "\n" + GOOD, GOOD, "\0", '"id\n'])
async def test_another_header_is_refused_in_one_line(embedded: Database, text: str) -> None:
    with pytest.raises(Unreadable, match="first line must be exactly: id,name,collar") as refused:
        await import_people(embedded.work, FrozenClock(), ADMIN, text)
    assert "\n" not in refused.value.advice


async def test_the_mark_that_excel_puts_first_is_not_part_of_the_header(embedded: Database) -> None:
    assert (await import_people(embedded.work, FrozenClock(), ADMIN, "\ufeff" + file(GOOD))).imported == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (f"{ONE},Robin Made-Up,1234", "3 cells where 8 are needed"),
        (GOOD + ",more", "9 cells where 8 are needed"),
        (GOOD.replace(ONE, "1234"), "id is not an Entra object id"),
        (GOOD.replace(ONE, ONE.replace("-", "")), "id is not an Entra object id"),
        (GOOD.replace("Robin Made-Up", "  "), "name is empty"),
        (GOOD.replace("Robin Made-Up", "R" * 201), "name is longer than 200 characters"),
        (GOOD.replace("1234", "1" * 41), "collar is longer than 40 characters"),
        (GOOD.replace("North", "N" * 101), "team is longer than 100 characters"),
        (GOOD.replace("Robin", "Ro\0bin"), "name holds a control character"),
        (GOOD.replace("response;vlo", "response;chief"), "roles holds an unknown role; the roles are response, vlo"),
        (GOOD.replace("response;vlo", ";"), "roles is empty"),
        (GOOD.replace(TWO, "Sandy"), "supervisor is not an Entra object id"),
        (GOOD.replace(TWO, ONE), "supervisor is the officer's own id"),
        (GOOD.replace("yes", "maybe"), "active must be yes or no"),
        ('"' + GOOD, "not proper CSV"),
    ],
)
async def test_a_row_that_cannot_be_taken_is_told_with_its_line_and_reason(embedded: Database, row: str, words: str) -> None:
    assert words in await reason(embedded, row)


async def test_a_bad_row_does_not_hold_up_a_good_one(embedded: Database) -> None:
    report = await take(embedded, "half a row", "", GOOD)
    assert report == PeopleReport(1, 0, 0, ((2, "1 cells where 8 are needed"),), ((4, NO_SUPERVISOR),))


async def test_an_id_that_stands_twice_is_taken_from_neither_line(embedded: Database) -> None:
    report = await take(embedded, GOOD, f"{TWO},Sandy Made-Up,,,supervisor,,,yes", GOOD.replace("response;vlo", "admin"))
    assert report.imported == 1
    assert [line for line, _ in report.rejected] == [2, 4]


async def test_a_name_over_two_lines_does_not_spoil_the_numbering(embedded: Database) -> None:
    report = await take(embedded, GOOD.replace("Robin Made-Up", '"Robin\nMade-Up"'), "half")
    assert [line for line, _ in report.rejected] == [2, 4]


async def test_what_looks_like_a_formula_is_data(embedded: Database) -> None:
    await take(embedded, GOOD.replace("Robin Made-Up", "=SUM(1)"))
    async with embedded.reading() as uow:
        assert [one.name for one in await uow.officers.all()] == ["=SUM(1)"]


async def test_a_whole_force_is_taken_and_others_are_heard_meanwhile(embedded: Database) -> None:
    rows = [f"{number:08x}-0000-4000-8000-000000000000,Officer {number},,,response,,,yes" for number in range(1, 1_501)]
    heard = 0

    async def listen() -> None:
        nonlocal heard
        while True:
            heard += 1
            await asyncio.sleep(0)

    listener = asyncio.create_task(listen())
    assert (await take(embedded, *rows)).imported == 1_500
    listener.cancel()
    assert heard > 5


plain = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30).map(str.strip)


@given(st.lists(st.tuples(st.uuids(version=4), plain.filter(bool), plain, st.sampled_from(Role)), unique_by=lambda one: one[0], max_size=6))
def test_any_name_and_team_are_read_as_they_were_written(people: list[tuple[UUID, str, str, Role]]) -> None:
    quoted = [
        f'{id},"{name.replace(chr(34), chr(34) * 2)}",,,{role},"{team.replace(chr(34), chr(34) * 2)}",,no'
        for id, name, team, role in people
    ]
    lines = list(read_people(file(*quoted), "demo"))
    assert [(line.officer.id, line.officer.roles) for line in lines if isinstance(line, Line)] == [
        (id, frozenset({role})) for id, _, _, role in people
    ]
    assert len(lines) == len(people)


@given(st.text(st.sampled_from('",;\n\r\ufeff\0ay=1-'), max_size=60))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert all(not isinstance(line, Line) for line in read_people(",".join(HEADER) + "\n" + text, "demo"))


async def test_a_supervisor_whom_nobody_knows_is_told_by_line_and_one_already_here_is_not(embedded: Database) -> None:
    assert (await take(embedded, f"{TWO},Sandy Made-Up,,,supervisor,,,yes")).warnings == ()
    assert (await take(embedded, GOOD)).warnings == ()
    stray = GOOD.replace(ONE, ONE[:-1] + "9").replace(TWO, TWO[:-1] + "8")
    assert (await take(embedded, GOOD, stray)).warnings == ((3, NO_SUPERVISOR),)
