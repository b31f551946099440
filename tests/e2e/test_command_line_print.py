"""An administrator makes the print for when the bot is down, and nobody else does."""

from pathlib import Path

from pypdf import PdfReader

from demo.people import officer_id
from tests.e2e.register import Register
from tests.e2e.running import Warm
from tests.e2e.story import ADMIN

AS_ADMIN = ("--as", str(officer_id(ADMIN)))
PASSPHRASE = "made-up words for the envelope"


def with_a_passphrase(register: Register, folder: Path) -> dict[str, str]:
    secret = folder / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    secret.chmod(0o600)
    return {**register.settings, "NMO_PRINT_PASSPHRASE_FILE": str(secret)}


async def test_the_print_opens_with_the_passphrase_and_holds_the_register(warm: Warm, register: Register, tmp_path: Path) -> None:
    file = tmp_path / "print.pdf"
    made = await warm.command("print", str(file), *AS_ADMIN, **with_a_passphrase(register, tmp_path))
    assert (made.status, made.out.startswith(f"{file}: ")) == (0, True)
    opened = PdfReader(file)
    assert opened.decrypt(PASSPHRASE) != 0
    assert "John Smith, born 12 March 1985" in " ".join(page.extract_text() for page in opened.pages)


async def test_without_a_passphrase_nothing_is_made(warm: Warm, register: Register, tmp_path: Path) -> None:
    file = tmp_path / "print.pdf"
    ended = await warm.command("print", str(file), *AS_ADMIN, **register.settings)
    assert (ended.status, "NMO_PRINT_PASSPHRASE_FILE" in ended.err, file.exists()) == (1, True, False)
