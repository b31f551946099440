"""Joins the parts into a running bot, and is the command line."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

try:
    from bot.edge import Edge
except ModuleNotFoundError as missing:
    sys.exit(f"There is no {missing.name} here. Run make setup first, then .venv/bin/python app.py ...")

from bot.cards.notices import draw_outgoing
from bot.channel import open_channel, open_dev_channel
from bot.commands import asking, contacts, erasing, finding, guidance, keeping, printing, taking_in, transfers, understanding
from bot.commands.acting import acting, note_free_identities
from bot.commands.demonstration import demo_settings, made_ready
from bot.commands.ending import ended
from bot.commands.opening import ForceFiles, demand_production, force_files_of, keys_of, opened, opened_as_it_is, policies_of
from bot.commands.serving import every, level_for, listening, no_core_dumps, spare_the_collector, until_told_to_stop
from bot.commands.words import parser
from bot.file_intake import SentFiles
from bot.handler import NmoHandler
from bot.logs import set_up_logs
from bot.loopback import demand_loopback
from bot.measured import MeasuredHealth, MeasuredMessenger, MeasuredTurns
from bot.messenger import ChannelMessenger
from bot.metrics import Metrics
from bot.outbound import open_session, ping
from bot.replies import Replies
from bot.settings import Settings
from bot.site import build_site
from bot.terminal import Terminal, read_line
from bot.transfer_door import carry, transfer_door
from bot.turns import Turns
from bot.web.joined import join_web_chat
from bot.web.transcript import DemoRoster
from demo.load import load_with_pages
from dialogs.alarms import AlarmsDialog
from dialogs.breach_handover import BreachHandoverDialog
from dialogs.breach_signing import BreachSigningDialog
from dialogs.breach_tasks import BreachTasksDialog
from dialogs.breaches import BreachDialog
from dialogs.contacts_joined import contact_dialogs, receipts
from dialogs.guidance_joined import guidance_dialogs
from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from dialogs.papers import PapersDialog
from dialogs.register_joined import register_dialogs
from dialogs.reviews import ReviewsDialog
from dialogs.root import RootDialog
from dialogs.same_person import SamePersonDialog
from dialogs.victim_updates import VictimUpdatesDialog
from dialogs.whereabouts import WhereaboutsDialog
from domain.clock import Clock, utc_now
from domain.london import to_london
from domain.outbox import reminders_job
from scheduler.auditor import no_monitor
from scheduler.joined import join_auditor, join_worker
from scheduler.shift_jobs import shift_jobs, transfer_job, with_list, with_print
from services.after_breaches import AfterBreaches
from services.alarms import figures
from services.breach_tasks import BreachTasks
from services.breaches import Breaches
from services.contact_lists import count_due
from services.contacts import open_plans
from services.guidance import Guidance
from services.health import ready
from services.transfers_in import transfers_job
from services.victim_updates import VictimUpdates
from storage.work import Database

DEMO_FOLDER = Path(__file__).parent / "var" / "demo"
ARRIVALS_SECONDS = 2.0
POLICY_SECONDS = 5.0
Command = Callable[[Settings, Namespace], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Place:
    """Where and as what a process serves."""

    host: str
    port: int
    dev: bool
    role: str = "all"


def main(arguments: Sequence[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    return ended(partial(_run, asked))


def _run(asked: Namespace) -> None:
    no_core_dumps()
    settings = Settings()
    set_up_logs(level_for(settings, asked.command))
    asyncio.run(COMMANDS[asked.command](settings, asked))


def join_turns(database: Database, files: ForceFiles, clock: Clock = utc_now) -> Turns:
    """The conversation: services, the dialogs that call them, the handler that is given their root."""
    work, policy, pages = database.work, files.policies.now, files.pages
    updates, tasks = VictimUpdates(work, clock, policy), BreachTasks(work, clock, policy)
    breaches = Breaches(work, clock, AfterBreaches(updates, tasks, policy), policy=policy)
    root = RootDialog(
        [
            LookupDialog(work, clock, policy),
            BreachDialog(breaches),
            BreachSigningDialog(work, clock, breaches),
            BreachHandoverDialog(work, clock),
            VictimUpdatesDialog(updates),
            BreachTasksDialog(tasks),
            *contact_dialogs(work, clock, policy),
            OrderDialog(work, clock, policy),
            ReviewsDialog(work, clock),
            WhereaboutsDialog(work, clock, policy),
            PapersDialog(work, clock, partial(open_plans, policy=policy)),
            SamePersonDialog(work, clock),
            AlarmsDialog(work, clock),
            *register_dialogs(work, clock, policy),
            *guidance_dialogs(work, clock, pages, policy),
        ],
        lambda text: pages.answer(text, to_london(clock()).date()).answered,
        partial(count_due, work, clock),
    )
    return Turns(database, clock, NmoHandler(root, receipts(work, clock)))


async def serve(settings: Settings, place: Place) -> None:
    """Web, worker or both, until told to stop; what is on the wire then is finished or given back."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(opened(settings))
        files = await force_files_of(settings, database, utc_now)
        if place.dev:
            await note_free_identities(database, utc_now, partial(print, file=sys.stderr))
        session = await stack.enter_async_context(open_session())
        channel = open_dev_channel(settings, session, place.host) if place.dev else open_channel(settings, session, utc_now, place.host)
        job = reminders_job(settings.force)
        replies, metrics = Replies(channel.connector, database, utc_now), Metrics()
        turns = MeasuredTurns(join_turns(database, files), metrics)
        web_chat = join_web_chat(database, utc_now, turns, keys_of(settings).draw("web-chat")) if place.dev else None
        await stack.enter_async_context(every(POLICY_SECONDS, files.refresh))
        if place.role != "web":
            messenger = ChannelMessenger(utc_now, channel.connector, web_chat.wake if web_chat else None)
            outside = partial(ping, session, settings.dead_mans_url)
            join = join_auditor if place.role == "auditor" else join_worker
            told = outside if settings.dead_mans_url else no_monitor
            shifts = (
                *shift_jobs(database.work, utc_now, job, files.policies.now),
                transfer_job(database, utc_now, job, partial(carry, session)),
            )
            more = with_print(shifts, partial(printing.print_daily, settings, database, utc_now))
            more = with_list(more, partial(erasing.keep_erased_list, settings, database, utc_now))
            ticker = join(database, utc_now, MeasuredMessenger(messenger, metrics), partial(draw_outgoing, clock=utc_now), told, more)
            ticker.start()
            stack.push_async_callback(ticker.stop)
        if place.role in ("all", "web"):
            sending = partial(figures, database.reading, utc_now, job)
            health = MeasuredHealth(partial(ready, database, utc_now, job), metrics, files.pages.count_overdue, sending)
            edge = Edge(channel.check, turns, replies, files=SentFiles(database, utc_now, session, settings.file_sources()))
            door = transfer_door(database.work, utc_now, transfers_job(settings.force))
            site = build_site(edge, health.ready, health.measured, web_chat, settings.monitors(), door)
            await stack.enter_async_context(every(ARRIVALS_SECONDS, replies.note_arrivals))
            stack.push_async_callback(edge.finish)
            await stack.enter_async_context(listening(site, place.host, place.port))
            print(f"NMO Bot listens on http://{place.host}:{place.port}/", flush=True)
        spare_the_collector()
        await until_told_to_stop()


