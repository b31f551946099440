"""What a command reports beside its work: what a person should look at, by line, and never the value itself."""

import json
import sys
from asyncio.subprocess import PIPE, create_subprocess_exec
from pathlib import Path

import pytest

from demo.people import HEADER, officer_id
from tests.domain.feed_rows import CASE, ROW_A, written
from tests.e2e.register import Register
from tests.e2e.running import ROOT, Ended, Warm, surroundings
from tests.e2e.story import ADMIN

AS_ADMIN = ("--as", str(officer_id(ADMIN)))
NEW = "99999999-0000-4000-8000-00000000000"


async def taken_in(warm: Warm, register: Register, *rows: dict[str, str]) -> Ended:
    manifest = register.folder / "manifest-20261120.csv"
    manifest.write_text(written(*rows), encoding="utf-8")
    return await warm.command("feed", "import", str(manifest), *AS_ADMIN, **register.settings)


async def test_an_import_tells_by_line_and_field_what_it_flagged(warm: Warm, register: Register) -> None:
    doubtful = ROW_A | {"Order Expiry Date": "someday", "Is Respondent Phone Confidential": "perhaps", "Respondent Surname": "-"}
    renamed = {name.replace("Order File Name", "Order Filename"): value for name, value in doubtful.items()}
    ended = await taken_in(warm, register, renamed)
    notes = [line.partition(" line ")[2] for line in ended.out.splitlines() if line.startswith("  note, ")]
    assert notes == [
        "1: the header's column 31 was read as Order File Name, of which its name is another form",
        "2: the end date could not be read: check with the court",
        "2: Respondent Surname is withheld: the order cannot be found by it",
        "2: Is Respondent Phone Confidential: the mark could not be read: treated as confidential",
        "2: the PDF of this order is not in the feed",
    ]
    assert (ended.status, ended.err, "someday" in ended.out, "perhaps" in ended.out) == (0, "", False, False)


async def test_rows_that_wait_are_listed_with_their_case_and_none_is_said_too(warm: Warm, register: Register) -> None:
    waiting = ("feed", "rejects", *AS_ADMIN)
    assert (await warm.command(*waiting, **register.settings)).out == "Nothing waits."
    assert (await warm.command(*waiting, "--json", **register.settings)).out == ""
    taken = await taken_in(warm, register, ROW_A | {"Order File Name": ""})
    listed = await warm.command(*waiting, **register.settings)
    assert (taken.status, taken.err) == (0, "1 row was rejected.")
    assert listed.out == f"manifest-20261120.csv line 2, case {CASE}: there is no order file name"
    assert (await warm.command(*waiting, "--json", **register.settings)).json[0]["case_no"] == CASE


async def test_people_of_a_supervisor_whom_nobody_knows_come_in_with_a_note(warm: Warm, register: Register) -> None:
    file = register.folder / "people.csv"
    rows = [f"{NEW}1,Kim Late,1,kim@force.example,response,north,{NEW}9,yes", "half a row"]
    file.write_text("\n".join([",".join(HEADER), *rows]), encoding="utf-8")
    ended = await warm.command("people", "import", str(file), *AS_ADMIN, **register.settings)
    assert (ended.status, ended.err) == (0, "1 row was rejected.")
    assert ended.out.splitlines() == [
        "People: 1 new, 0 changed, 0 as before, 1 rejected.",
        "  rejected, line 3: 1 cells where 8 are needed",
        "  note, line 2: supervisor is the id of nobody in the file or the register",
    ]


async def test_a_bad_line_of_a_batch_is_answered_with_its_error_and_the_next_ones_are_answered_too(warm: Warm, register: Register) -> None:
    lines = ['{"id": "a", "q": "what is an nmo"}', "{oops", "[1]", '{"id": 4, "q": "can i arrest if it has not been served"}']
    ended = await warm.command("ask", *AS_ADMIN, "--batch", "-", stdin="\n".join(lines), **register.settings)
    assert [(line["id"], line.get("error"), line.get("answered")) for line in ended.json] == [
        ("a", None, True),
        (None, "Line 2 is not JSON.", None),
        (None, "Line 3 is not a JSON object.", None),
        (4, None, True),
    ]
    assert (ended.status, ended.err) == (1, "2 of 4 lines could not be read: each is answered with its error.")


async def test_the_restored_register_tells_of_its_last_backup_and_then_of_the_restore(warm: Warm, register: Register) -> None:
    copy, elsewhere = register.folder / "copy.nmo", register.settings | {"NMO_DATABASE_URL": f"sqlite:///{register.folder}/elsewhere.db"}
    await warm.command("backup", str(copy), *AS_ADMIN, **register.settings)
    await warm.command("restore", str(copy), **elsewhere)
    trail = (await warm.command("audit", "export", "register", *AS_ADMIN, **elsewhere)).json
    assert [(line["event"], line["outcome"]) for line in trail][-3:] == [
        ("keeping:backup:made", "begun"),
        ("keeping:backup:restored", "done"),
        ("audit:trail:exported", "done"),
    ]


async def test_the_first_line_of_a_registers_trail_is_the_schema_it_was_made_with(warm: Warm, register: Register) -> None:
    fresh = register.settings | {"NMO_DATABASE_URL": f"sqlite:///{register.folder}/fresh.db"}
    file = register.folder / "people.csv"
    file.write_text(f"{','.join(HEADER)}\n{AS_ADMIN[1]},Addie Loom,1,addie@force.example,admin,north,,yes", encoding="utf-8")
    for command in (("migrate",), ("migrate",), ("people", "import", str(file))):
        assert (await warm.command(*command, **fresh)).status == 0
    trail = (await warm.command("audit", "export", "register", *AS_ADMIN, **fresh)).json
    assert [line["event"] for line in trail] == ["keeping:schema:migrated", "audit:trail:exported"]


async def test_a_package_made_with_invented_addresses_says_which_to_replace(warm: Warm, tmp_path: Path) -> None:
    app = "5f0c2d1e-0000-4000-8000-0000000000aa"
    invented = await warm.command("manifest", "--out", str(tmp_path / "a.zip"), NMO_APP_ID=app)
    own = ("--host", "nmo.force.example", "--pages", "https://pages.force.example")
    named = await warm.command("manifest", "--out", str(tmp_path / "b.zip"), *own, NMO_APP_ID=app)
    assert ["--host" in invented.out, "--pages" in invented.out, "made up" in named.out] == [True, True, False]


@pytest.mark.parametrize(
    ("command", "words"),
    [(("app.py", "demo"), ".venv/bin/python app.py ..."), (("-m", "demo", "feed", "x"), ".venv/bin/python -m demo ...")],
    ids=["app.py", "demo"],
)
async def test_a_python_without_the_libraries_is_told_which_to_use(command: tuple[str, ...], words: str) -> None:
    bare = await create_subprocess_exec(sys.executable, "-S", *command, cwd=ROOT, env=surroundings({}), stdout=PIPE, stderr=PIPE)
    _, err = await bare.communicate()
    lines = err.decode().splitlines()
    assert (bare.returncode, len(lines)) == (1, 1)
    assert lines[0].endswith(f"Run make setup first, then {words}")


async def test_json_on_standard_output_is_one_object_whatever_was_rejected(warm: Warm, register: Register) -> None:
    manifest = register.folder / "manifest-20261120.csv"
    manifest.write_text(written(ROW_A, ROW_A | {"Order File Name": "-"}), encoding="utf-8")
    ended = await warm.command("feed", "import", str(manifest), "--json", *AS_ADMIN, **register.settings)
    assert (json.loads(ended.out)["rejected"], ended.err) == (1, "1 row was rejected.")
