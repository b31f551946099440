"""What goes wrong at the command line is said in one plain line, with an exit status, and changes nothing."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from demo.feed import made_up_feed, manifest_name, write_feed, write_zip
from demo.people import HEADER, officer_id
from domain.clock import utc_now
from domain.london import to_london
from storage.database import open_database
from storage.keys import new_key, read_key
from tests.databases import FORCE
from tests.e2e.register import Register
from tests.e2e.running import Warm
from tests.e2e.story import ADMIN, ASKED, RESPONSE
from tests.fakes.connector_server import FakeConnector
from tests.fakes.issuer import APP_ID, TENANT, FakeIssuer

TODAY = to_london(utc_now()).date()
AS_ADMIN = ("--as", str(officer_id(ADMIN)))


@dataclass(frozen=True)
class Mistake:
    """`words` of the line that answers it; `arrange` spoils something first; `settings` go over the register's own."""

    arguments: tuple[str, ...]
    words: str
    settings: dict[str, str] = field(default_factory=dict)
    arrange: Callable[[Path], object] = lambda folder: None
    status: int = 1


def readable_by_all(folder: Path) -> None:
    (folder / "master.key").chmod(0o644)


def no_key(folder: Path) -> None:
    (folder / "master.key").unlink()


def short_key(folder: Path) -> None:
    (folder / "master.key").write_bytes(b"short")


def another_key(folder: Path) -> None:
    no_key(folder)
    new_key(folder / "master.key")


def nothing_migrated(folder: Path) -> None:
    (folder / "nmo.db").unlink()


def people(text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / "people.csv").write_text(text, encoding="utf-8")


def feed_of(text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / "manifest-20261120.csv").write_text(text, encoding="utf-8")


def sealed_feed(folder: Path) -> None:
    write_zip(folder, made_up_feed(3, 2, TODAY), 2, TODAY, Random(3)).rename(folder / "feed.zip")
    (folder / "zip.password").write_text("wrong", encoding="utf-8")
    (folder / "zip.password").chmod(0o600)


def open_password(folder: Path) -> None:
    sealed_feed(folder)
    (folder / "zip.password").chmod(0o666)


def open_secret(folder: Path) -> None:
    (folder / "app.secret").write_text("made-up", encoding="utf-8")
    (folder / "app.secret").chmod(0o666)


def bad_policy(folder: Path) -> None:
    (folder / "demo.toml").write_text('version = 1\n[reason]\nminutes = "long"\n', encoding="utf-8")


