"""Every command and every button has an access rule, and a button is refused where that one permission is missing."""

import re
from uuid import UUID, uuid4

import pytest
from botbuilder.core import TurnContext

from app import COMMANDS
from bot.adapter import TurnAdapter, to_sdk
from bot.commands.words import parser
from bot.settings import FORCES
from bot.turn import Turn
from dialogs.alarms import AlarmsDialog
from dialogs.breach_handover import BreachHandoverDialog
from dialogs.breach_signing import BreachSigningDialog
from dialogs.breach_tasks import BreachTasksDialog
from dialogs.breaches import BreachDialog
from dialogs.capability import Capability
from dialogs.contacts_joined import contact_dialogs
from dialogs.guidance_joined import guidance_dialogs
from dialogs.lookups import LookupDialog
from dialogs.measures import MeasuresDialog
from dialogs.orders import OrderDialog
from dialogs.papers import PapersDialog
from dialogs.retention import RetentionDialog
from dialogs.reviews import ReviewsDialog
from dialogs.root import RootDialog
from dialogs.same_person import SamePersonDialog
from dialogs.victim_updates import VictimUpdatesDialog
from dialogs.whereabouts import WhereaboutsDialog
from domain.conversations import Action, Conversation
from domain.errors import NotAllowed
from domain.officers import Permission
from domain.policies import Policy
from services.after_breaches import AfterBreaches
from services.breach_tasks import BreachTasks
from services.breaches import Breaches
from services.contacts import open_plans
from services.force_pages import ForcePages
from services.measures import Measures
from services.retention import Retention
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.house.access_parts import DETAILS_OF_MEASURES, OF_MEASURES, OF_RETENTION, AllBut
from tests.house.sources import modules

