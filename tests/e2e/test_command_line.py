"""What a force's administrator does at the command line, on a fresh folder and on a register in use."""

import json
import sqlite3
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from demo.feed import LAYOUTS, PASSWORD, made_up_feed, write_feed, write_zip
from demo.force import demo_feed
from demo.people import officer_id, officers_csv
from domain.clock import utc_now
from domain.london import to_london
from tests.e2e.register import Register
from tests.e2e.running import Ended, Warm
from tests.e2e.story import ADMIN, ASKED

BOTH = "PC Max Tarrant"
TODAY = to_london(utc_now()).date()


def plain_line(ended: Ended) -> tuple[int, str]:
    assert ended.err == ""
    return ended.status, ended.out


async def with_an_administrator_on_duty(warm: Warm, register: Register) -> str:
    """Outside the demonstration only an administrator may be named with --as; this one may also look people up."""
    row = f"{officer_id(BOTH)},{BOTH},4999,max.tarrant@force.example,admin;response;vlo,north,,true\n"
    file = register.folder / "more.csv"
    file.write_text(f"id,name,collar,email,roles,team,supervisor,active\n{row}", encoding="utf-8")
    ended = await warm.command("people", "import", str(file), "--as", str(officer_id(ADMIN)), **register.settings)
    assert ended.status == 0
    return str(officer_id(BOTH))


async def test_a_force_sets_the_bot_up_on_a_fresh_folder(warm: Warm, tmp_path: Path) -> None:
    register = Register(tmp_path)
    people, admin = tmp_path / "people.csv", str(officer_id(ADMIN))
    people.write_text(officers_csv(), encoding="utf-8")
    demo_feed(tmp_path / "feed", TODAY, orders=14)

    async def run(*arguments: str) -> Ended:
        return await warm.command(*arguments, **register.settings)

    assert (await run("key", "new", str(register.key))).status == 0
    assert (register.key.stat().st_mode & 0o777, register.key.stat().st_size) == (0o600, 32)
    key = register.key.read_bytes()
    assert (await run("key", "new", str(register.key))).status == 1
    assert register.key.read_bytes() == key

    assert plain_line(await run("migrate"))[0] == 0
    assert plain_line(await run("migrate"))[1].startswith("The database is at ")
    counts = [(await run("people", "import", str(people), *named, "--json")).json[0] for named in ([], ["--as", admin])]
    assert [(one["imported"], one["unchanged"], one["rejected"]) for one in counts] == [(12, 0, 0), (0, 12, 0)]

    taking = ["feed", "import", str(tmp_path / "feed"), "--as", admin, "--json"]
    runs = [(await run(*taking, *more)).json[0] for more in (["--dry-run"], ["--dry-run"], [], [])]
    assert [(one["imported"], one["unchanged"], one["updated"], one["rejected"]) for one in runs] == [
        (14, 0, 0, 0),
        (14, 0, 0, 0),
        (14, 0, 0, 0),
        (0, 14, 0, 0),
    ]
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(register.file).execute("select count(*) from sqlite_master")
    assert b"Marlow" not in register.file.read_bytes()


async def test_the_older_layout_and_the_encrypted_zip_come_in_too(warm: Warm, register: Register) -> None:
    orders = made_up_feed(7, 12, TODAY)
    layout_b = write_feed(register.folder / "b", orders[:6], 6, TODAY, LAYOUTS["B"])
    zipped = write_zip(register.folder, orders[6:], 6, TODAY, Random(7))
    password = register.folder / "zip.password"
    password.write_bytes(PASSWORD)
    password.chmod(0o600)
    settings = register.settings | {"NMO_FEED_ZIP_PASSWORD_FILE": str(password)}
    taking = [
        ["feed", "import", str(path), "--as", str(officer_id(ADMIN)), "--json"] for path in (layout_b.parent, layout_b, zipped, zipped)
    ]
    runs = [(await warm.command(*one, **settings)).json[0] for one in taking]
    assert [(one["imported"], one["unchanged"], one["rejected"]) for one in runs] == [(6, 0, 0), (0, 6, 0), (6, 0, 0), (0, 6, 0)]


