"""The print for when the bot is down: made each morning and by command, opened by its passphrase alone, without where anybody is protected."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.commands.printing import SHORT, print_daily
from bot.settings import Settings
from domain.audit import AuditKind
from domain.errors import AssistantError
from services.daily_print import print_job
from storage.secret_files import SecretTrouble
from storage.work import Database
from tests.breaches import terms_of
from tests.local import Beat
from tests.orders import a_party
from tests.people import DESK
from tests.requirements.test_r10_visit_briefing import OWN
from tests.trail import trail_of

PASSPHRASE = "made-up words for the envelope"
DAY = timedelta(days=1)


@pytest.fixture
async def beat(embedded: Database) -> Beat:
    made = Beat(embedded)
    hidden = a_party(surname="Kept", forenames="Quiet", confidential=frozenset({"address", "address1", "postcode"}))
    order = made.an_order(conditions_checked=True, has_document=True)
    await made.hold(order, made.an_order(respondent=hidden), made.an_order(ends_in=-1))
    async with embedded.work() as uow:
        await uow.terms.note(terms_of(order, *OWN))
    return made


def settings_in(folder: Path, passphrase: str = PASSPHRASE) -> Settings:
    secret = folder / "passphrase"
    secret.write_text(passphrase, encoding="utf-8")
    secret.chmod(0o600)
    return Settings(print_dir=folder, print_passphrase_file=secret)


def prints(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.glob("*.pdf*"))


async def test_it_is_made_once_a_day_from_five_and_a_week_of_them_is_kept(beat: Beat, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    beat.clock.advance(-timedelta(hours=8))
    assert await print_daily(settings, beat.database, beat.clock) is False
    beat.clock.advance(timedelta(hours=2))
    assert [await print_daily(settings, beat.database, beat.clock) for _ in range(2)] == [True, False]
    assert prints(tmp_path) == ["nmo-print-demo-2026-11-20.pdf"]
    assert (tmp_path / "nmo-print-demo-2026-11-20.pdf").stat().st_mode & 0o077 == 0
    for _ in range(9):
        beat.clock.advance(DAY)
        await print_daily(settings, beat.database, beat.clock)
    assert prints(tmp_path) == [f"nmo-print-demo-2026-11-{day}.pdf" for day in range(22, 30)]


async def test_it_opens_with_the_passphrase_alone_and_says_nothing_without(beat: Beat, tmp_path: Path) -> None:
    await print_daily(settings_in(tmp_path), beat.database, beat.clock)
    content = (tmp_path / "nmo-print-demo-2026-11-20.pdf").read_bytes()
    assert [word for word in (b"Smith", b"Marlow", b"Larkfield") if word in content] == []
    assert PdfReader(BytesIO(content)).decrypt("another passphrase") == 0
    opened = PdfReader(BytesIO(content))
    assert opened.decrypt(PASSPHRASE) != 0
    told = " ".join(" ".join(page.extract_text().split()) for page in opened.pages)
    assert "John Smith, born 12 March 1985" in told
    assert "1. The respondent must not use or threaten violence against the applicant." in told
    assert "Respondent's home: 14 Larkfield Row, Ambermere, ZZ1 4AB" in told
    assert "Quiet Kept" in told
    assert "Orders: 2" in told
    assert "Contacts owed within 48 hours: 2" in told


async def test_where_anybody_is_protected_stands_in_no_print(beat: Beat, tmp_path: Path) -> None:
    await print_daily(settings_in(tmp_path), beat.database, beat.clock)
    opened = PdfReader(tmp_path / "nmo-print-demo-2026-11-20.pdf")
    opened.decrypt(PASSPHRASE)
    told = " ".join(page.extract_text() for page in opened.pages)
    assert [part for part in ("Cobbler", "ZZ2 7QD", "07700 900456", "after 6pm") if part in told] == []
    assert told.count("confidential: ask the orders desk") == 1


async def test_that_it_was_made_is_a_disclosure_on_the_trail(beat: Beat, tmp_path: Path) -> None:
    await print_daily(settings_in(tmp_path), beat.database, beat.clock)
    (line,) = [one for one in await trail_of(beat.database) if one.event == "print:register:made"]
    assert (line.kind, line.actor, line.subject) == (AuditKind.DISCLOSURE, print_job("demo").id, "register")


async def test_without_a_folder_none_is_made_and_a_weak_or_open_passphrase_is_refused(beat: Beat, tmp_path: Path) -> None:
    assert await print_daily(Settings(), beat.database, beat.clock) is False
    with pytest.raises(AssistantError) as refusal:
        await print_daily(settings_in(tmp_path, "short"), beat.database, beat.clock)
    assert refusal.value.advice == SHORT
    settings = settings_in(tmp_path)
    (tmp_path / "passphrase").chmod(0o644)
    with pytest.raises(SecretTrouble):
        await print_daily(settings, beat.database, beat.clock)
    assert prints(tmp_path) == []


async def test_a_folder_that_is_gone_leaves_no_half_print_and_is_told(beat: Beat, tmp_path: Path) -> None:
    settings = settings_in(tmp_path).model_copy(update={"print_dir": tmp_path / "gone"})
    with pytest.raises(AssistantError, match="cannot be written"):
        await print_daily(settings, beat.database, beat.clock)
    assert prints(tmp_path) == []


async def test_an_exercise_is_in_no_print(beat: Beat, tmp_path: Path) -> None:
    chat = beat.chat(DESK)
    await chat.say("exercise mode")
    await chat.press("Begin an exercise")
    await print_daily(settings_in(tmp_path), beat.database, beat.clock)
    opened = PdfReader(tmp_path / "nmo-print-demo-2026-11-20.pdf")
    opened.decrypt(PASSPHRASE)
    assert "Practice-Alpha" not in " ".join(page.extract_text() for page in opened.pages)