async def _serve(settings: Settings, asked: Namespace) -> None:
    if asked.dev:
        demand_loopback(asked.host)
        print("--dev: token checks are OFF and anybody on this machine can be anyone. For made-up data only.", file=sys.stderr)
    else:
        demand_production(settings)
    await serve(settings, Place(asked.host, asked.port, asked.dev, asked.role))


async def _demo(settings: Settings, asked: Namespace) -> None:
    """Whoever tries the bot out wants to read the address, not the log: only what goes wrong is logged, unless a setting asks for more."""
    if "log_level" not in settings.model_fields_set:
        set_up_logs("warning")
    mine = demo_settings(settings, DEMO_FOLDER)
    async with opened_as_it_is(mine) as database:
        await made_ready(database, lambda: load_with_pages(database, utc_now, mine.forces_dir), print)
        people = await DemoRoster(database).people()
    print("A demonstration with made-up people and orders. On the chat page you can be (the id is what --as takes at the command line):")
    for one in people:
        print(f"  {one.id}  {one.name:<18} {', '.join(one.roles)}: {one.does}")
    print('Try: be PC Sam Okafor-Lane and type "any nmo on john smiht dob 12/3/85"; in a second window be VLO Kit Rowan. Stop with Ctrl-C.')
    await serve(mine, Place("127.0.0.1", asked.port, dev=True))