async def test_a_look_up_answers_as_the_contract_says_one_line_or_a_batch(warm: Warm, register: Register) -> None:
    officer = await with_an_administrator_on_duty(warm, register)
    one = (await warm.command("find", "--as", officer, ASKED, **register.settings)).json
    assert [set(line) for line in one] == [{"id", "verdict", "why", "matches", "ms"}]
    best = one[0]["matches"][0]
    assert {**best, "case_no": "", "score": 0, "reasons": []} == {
        "case_no": "",
        "role": "respondent",
        "name": "John Smith",
        "dob": "1985-03-12",
        "score": 0,
        "reasons": [],
        "state": "in_force",
        "kind": "nmo",
        "power": "Non-molestation order (NMO): breach is an offence; arrest under PACE s.24.",
    }
    asked = [
        {"id": "a", "text": ASKED},
        {"id": 2, "person": {"name": "John Smith", "dob": "1985-03-12"}},
        {"id": "three", "text": "john smith"},
        {"id": 4, "person": {"name": "Nobody Atall", "dob": "1901-01-01"}},
    ]
    batch = "\n".join(json.dumps(line) for line in asked) + "\n"
    answered = await warm.command("find", "--as", officer, "--batch", "-", stdin=batch, **register.settings)
    file = register.folder / "asked.jsonl"
    file.write_text(batch, encoding="utf-8")
    from_file = await warm.command("find", "--as", officer, "--batch", str(file), **register.settings)
    expected = [("a", "match"), (2, "match"), ("three", "possible"), (4, "none")]
    assert [[(line["id"], line["verdict"]) for line in run.json] for run in (answered, from_file)] == [expected] * 2


async def test_guidance_answers_as_the_contract_says(warm: Warm, register: Register) -> None:
    questions = [{"id": 1, "q": "can i arrest if it has not been served"}, {"id": 2, "q": "what is the weather"}]
    batch = "\n".join(json.dumps(line) for line in questions)
    admin = str(officer_id(ADMIN))
    lines = (await warm.command("ask", "--as", admin, "--batch", "-", stdin=batch, **register.settings)).json
    parts = {"id", "answered", "page", "title", "answer", "sources", "reviewed", "alternatives", "ms"}
    assert [set(line) for line in lines] == [parts, parts]
    assert [(line["id"], line["answered"], len(line["answer"]) <= 1200) for line in lines] == [(1, True, True), (2, False, True)]
    assert {frozenset(source) for source in lines[0]["sources"]} == {frozenset({"title", "url"})}


async def test_a_line_is_understood_as_the_contract_says_and_a_bad_one_costs_no_other(warm: Warm, register: Register) -> None:
    lines = [
        json.dumps({"id": 1, "text": "breached 12/11 at 2130, LS25F00442", "now": "2026-11-20T15:00"}),
        "not json",
        json.dumps({"id": "b", "text": "help"}),
    ]
    admin = str(officer_id(ADMIN))
    ended = await warm.command("understand", "--as", admin, "--batch", "-", stdin="\n".join(lines), **register.settings)
    assert ended.status == 1
    assert [{key: value for key, value in line.items() if key != "ms"} for line in ended.json] == [
        {"id": 1, "intent": "record_breach", "entities": {"order_no": "LS25F00442", "when": "2026-11-12T21:30"}},
        {"id": None, "error": "Line 2 is not JSON."},
        {"id": "b", "intent": "help", "entities": {}},
    ]
    one = await warm.command("understand", "--as", admin, "cancel", **register.settings)
    assert (one.status, one.json[0]["intent"], one.json[0]["id"]) == (0, "cancel", 1)
    assert (await warm.command("understand", "--as", admin, **register.settings)).status == 2


