"""`erase`, as an administrator calls it."""

from bot.commands.erasing import ONE_OF
from services.erasing import NO_RECORD
from tests.e2e.register import Register
from tests.e2e.running import Warm
from tests.e2e.test_command_line_reports import AS_ADMIN


async def test_a_record_that_is_not_there_is_said_in_one_line(warm: Warm, register: Register) -> None:
    ended = await warm.command("erase", "NMO-7F3K2D", "--ground", "ordered", *AS_ADMIN, **register.settings)
    assert (ended.status, ended.err) == (1, NO_RECORD)


async def test_a_ground_is_one_of_the_list(warm: Warm, register: Register) -> None:
    ended = await warm.command("erase", "NMO-7F3K2D", "--ground", "because", *AS_ADMIN, **register.settings)
    assert ended.status == 2
    assert ("not_needed" in ended.err, "Ground" in ended.err) == (True, False)


async def test_one_thing_is_asked_for_at_a_time(warm: Warm, register: Register) -> None:
    for words in ((), ("NMO-7F3K2D",), ("NMO-7F3K2D", "--ground", "ordered", "--list", "x")):
        ended = await warm.command("erase", *words, *AS_ADMIN, **register.settings)
        assert (ended.status, ended.err) == (2, ONE_OF)


async def test_the_list_of_what_was_erased_is_written_and_applied(warm: Warm, register: Register) -> None:
    file = register.folder / "kept.list"
    listed = await warm.command("erase", "--list", str(file), "--json", *AS_ADMIN, **register.settings)
    applied = await warm.command("erase", "--again", str(file), "--json", *AS_ADMIN, **register.settings)
    nowhere = await warm.command("erase", "--again", f"{file}.not", *AS_ADMIN, **register.settings)
    assert (listed.json, applied.json) == ([{"file": str(file), "erased": 0}], [{"knows": 0, "erased": 0}])
    assert (nowhere.status, nowhere.err) == (1, f"There is no list at {file}.not. Nothing was changed.")


async def test_a_restore_says_what_it_knows_of_erasures_and_what_nobody_can_tell(warm: Warm, register: Register) -> None:
    copy, kept = register.folder / "copies" / "copy.nmo", register.folder / "kept.list"
    copy.parent.mkdir()
    made = await warm.command("backup", str(copy), *AS_ADMIN, **register.settings)
    beside = copy.with_name("erased-demo.list")
    assert f"{beside} beside it lists what was erased" in made.out
    places = [register.settings | {"NMO_DATABASE_URL": f"sqlite:///{register.folder}/{name}.db"} for name in ("one", "two", "three")]
    found = await warm.command("restore", str(copy), **places[0])
    assert "Of 0 erasures that are known, 0 had come back and were erased again." in found.out
    beside.rename(kept)
    lost = await warm.command("restore", str(copy), **places[1])
    assert "No list of erasures was found: what was erased in the 0 days since may be back in it." in lost.out
    assert "app.py erase --again FILE --as ADMIN_ID" in lost.out
    named = await warm.command("restore", str(copy), "--erased", str(kept), **places[2])
    assert "Of 0 erasures that are known" in named.out
    wrong = await warm.command("restore", str(copy), "--erased", f"{kept}.not", **places[2])
    assert (wrong.status, wrong.err) == (1, f"There is no list at {kept}.not. Nothing was changed.")