async def _key(_: Settings, asked: Namespace) -> None:
    keeping.make_key(asked.file, print)


async def _migrate(settings: Settings, _: Namespace) -> None:
    await keeping.bring_up_to_date(settings, utc_now, print)


async def _people(settings: Settings, asked: Namespace) -> None:
    async with opened(settings) as database:
        await taking_in.take_in_people(database, utc_now, asked.officer, asked.file, print, as_json=asked.json)


async def _feed(settings: Settings, asked: Namespace) -> None:
    async with opened(settings) as database:
        if asked.what == "rejects":
            await taking_in.list_rejects(database, utc_now, asked.officer, print, as_json=asked.json)
            return
        taking = partial(taking_in.take_in_feed, dry_run=asked.dry_run, as_json=asked.json)
        planned = partial(open_plans, policy=(await policies_of(settings, database, utc_now)).now)
        await taking(database, utc_now, asked.officer, asked.file, settings.feed_zip_password_file, print, planned)


async def _find(settings: Settings, asked: Namespace) -> None:
    questions = asking.lines(asked.batch, asked.text, "text")
    async with opened(settings) as database:
        access = finding.access_for((await policies_of(settings, database, utc_now)).now(), asked.reason)
        officer = await acting(database, utc_now, asked.officer, "find")
        await asking.answer_all(questions, finding.found(database.work, utc_now, officer, access), print)


async def _ask(settings: Settings, asked: Namespace) -> None:
    questions = asking.lines(asked.batch, asked.text, "q")
    async with opened(settings) as database:
        officer = await acting(database, utc_now, asked.officer, "ask")
        pages = (await force_files_of(settings, database, utc_now)).pages
        await asking.answer_all(questions, asking.asked(Guidance(database.work, utc_now, pages), officer), print)


async def _understand(settings: Settings, asked: Namespace) -> None:
    questions = asking.lines(asked.batch, asked.text, "text")
    async with opened(settings) as database:
        officer = await acting(database, utc_now, asked.officer, "understand")
        await asking.answer_all(questions, understanding.understood(database.work, utc_now, officer), print)


async def _chat(settings: Settings, asked: Namespace) -> None:
    async with opened(settings) as database:
        officer = await acting(database, utc_now, asked.officer, "chat")
        files = await force_files_of(settings, database, utc_now)
        await Terminal(join_turns(database, files), officer.id, read_line, print).run()


async def _audit(settings: Settings, asked: Namespace) -> None:
    await keeping.export_trail(settings, utc_now, asked.officer, asked.subject, print)


async def _backup(settings: Settings, asked: Namespace) -> None:
    await keeping.back_up(settings, utc_now, asked.officer, asked.file, print)


async def _restore(settings: Settings, asked: Namespace) -> None:
    await keeping.put_back(settings, utc_now, asked.officer, asked.file, print, replacing=asked.replace, erased=asked.erased)


async def _print(settings: Settings, asked: Namespace) -> None:
    await printing.print_now(settings, utc_now, asked.officer, asked.file, print)


async def _manifest(settings: Settings, asked: Namespace) -> None:
    keeping.write_package(settings, asked.host, asked.pages, asked.asks, asked.out, print)


COMMANDS: dict[str, Command] = {
    "serve": _serve,
    "demo": _demo,
    "key": _key,
    "migrate": _migrate,
    "people": _people,
    "feed": _feed,
    "find": _find,
    "ask": _ask,
    "understand": _understand,
    "chat": _chat,
    "contacts": contacts.contacts_due,
    "guidance": guidance.guided,
    "transfer": transfers.transferred,
    "audit": _audit,
    "erase": erasing.erase,
    "backup": _backup,
    "restore": _restore,
    "print": _print,
    "manifest": _manifest,
}

if __name__ == "__main__":
    sys.exit(main())