# What an officer named with --as must be allowed, and the words that call the command.
COMMANDS_ALLOWED = {
    "people": (Permission.IMPORT_PEOPLE, "people import FILE"),
    "feed": (Permission.IMPORT_FEED, "feed import FILE"),
    "find": (Permission.LOOK_UP_ORDER, "find TEXT"),
    "ask": (Permission.READ_GUIDANCE, "ask TEXT"),
    "guidance": (Permission.READ_GUIDANCE, "guidance status"),
    "contacts": (Permission.PLAN_CONTACT, "contacts due"),
    "understand": (Permission.OPEN_CONVERSATION, "understand TEXT"),
    "audit": (Permission.READ_AUDIT, "audit export ID"),
    "backup": (Permission.KEEP_DATABASE, "backup FILE"),
    "erase": (Permission.REVIEW_RETENTION, "erase NMO-7F3K2D --ground not_needed"),
}
COMMANDS_OPEN = {
    "serve": "who speaks is decided in each turn",
    "demo": "made-up people, on this machine only",
    "chat": "as in any chat, each turn is that officer's",
    "key": "makes a file, reads nothing",
    "migrate": "changes the schema, shows no row; whoever holds the key may",
    "restore": "there may be no register to find an officer in; whoever holds the key and the files may",
    "manifest": "writes what is the same for everybody",
}
VERBS_ALLOWED = {
    "order:open": Permission.LOOK_UP_ORDER,
    "order:history": Permission.LOOK_UP_ORDER,
    "order:watch": Permission.LOOK_UP_ORDER,
    "order:unwatch": Permission.LOOK_UP_ORDER,
    "order:conditions": Permission.LOOK_UP_ORDER,
    "breach:start": Permission.RECORD_BREACH,
    "breach:answer": Permission.RECORD_BREACH,
    "breach:back": Permission.RECORD_BREACH,
    "breach:skip": Permission.RECORD_BREACH,
    "breach:stop": Permission.RECORD_BREACH,
    "breach:resume": Permission.RECORD_BREACH,
    "breach:another": Permission.RECORD_BREACH,
    "breach:change": Permission.RECORD_BREACH,
    "breach:confirm": Permission.RECORD_BREACH,
    "breach:discard": Permission.RECORD_BREACH,
    "breach:show": Permission.LOOK_UP_ORDER,
    "breach:awaiting": Permission.SIGN_OFF_BREACH,
    "breach:history": Permission.LOOK_UP_ORDER,
    "breach:ask_sign_off": Permission.SIGN_OFF_BREACH,
    "breach:ask_return": Permission.SIGN_OFF_BREACH,
    "breach:ask_add": Permission.RECORD_BREACH,
    "breach:sign_off": Permission.SIGN_OFF_BREACH,
    "breach:return": Permission.SIGN_OFF_BREACH,
    "breach:add": Permission.RECORD_BREACH,
    "breach:hand_over": Permission.RECORD_BREACH,
    "breach:offer": Permission.RECORD_BREACH,
    "breach:take": Permission.RECORD_BREACH,
    "breach:withdraw": Permission.RECORD_BREACH,
    "breach:pdf": Permission.LOOK_UP_ORDER,
    "breach:markdown": Permission.LOOK_UP_ORDER,
    "update:show": Permission.LOOK_UP_ORDER,
    "update:plan": Permission.PLAN_CONTACT,
    "update:told": Permission.RECORD_BREACH,
    "update:how": Permission.RECORD_BREACH,
    "update:undo": Permission.RECORD_BREACH,
    "update:event": Permission.RECORD_BREACH,
    "update:note": Permission.RECORD_BREACH,
    "task:breach": Permission.RECORD_BREACH,
    "task:done": Permission.RECORD_BREACH,
    "task:why": Permission.RECORD_BREACH,
    "task:not_obtainable": Permission.RECORD_BREACH,
    "task:undo": Permission.RECORD_BREACH,
    "contact:list": Permission.PLAN_CONTACT,
    "contact:open": Permission.PLAN_CONTACT,
    "contact:done": Permission.PLAN_CONTACT,
    "contact:no_answer": Permission.PLAN_CONTACT,
    "contact:acknowledge": Permission.PLAN_CONTACT,
    "contact:snooze": Permission.PLAN_CONTACT,
    "contact:put_off": Permission.PLAN_CONTACT,
    "duty:give": Permission.PLAN_CONTACT,
    "duty:give_to": Permission.PLAN_CONTACT,
    "duty:assign": Permission.SEE_TEAM_CONTACTS,
    "duty:take": Permission.PLAN_CONTACT,
    "duty:refuse": Permission.PLAN_CONTACT,
    "duty:withdraw": Permission.PLAN_CONTACT,
    "duty:return": Permission.PLAN_CONTACT,
    "duty:look": Permission.PLAN_CONTACT,
    "duty:nudge": Permission.SEE_TEAM_CONTACTS,
    "duty:take_over": Permission.SEE_TEAM_CONTACTS,
    "duty:cover": Permission.PLAN_CONTACT,
    "duty:back": Permission.PLAN_CONTACT,
    "contact:undo": Permission.PLAN_CONTACT,
    "contact:ask_close": Permission.PLAN_CONTACT,
    "contact:close": Permission.PLAN_CONTACT,
    "contact:show": Permission.SEE_SAFE_CONTACT,
    "contact:outcome": Permission.PLAN_CONTACT,
    "contact:told": Permission.PLAN_CONTACT,
    "contact:ask_next": Permission.PLAN_CONTACT,
    "contact:choose": Permission.PLAN_CONTACT,
    "contact:whose": Permission.PLAN_CONTACT,
    "contact:record_words": Permission.PLAN_CONTACT,
    "safe:change": Permission.SEE_SAFE_CONTACT,
    "safe:save": Permission.SEE_SAFE_CONTACT,
    "safe:confirm": Permission.SEE_SAFE_CONTACT,
    "safe:court": Permission.SEE_SAFE_CONTACT,
    "safe:still": Permission.SEE_SAFE_CONTACT,
    "safe:undo": Permission.SEE_SAFE_CONTACT,
    "matter:open": Permission.DECIDE_CONTACT,
    "matter:decide": Permission.DECIDE_CONTACT,
    "matter:close": Permission.DECIDE_CONTACT,
    "matter:undo": Permission.DECIDE_CONTACT,
    "list:page": Permission.PLAN_CONTACT,
    "list:digest": Permission.PLAN_CONTACT,
    "list:board": Permission.SEE_TEAM_CONTACTS,
    "list:calendar": Permission.PLAN_CONTACT,
    "report:week": Permission.SEE_TEAM_CONTACTS,
    "plan:open": Permission.PLAN_CONTACT,
    "plan:happened": Permission.PLAN_CONTACT,
    "plan:note": Permission.PLAN_CONTACT,
    "plan:ask_risk": Permission.PLAN_CONTACT,
    "plan:risk": Permission.PLAN_CONTACT,
    "plan:ask_often": Permission.PLAN_CONTACT,
    "plan:often": Permission.PLAN_CONTACT,
    "plan:ask_pause": Permission.PLAN_CONTACT,
    "plan:pause": Permission.PLAN_CONTACT,
    "plan:resume": Permission.PLAN_CONTACT,
    "plan:ask_decline": Permission.PLAN_CONTACT,
    "plan:decline": Permission.PLAN_CONTACT,
    "plan:want": Permission.PLAN_CONTACT,
    "plan:undo": Permission.PLAN_CONTACT,
    "safeguard:show": Permission.SEE_SAFE_CONTACT,
    "safeguard:ask": Permission.SEE_SAFE_CONTACT,
    "safeguard:keep": Permission.PLAN_CONTACT,
    **OF_MEASURES,
    **OF_RETENTION,
    "review:list": Permission.REVIEW_ORDERS,
    "review:open": Permission.REVIEW_ORDERS,
    "review:unchecked": Permission.CHECK_CONDITIONS,
    "review:decide": Permission.REVIEW_ORDERS,
    "paper:open": Permission.LOOK_UP_ORDER,
    "paper:check": Permission.CHECK_CONDITIONS,
    "paper:save": Permission.CHECK_CONDITIONS,
    "paper:confirm": Permission.CHECK_CONDITIONS,
    "address:ask": Permission.SEE_SAFE_CONTACT,
    "address:show": Permission.SEE_SAFE_CONTACT,
    "reason:give": Permission.LOOK_UP_ORDER,
    "person:start": Permission.LINK_RECORDS,
    "person:link": Permission.LINK_RECORDS,
    "person:undo": Permission.LINK_RECORDS,
    "alarm:show": Permission.HEAR_ALARMS,
    "help:record_breach": Permission.RECORD_BREACH,
    "guidance:page": Permission.READ_GUIDANCE,
    "guidance:helpful": Permission.READ_GUIDANCE,
    "guidance:unhelpful": Permission.READ_GUIDANCE,
    "guidance:ask_expert": Permission.READ_GUIDANCE,
    "question:open": Permission.READ_GUIDANCE,
    "question:answer": Permission.READ_GUIDANCE,
    "question:again": Permission.READ_GUIDANCE,
    "guidance:waiting": Permission.APPROVE_GUIDANCE,
    "guidance:preview": Permission.APPROVE_GUIDANCE,
    "guidance:approve": Permission.APPROVE_GUIDANCE,
}
VERBS_OPEN = {
    "help:look_up": "fixed words; the root itself answers",
    "order:not_this": "fixed words",
    "guidance:list": "the titles of the force's own pages",
}
VERB = re.compile(
    r'"((?:order|breach|contact|review|paper|person|reason|address|guidance|question|help|update|task|safe|matter|plan|safeguard'
    r'|list|report|alarm|duty|measure|retention):[a-z_]+)"'
)
REFUSED = "Your role does not include this. If it should, ask your supervisor or the force's administrator."
DETAILS = {
    "page": "happened",
    **DETAILS_OF_MEASURES,
    "question": "when",
    "seen": "1",
    "value": "no",
    "round": "1",
    "outcome": "spoke_safe",
    "before": "{}",
    "at": "2026-11-20T12:00:00+00:00",
    "relation": "replaces",
    "earlier": str(UUID(int=2)),
    "role": "respondent",
    "other": str(UUID(int=3)),
    "other_role": "applicant",
    "to": str(UUID(int=4)),
    "digest": "0",
    "day": "2026-11-20",
    "near": "bail",
    "version": "0",
    "number": "0",
    "line": str(UUID(int=5)),
    "ruling": "visit",
    "others": f"{UUID(int=3)}|applicant",
}