FIND = ("find", *AS_ADMIN, ASKED)
TAKE_PEOPLE = ("people", "import", "{folder}/people.csv", *AS_ADMIN)
TAKE_FEED = ("feed", "import", "{folder}/manifest-20261120.csv", *AS_ADMIN)
TAKE_ZIP = ("feed", "import", "{folder}/feed.zip", *AS_ADMIN)
IN_TEAMS = {"NMO_FORCE": FORCE, "NMO_APP_ID": APP_ID, "NMO_TENANT_ID": TENANT}
NOBODY = "99999999-0000-4000-8000-000000000001"
MISTAKES = {
    "the key file is missing": Mistake(FIND, "cannot be read (No such file", arrange=no_key),
    "no key file is named": Mistake(FIND, "No master key: set NMO_MASTER_KEY_FILE", {"NMO_MASTER_KEY_FILE": ""}),
    "others may read the key file": Mistake(FIND, "can be read by others: run 'chmod 600", arrange=readable_by_all),
    "the key is too short": Mistake(FIND, "must be 32 bytes", arrange=short_key),
    "the key is another's": Mistake(FIND, "does not open with this key", arrange=another_key),
    "the key would be overwritten": Mistake(("key", "new", "{folder}/master.key"), "a key is never overwritten"),
    "the key's folder is not there": Mistake(("key", "new", "{folder}/not/there.key"), "cannot be written (No such file"),
    "the database was never set up": Mistake(FIND, "Run '.venv/bin/python app.py migrate'.", arrange=nothing_migrated),
    "no database is named": Mistake(FIND, "No database: set NMO_DATABASE_URL", {"NMO_DATABASE_URL": ""}),
    "another kind of database is named": Mistake(FIND, "must begin with sqlite:/// or postgresql://", {"NMO_DATABASE_URL": "mysql://a/b"}),
    "the database's address is no address": Mistake(FIND, "must begin with sqlite:///", {"NMO_DATABASE_URL": "nmo.db"}),
    "the database's file is not there": Mistake(FIND, "has not been set up", {"NMO_DATABASE_URL": "sqlite:////not/there/nmo.db"}),
    "the database's folder is not there": Mistake(("migrate",), "cannot be opened", {"NMO_DATABASE_URL": "sqlite:////not/there/nmo.db"}),
    "the database is away": Mistake(
        FIND, "The database cannot be reached", {"NMO_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    ),
    "a setting cannot be read": Mistake(FIND, "NMO_FORCE cannot be read", {"NMO_FORCE": "Not A Force!"}),
    "a service host is no host": Mistake(("serve",), "NMO_SERVICE_HOSTS cannot be read", {"NMO_SERVICE_HOSTS": "https://evil.example/"}),
    "no service host is left": Mistake(("serve", "--dev"), "NMO_SERVICE_HOSTS cannot be read", {"NMO_SERVICE_HOSTS": ""}),
    "the token's address is plain http": Mistake(("serve",), "NMO_TOKEN_URL cannot be read", {"NMO_TOKEN_URL": "http://a.example/"}),
    "the keys' address is plain http": Mistake(
        ("serve",), "NMO_OPENID_METADATA_URL cannot be read", {"NMO_OPENID_METADATA_URL": "http://a.example/"}
    ),
    "the monitor's address is plain http": Mistake(
        ("serve",), "NMO_DEAD_MANS_URL cannot be read", {"NMO_DEAD_MANS_URL": "http://a.example/"}
    ),
    "others may read the app secret": Mistake(
        ("serve", "--port", "0"),
        "can be read by others: run 'chmod 600",
        IN_TEAMS | {"NMO_APP_SECRET_FILE": "{folder}/app.secret"},
        open_secret,
    ),
    "others may read the zip's password": Mistake(
        TAKE_ZIP, "can be read by others: run 'chmod 600", {"NMO_FEED_ZIP_PASSWORD_FILE": "{folder}/zip.password"}, open_password
    ),
    "nobody is named": Mistake(("find", ASKED), "the following arguments are required: --as", status=2),
    "no id is named": Mistake(("find", "--as", "sam", ASKED), "--as takes an officer's id"),
    "the one named is unknown": Mistake(("find", "--as", NOBODY, ASKED), "Nobody active has the id"),
    "the one named is no administrator": Mistake(("find", "--as", str(officer_id(RESPONSE)), ASKED), "only an administrator"),
    "the administrator may not look people up": Mistake(FIND, "Your role does not include this."),
    "the reason is not on the force's list": Mistake((*FIND, "--reason", "nosy"), "--reason takes one of incident, arrest", status=2),
    "the force's policy has a slip in it": Mistake(
        FIND, "demo.toml: reason.minutes must be a whole number from 1 to 720 (line 3).", {"NMO_FORCES_DIR": "{folder}"}, bad_policy
    ),
    "nothing is asked": Mistake(("find", *AS_ADMIN), "Give the words to ask, or --batch FILE.", status=2),
    "no question is asked": Mistake(("ask", *AS_ADMIN), "Give the words to ask, or --batch FILE.", status=2),
    "the trail knows nobody of that id": Mistake(("audit", "export", NOBODY, *AS_ADMIN), "The trail holds nothing under that id or word"),
    "the batch is not there": Mistake(("ask", *AS_ADMIN, "--batch", "{folder}/none"), "There is no file"),
    "the people are not there": Mistake(TAKE_PEOPLE, "There is no file"),
    "the people have a wrong header": Mistake(TAKE_PEOPLE, "The first line must be exactly: id,name", arrange=people("name,id\n")),
    "nobody imports people": Mistake(TAKE_PEOPLE[:3], "--as is missing. Say who you are", arrange=people(",".join(HEADER)), status=2),
    "the feed is not there": Mistake(TAKE_FEED, "does not exist"),
    "the feed has a wrong header": Mistake(TAKE_FEED, "the header has no", arrange=feed_of("Case No.,Something\n1,2\n")),
    "the feed is empty": Mistake(TAKE_FEED, "manifest", arrange=feed_of("")),
    "the folder holds no feed": Mistake(("feed", "import", "{folder}", *AS_ADMIN), "There is no manifest here"),
    "the file is no feed": Mistake(("feed", "import", "{folder}/master.key", *AS_ADMIN), "is no court feed"),
    "the zip's password is wrong": Mistake(
        TAKE_ZIP, "password of the zip is wrong", {"NMO_FEED_ZIP_PASSWORD_FILE": "{folder}/zip.password"}, sealed_feed
    ),
    "the zip's password is missing": Mistake(TAKE_ZIP, "password of the zip is missing", arrange=sealed_feed),
    "the backup would overwrite": Mistake(("backup", "{folder}/master.key", *AS_ADMIN), "master.key"),
    "the backup is none": Mistake(("restore", "{folder}/master.key"), "master.key", {"NMO_DATABASE_URL": "sqlite:///{folder}/new.db"}),
    "the restore would overwrite": Mistake(("restore", "{folder}/nmo.db"), "nmo.db"),
    "the package has no app": Mistake(("manifest", "--out", "{folder}/x.zip"), "set NMO_APP_ID"),
    "production has no settings": Mistake(("serve",), "Not started: set NMO_FORCE, NMO_APP_ID, NMO_TENANT_ID, NMO_APP_SECRET_FILE."),
    "--dev is off this machine": Mistake(("serve", "--dev", "--host", "0.0.0.0"), "it only runs on this machine"),  # noqa: S104 - it must refuse
    "the demonstration meets a real register": Mistake(("demo",), "is not a demonstration's, so nothing was put into it"),
    "a command is unknown": Mistake(("frobnicate",), "invalid choice", status=2),
    "a role is unknown": Mistake(("serve", "--role", "boss"), "invalid choice", status=2),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
async def test_a_mistake_is_answered_with_one_line_and_a_status(warm: Warm, register: Register, mistake: Mistake) -> None:
    mistake.arrange(register.folder)
    arguments = [one.format(folder=register.folder) for one in mistake.arguments]
    settings = {name: value.format(folder=register.folder) for name, value in (register.settings | mistake.settings).items()}
    ended = await warm.command(*arguments, **settings)
    lines = [line for line in ended.err.splitlines() if not line.startswith(("usage:", " "))]
    assert (ended.status, ended.out, [mistake.words in line for line in lines]) == (mistake.status, "", [True]), ended


async def test_a_busy_port_is_said(warm: Warm, register: Register) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = await warm.command("serve", "--dev", "--port", port, **register.settings)
    assert ended.status == 1
    assert [f"Port {port} on 127.0.0.1 cannot be had" in line for line in ended.err.splitlines() if "--dev:" not in line] == [True]


async def test_a_register_in_use_for_long_is_said_and_left_as_it_was(warm: Warm, register: Register) -> None:
    people(",".join(HEADER) + f"\n{NOBODY},Kim Late,1,kim@force.example,response,north,,yes\n")(register.folder)
    importing = [one.format(folder=register.folder) for one in TAKE_PEOPLE]
    database = open_database(register.url, read_key(register.key), FORCE)
    async with database.work():
        refused = await warm.command(*importing, **register.settings)
    await database.close()
    again = await warm.command(*importing, "--json", **register.settings)
    assert (refused.status, len(refused.err.splitlines()), "busy" in refused.err or "in use" in refused.err) == (1, 1, True)
    assert again.json[0]["imported"] == 1


async def test_production_refuses_postgresql_until_it_is_told_that_nothing_there_is_sealed(warm: Warm, register: Register) -> None:
    async with FakeConnector() as connector, FakeIssuer() as issuer:
        settings = register.in_teams(issuer, connector) | {"NMO_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
        ended = await warm.command("serve", **settings)
    assert (ended.status, ended.err.splitlines()[0][:46]) == (1, "PostgreSQL is for made-up data until every per")


async def test_half_a_row_is_rejected_by_its_line_and_the_whole_ones_come_in(warm: Warm, register: Register) -> None:
    good = f"{NOBODY},Kim Late,1,kim@force.example,response,north,,yes"
    people("\n".join([",".join(HEADER), good, f"{NOBODY[:-1]}2,Half"]))(register.folder)
    taken = (await warm.command(*[one.format(folder=register.folder) for one in TAKE_PEOPLE], "--json", **register.settings)).json[0]
    assert (taken["imported"], [one["line"] for one in taken["rejected_rows"]]) == (1, [3])

    manifest = write_feed(register.folder / "feed", made_up_feed(5, 3, TODAY), 3, TODAY)
    whole = manifest.read_text(encoding="utf-8")
    importing = ["feed", "import", str(manifest), *AS_ADMIN, "--json"]
    manifest.write_text(whole[: whole.rindex("FL404A") - 60], encoding="utf-8")
    half = (await warm.command(*importing, **register.settings)).json[0]
    manifest.write_text(whole, encoding="utf-8")
    mended = (await warm.command(*importing, **register.settings)).json[0]
    assert (half["imported"], half["rejected"], manifest_name(TODAY)) == (2, 1, manifest.name)
    assert (mended["imported"], mended["unchanged"], mended["rejected"]) == (1, 2, 0)
