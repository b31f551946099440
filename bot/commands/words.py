"""The words of the command line."""

import argparse
from pathlib import Path

from bot.teams.manifest import READ_RECEIPTS
from bot.teams.package import HOST, PAGES
from domain.retention import Ground

ROLES = ("all", "web", "worker", "auditor")
PORT = 3978
ASKING = (
    ("find", "what a look-up answers, as JSON"),
    ("ask", "what the guidance answers, as JSON"),
    ("understand", "what a line asks for and the facts in it, as JSON"),
)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="app.py", description="NMO Bot: non-molestation orders in Teams and a web chat.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _serving(commands.add_parser("serve", help="bot, chat page and scheduler"))
    commands.add_parser("demo", help="the made-up force, served on this machine").add_argument("--port", type=int, default=PORT)
    keys = commands.add_parser("key", help="master keys").add_subparsers(dest="what", required=True, metavar="new")
    keys.add_parser("new", help="makes a master key: 32 random bytes, mode 0600").add_argument("file", type=Path)
    commands.add_parser("migrate", help="brings the database to the current schema")
    _taking_in(commands)
    for name, meaning in ASKING:
        asking = _as_officer(commands.add_parser(name, help=meaning))
        asking.add_argument("--batch", metavar="FILE", help="JSON Lines in and out; - is standard input")
        asking.add_argument("text", nargs="?")
        if name == "find":
            asking.add_argument(
                "--reason", metavar="CODE", help="why, as a code of the force's list; the trail says batch where none is given"
            )
    due = commands.add_parser("contacts", help="reassurance contact").add_subparsers(dest="what", required=True, metavar="due")
    _reporting(due.add_parser("due", help="what an officer owes by tonight, one JSON object a contact; --json gives one object"))
    _as_officer(commands.add_parser("chat", help="the whole bot in a terminal"))
    pages = commands.add_parser("guidance", help="the pages of guidance").add_subparsers(
        dest="what", required=True, metavar="{status,questions}"
    )
    _reporting(pages.add_parser("status", help="each page's owner and review, and what waits for approval"))
    _reporting(
        pages.add_parser(
            "questions", help="what was asked in vain, by the nearest page; --json has the words for whoever may approve pages"
        )
    )
    _transferring(commands.add_parser("transfer", help="people who go over to another force"))
    _keeping(commands)
    return top


def _serving(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=PORT)
    serve.add_argument("--dev", action="store_true", help="no token checks, and the chat page: on this machine only")
    serve.add_argument("--role", choices=ROLES, default="all")


def _taking_in(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    people = commands.add_parser("people", help="officers").add_subparsers(dest="what", required=True, metavar="import")
    taking = people.add_parser("import", help="id,name,collar,email,roles,team,supervisor,active")
    taking.add_argument("file", type=Path)
    _as_somebody(taking, "who the command acts for; the first import on a register needs nobody")
    _as_json(taking)
    feeds = commands.add_parser("feed", help="the court feed").add_subparsers(dest="what", required=True, metavar="{import,rejects}")
    _reporting(feeds.add_parser("rejects", help="the rows that wait to be mended; --json gives them whole"))
    taking = feeds.add_parser("import", help="orders from a court feed: a folder, a zip or a manifest")
    taking.add_argument("file", type=Path, metavar="PATH")
    taking.add_argument("--dry-run", action="store_true", help="says what would happen, and changes nothing")
    _reporting(taking)


def _transferring(transfer: argparse.ArgumentParser) -> None:
    what = transfer.add_subparsers(dest="what", required=True, metavar="{key,take,file}")
    what.add_parser("key", help="this force's public key, for the policy files of the others")
    taking = _as_officer(what.add_parser("take", help="a sealed file of another force, or its answer"))
    taking.add_argument("file", type=Path)
    giving = _as_officer(what.add_parser("file", help="the sealed file of a transfer, to be carried to the other force"))
    giving.add_argument("reference", metavar="TR-XXXXXX")
    giving.add_argument("--out", type=Path, required=True, metavar="FILE")


def _keeping(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    trails = commands.add_parser("audit", help="the audit trail").add_subparsers(dest="what", required=True, metavar="export")
    export = _as_officer(trails.add_parser("export", help="the trail of one person, case or officer, as JSON Lines"))
    export.add_argument("subject", metavar="ID")
    erasing = _reporting(commands.add_parser("erase", help="one record, with all that hangs on it, for ever"))
    erasing.add_argument("reference", metavar="NMO-XXXXXX", nargs="?")
    erasing.add_argument("--ground", choices=[one.value for one in Ground], help="why; a code, since it stays when the record is gone")
    erasing.add_argument("--list", type=Path, metavar="FILE", help="writes the sealed list of what was erased, and erases nothing")
    erasing.add_argument("--again", type=Path, metavar="FILE", help="erases what such a list knows and an older backup brought back")
    backup = _as_officer(commands.add_parser("backup", help="an encrypted copy of the database, verified"))
    backup.add_argument("file", type=Path)
    restore = commands.add_parser("restore", help="puts a verified backup where the database belongs")
    _as_somebody(restore, "an administrator in the backup, where one can be had")
    restore.add_argument("file", type=Path)
    restore.add_argument("--erased", type=Path, metavar="FILE", help="a list of what was erased since, from 'erase --list'")
    restore.add_argument("--replace", action="store_true", help="moves a database that is there aside first")
    printed = _as_officer(commands.add_parser("print", help="the orders that run as an encrypted PDF, for when the bot is down"))
    printed.add_argument("file", type=Path, metavar="FILE.pdf")
    manifest = commands.add_parser("manifest", help="the Teams app package")
    manifest.add_argument("--out", type=Path, required=True, metavar="FILE.zip")
    manifest.add_argument("--host", default=HOST, help="the name under which Teams reaches the bot")
    manifest.add_argument("--pages", default=PAGES, help="https address of the force's support, privacy and terms pages")
    told = "ask for the consent with which Teams tells what an officer has read, where the tenant allows that"
    manifest.add_argument("--read-receipts", dest="asks", action="append_const", const=READ_RECEIPTS, default=[], help=told)


def _reporting(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _as_officer(command)
    _as_json(command)
    return command


def _as_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON object on standard output")


def _as_officer(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--as", dest="officer", metavar="OFFICER_ID", required=True, help="who the command acts for")
    return command


def _as_somebody(command: argparse.ArgumentParser, whom: str) -> None:
    """Where the register may hold nobody to be named yet."""
    command.add_argument("--as", dest="officer", metavar="OFFICER_ID", help=whom)