def capabilities(database: Database) -> list[Capability]:
    work, clock = database.work, FrozenClock()
    pages = ForcePages(work, database.reading, clock, FORCES, "demo", Policy)
    updates, tasks = VictimUpdates(work, clock, Policy), BreachTasks(work, clock, Policy)
    breaches = Breaches(work, clock, AfterBreaches(updates, tasks))
    return [
        LookupDialog(work, clock, Policy),
        BreachDialog(breaches),
        BreachSigningDialog(work, clock, breaches),
        BreachHandoverDialog(work, clock),
        VictimUpdatesDialog(updates),
        BreachTasksDialog(tasks),
        *contact_dialogs(work, clock, Policy),
        OrderDialog(work, clock, Policy),
        MeasuresDialog(work, clock, Policy, Measures(work, clock, open_plans, tasks)),
        RetentionDialog(Retention(work, clock, Policy)),
        ReviewsDialog(work, clock),
        WhereaboutsDialog(work, clock, Policy),
        PapersDialog(work, clock, open_plans),
        SamePersonDialog(work, clock),
        AlarmsDialog(work, clock),
        *guidance_dialogs(work, clock, pages, Policy),
    ]


async def answers(database: Database, verb: str, lacking: Permission) -> list[str]:
    """What is said to a press by an officer who lacks this permission alone."""
    officer = AllBut(UUID(int=1), "demo", "Al Most", lacking=lacking)
    action = Action("id", verb, str(uuid4()), officer.id, "c", uuid4(), NOON, DETAILS)
    turn = Turn(officer, Conversation("c", "webchat"), NOON, "1", action=action)
    context = TurnContext(TurnAdapter(), to_sdk({"type": "message", "conversation": {"id": "c"}}))
    turn.keep_in(context)
    try:
        await RootDialog(capabilities(database), bool).heard(context)
    except NotAllowed as refusal:
        turn.say(refusal.advice)
    return [answer.activity["text"] for answer in turn.answers]


def test_every_command_has_an_access_rule() -> None:
    assert COMMANDS_ALLOWED.keys() | COMMANDS_OPEN.keys() == COMMANDS.keys()


@pytest.mark.parametrize("words", [words for _, words in COMMANDS_ALLOWED.values()])
def test_a_command_with_a_permission_is_told_whose_it_is(words: str) -> None:
    assert parser().parse_args([*words.split(), "--as", "1"]).officer == "1"


async def test_every_button_has_an_access_rule_and_a_dialog_that_hears_it(embedded: Database) -> None:
    cards = "".join(content for path, content in modules().items() if path.startswith("bot/cards/"))
    heard = {"help:look_up", "help:record_breach", *(verb for dialog in capabilities(embedded) for verb in dialog.verbs)}
    assert set(VERB.findall(cards)) == heard == VERBS_ALLOWED.keys() | VERBS_OPEN.keys()


@pytest.mark.parametrize(("verb", "permission"), VERBS_ALLOWED.items())
async def test_a_button_is_refused_where_its_permission_alone_is_missing(embedded: Database, verb: str, permission: Permission) -> None:
    assert await answers(embedded, verb, permission) == [REFUSED]
