"""Rows that were not taken in wait whole for a person; a file is known by its content."""

from datetime import UTC, date, datetime

from storage.intake import new_reject
from storage.work import Database

AT = datetime(2026, 6, 2, 6, 0, tzinfo=UTC)
SHA = "cd" * 32


async def test_a_kept_row_is_whole_until_it_is_mended(database: Database) -> None:
    kept = new_reject("manifest-20260601.csv", SHA, 7, "file:x.pdf", "the row is cut off", "1,Zoë \ud800", AT)
    again = new_reject("manifest-20260601.csv", SHA, 7, "file:x.pdf", "the row is cut off", "1", AT)
    async with database.work() as uow:
        assert await uow.intake.keep([kept]) == [kept.id]
        assert await uow.intake.keep([again]) == []
        (found,) = await uow.intake.open_rejects()
        assert (found.id, found.line, found.raw) == (kept.id, 7, "1,Zoë ?")
        assert await uow.intake.open_keys() == {"file:x.pdf"}
        assert await uow.intake.mend("ef" * 32, [7], ["file:y.pdf"], AT) == []
        assert await uow.intake.mend(SHA, [8], ["file:x.pdf"], AT) == []
        assert await uow.intake.mend("ef" * 32, [1], ["file:x.pdf", "file:y.pdf"], AT) == [kept.id]
        assert await uow.intake.open_rejects() == []


async def test_the_same_file_read_better_mends_its_own_line(database: Database) -> None:
    async with database.work() as uow:
        kept = await uow.intake.keep([new_reject("manifest-20260601.csv", SHA, 7, "line:7", "the row is cut off", "1", AT)])
        assert await uow.intake.mend(SHA, [7], [], AT) == kept != []


async def test_a_file_is_noted_once(database: Database) -> None:
    async with database.work() as uow:
        assert await uow.intake.note_file(SHA, "manifest-20260601.csv", date(2026, 6, 1), AT)
        assert not await uow.intake.note_file(SHA, "manifest-20260601.csv", date(2026, 6, 1), AT)
        assert await uow.intake.days(date(2026, 5, 30)) == {date(2026, 6, 1)}
        assert await uow.intake.days(date(2026, 6, 2)) == frozenset()