async def test_the_whole_bot_talks_over_a_pipe(warm: Warm, register: Register) -> None:
    officer = await with_an_administrator_on_duty(warm, register)
    typed = ["help", ASKED, "1", "1", "1", "exit", "never heard"]
    ended = await warm.command("chat", "--as", officer, stdin="\n".join(typed), **register.settings)
    told = [
        ended.out.find(words)
        for words in ("You are signed in as", "Why do you need this?", "Respondent: John Smith", "Is anyone in danger now?", "999")
    ]
    assert (ended.status, ended.err, -1 in told) == (0, "", False)
    assert ended.out.count("Is anyone in danger now?") == 1


async def test_a_refused_line_does_not_swallow_the_next(warm: Warm, register: Register) -> None:
    typed = f"{ASKED}\ncan i arrest if it has not been served\n"
    ended = await warm.command("chat", "--as", str(officer_id(ADMIN)), stdin=typed, **register.settings)
    refused, answered = ended.out.find("Your role does not include this."), ended.out.find("Not served? Ask: did they know?")
    assert 0 < refused < answered


async def test_a_backup_made_in_use_comes_back_whole(warm: Warm, register: Register) -> None:
    officer = await with_an_administrator_on_duty(warm, register)
    copy, elsewhere = register.folder / "copy.nmo", register.folder / "elsewhere.db"
    made = await warm.command("backup", str(copy), "--as", officer, **register.settings)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(copy).execute("select count(*) from sqlite_master")
    restored = register.settings | {"NMO_DATABASE_URL": f"sqlite:///{elsewhere}"}
    put_back = await warm.command("restore", str(copy), **restored)
    assert "It is the register as it stood on " in put_back.out
    again = await warm.command("restore", str(copy), **restored)
    replaced = await warm.command("restore", str(copy), "--replace", "--as", officer, **restored)
    assert [one.status for one in (made, put_back, again, replaced)] == [0, 0, 1, 0]
    found = (await warm.command("find", "--as", officer, ASKED, **restored)).json
    assert found[0]["verdict"] == "match"
    trail = (await warm.command("audit", "export", officer, "--as", officer, **restored)).json
    told = [(line["event"], line["recipient"]) for line in trail if line["event"].startswith(("keeping", "command:restore"))]
    assert told == [("keeping:backup:made", "copy.nmo"), ("keeping:backup:restored", ""), ("command:restore:run", "")]


async def test_the_trail_of_an_officer_tells_what_was_asked_and_by_which_system_user(warm: Warm, register: Register) -> None:
    officer = await with_an_administrator_on_duty(warm, register)
    await warm.command("find", "--as", officer, ASKED, **register.settings)
    await warm.command("find", "--as", officer, "--reason", "court", ASKED, **register.settings)
    trail = (await warm.command("audit", "export", "--as", str(officer_id(ADMIN)), officer, **register.settings)).json
    assert [line["kind"] for line in trail if line["event"] == "command:find:run"] == 2 * ["consultation"]
    assert [(line["typed"], line["reason"]) for line in trail if ASKED in str(line["typed"])] == [(ASKED, "batch"), (ASKED, "court")]


async def test_the_teams_package_names_the_force_s_own_app(warm: Warm, tmp_path: Path) -> None:
    app, file = "5f0c2d1e-0000-4000-8000-0000000000aa", tmp_path / "nmo.zip"
    ended = await warm.command("manifest", "--out", str(file), "--host", "nmo.force.example", "--read-receipts", NMO_APP_ID=app)
    assert (ended.status, ended.err) == (0, "")
    manifest = json.loads(ZipFile(file).read("manifest.json"))
    assert (manifest["bots"][0]["botId"], manifest["validDomains"]) == (app, ["nmo.force.example"])
    assert "ChatMessageReadReceipt.Read.Chat" in str(manifest["authorization"])
