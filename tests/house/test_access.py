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
from dialogs.orders import OrderDialog
from dialogs.papers import PapersDialog
from dialogs.register_joined import register_dialogs
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
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.house.access_parts import DETAILS_OF_MEASURES, AllBut
from tests.house.allowed import COMMANDS_ALLOWED, COMMANDS_OPEN, VERBS_ALLOWED, VERBS_OPEN
from tests.house.sources import modules

VERB = re.compile(
    r'"((?:order|breach|contact|review|paper|person|reason|address|guidance|question|help|update|task|safe|matter|plan|safeguard'
    r'|list|report|alarm|duty|transfer|change|register|intake|timeline|beat|visit|quality|exercise|measure|retention):[a-z_]+)"'
)
REFUSED = "Your role does not include this. If it should, ask your supervisor or the force's administrator."
DETAILS = {
    "page": "happened",
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
    "order": str(UUID(int=3)),
    "other_role": "applicant",
    "to": str(UUID(int=4)),
    "digest": "0",
    "day": "2026-11-20",
    "near": "bail",
    "version": "0",
    "number": "0",
    "line": str(UUID(int=5)),
    "ruling": "visit",
    "kind": "served",
    "learned": "court_email",
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
        ReviewsDialog(work, clock),
        WhereaboutsDialog(work, clock, Policy),
        PapersDialog(work, clock, open_plans),
        SamePersonDialog(work, clock),
        AlarmsDialog(work, clock),
        *register_dialogs(work, clock, Policy),
        *guidance_dialogs(work, clock, pages, Policy),
    ]


async def answers(database: Database, verb: str, lacking: Permission) -> list[str]:
    """What is said to a press by an officer who lacks this permission alone."""
    officer = AllBut(UUID(int=1), "demo", "Al Most", lacking=lacking)
    details = DETAILS | DETAILS_OF_MEASURES if verb.startswith("measure:") else DETAILS
    action = Action("id", verb, str(uuid4()), officer.id, "c", uuid4(), NOON, details)
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
