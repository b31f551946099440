"""What a force decides for itself: read from its file, checked whole, and as a rule of ours where the file is silent."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from domain.areas import Area, read_areas
from domain.contact_policies import read_cadences
from domain.contacts import CADENCE, Cadence, Risk
from domain.digests import DIGEST, USUAL, DigestTimes, read_digest
from domain.duty_rules import SECTIONS as DUTY_SECTIONS
from domain.duty_rules import DutyRules, read_duty_rules
from domain.errors import Unreadable
from domain.officers import Role
from domain.pilots import PILOTS
from domain.policy_values import days, known, names, section, whole, yes_or_no
from domain.register_rules import SECTION as REGISTER
from domain.register_rules import RegisterRules, read_register_rules
from domain.retention import RetentionRules
from domain.retention_rules import SECTION as RETENTION
from domain.retention_rules import read_retention
from domain.toml_lines import syntax_with_line, with_line
from domain.transfer_rules import SECTIONS as TRANSFER_SECTIONS
from domain.transfer_rules import TransferRules, read_transfer_rules
from domain.visit_rules import HOUSE, VisitRules, read_visit_rules
from domain.visit_rules import SECTIONS as VISIT_SECTIONS

OTHER = "other"
BATCH = "batch"
MOST_REASONS = 8
LONGEST_WORDS = 40
MOST_LOOKUPS = 1_000
_EMAIL = re.compile(r"[^@\s]{1,100}@[^@\s]{1,100}")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MINUTES = range(1, 12 * 60 + 1)
_SOON_LOST_HOURS = range(1, 30 * 24 + 1)
_OTHER_DAYS = range(1, 90 + 1)
_EXPERT_DAYS = range(1, 30 + 1)
_SECTIONS = {
    "reason": {"ask", "minutes", "list"},
    "lookups": {"an_hour"},
    "evidence": {"soon_lost_hours", "other_days"},
    "risk": {"tool"},
    "working_days": {"closed", "open"},
    "guidance": {"pilots", "areas"},
    "experts": {"default", "days", "topics"},
    **DUTY_SECTIONS,
    **TRANSFER_SECTIONS,
    "digest": set(DIGEST),
    "register": REGISTER,
    **VISIT_SECTIONS,
    "retention": RETENTION,
}
LONGEST_TOOL = 20


@dataclass(frozen=True)
class Reason:
    """Why somebody is looked up: `code` stands in the trail, `words` on the button."""

    code: str
    words: str


REASONS = (
    Reason("incident", "Incident or call"),
    Reason("arrest", "Breach or arrest"),
    Reason("contact", "Contact with the victim"),
    Reason("proactive", "Proactive check"),
    Reason("court", "Bail or court"),
    Reason(OTHER, "Other (say which)"),
)


@dataclass(frozen=True)
class Policy:
    """`version` is the force's own number of its file, 0 where there is none.

    `soon_lost` and `other_evidence` are within what time evidence of a breach is to be got. `risk_tool` is the one by which the force assesses risk, where it says which. `closed_days` are no working days though no calendar has them
    yet, `open_days` are working days though a calendar has them as bank holidays. `pilots` are the schemes that the force says it is in, `areas` those it
    serves, in small letters. `expert` answers what no page does, `experts` of one topic: a role or an officer's e-mail address.
    `contacts` is how often protected people are contacted, `duty` how contacts are put off, handed on and escalated, `register` which orders
    registered by hand a second person checks. `areas_worked` are the beats, `visits` the rhythm of visits to respondents, `retention` when records are reviewed.
    """

    version: int = 0
    asks_reason: bool = True
    reason_lasts: timedelta = timedelta(minutes=30)
    reasons: tuple[Reason, ...] = REASONS
    lookups_an_hour: int = 60
    soon_lost: timedelta = timedelta(hours=24)
    other_evidence: timedelta = timedelta(days=7)
    risk_tool: str = ""
    closed_days: frozenset[date] = frozenset()
    open_days: frozenset[date] = frozenset()
    pilots: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    expert: str = Role.ORDERS_DESK.value
    experts: Mapping[str, str] = field(default_factory=dict)
    expert_days: int = 2
    duty: DutyRules = field(default_factory=DutyRules)
    contacts: Mapping[Risk, Cadence] = field(default_factory=lambda: CADENCE)
    digest: DigestTimes = USUAL
    transfers: TransferRules = field(default_factory=TransferRules)
    register: RegisterRules = field(default_factory=RegisterRules)
    areas_worked: tuple[Area, ...] = ()
    visits: VisitRules = HOUSE
    retention: RetentionRules = field(default_factory=RetentionRules)


def read_policy(text: str) -> Policy:
    """Raises Unreadable with the one thing that is wrong and its line; a name that nobody knows is wrong too, since a slip would pass for a rule."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise Unreadable(syntax_with_line(text, str(trouble))) from trouble
    try:
        return _policy(given)
    except Unreadable as wrong:
        raise Unreadable(with_line(text, wrong.advice)) from wrong


def _policy(given: Mapping[str, Any]) -> Policy:
    known(given, {"version", "contacts", "areas", "points", *_SECTIONS}, "")
    parts = {name: section(given, name, among) for name, among in _SECTIONS.items()}
    reason, evidence = parts["reason"], parts["evidence"]
    closed, opened = (days(parts["working_days"].get(name, []), f"working_days.{name}") for name in ("closed", "open"))
    if closed & opened:
        raise Unreadable(f"working_days: {min(closed & opened)} is both closed and open")
    return Policy(
        version=whole(given.get("version"), "version", range(1, 1_000_000)),
        asks_reason=yes_or_no(reason.get("ask", True), "reason.ask"),
        reason_lasts=timedelta(minutes=whole(reason.get("minutes", 30), "reason.minutes", _MINUTES)),
        reasons=tuple(_reasons(reason["list"])) if "list" in reason else REASONS,
        lookups_an_hour=whole(parts["lookups"].get("an_hour", 60), "lookups.an_hour", range(1, MOST_LOOKUPS + 1)),
        soon_lost=timedelta(hours=whole(evidence.get("soon_lost_hours", 24), "evidence.soon_lost_hours", _SOON_LOST_HOURS)),
        other_evidence=timedelta(days=whole(evidence.get("other_days", 7), "evidence.other_days", _OTHER_DAYS)),
        risk_tool=_tool(parts["risk"].get("tool", "")),
        closed_days=closed,
        open_days=opened,
        pilots=_pilots(parts["guidance"].get("pilots", [])),
        areas=names(parts["guidance"].get("areas", []), "guidance.areas"),
        expert=_expert(parts["experts"].get("default", Role.ORDERS_DESK.value), "experts.default"),
        experts=_experts(parts["experts"].get("topics", {})),
        duty=read_duty_rules(parts),
        expert_days=whole(parts["experts"].get("days", 2), "experts.days", _EXPERT_DAYS),
        contacts=read_cadences(given),
        digest=read_digest(parts["digest"]),
        transfers=read_transfer_rules(parts),
        register=read_register_rules(parts["register"]),
        areas_worked=read_areas(given),
        visits=read_visit_rules(parts["visits"]),
        retention=read_retention(parts["retention"]),
    )


def _pilots(listed: object) -> frozenset[str]:
    pilots = names(listed, "guidance.pilots")
    for pilot in sorted(pilots - set(PILOTS)):
        raise Unreadable(f"guidance.pilots: {pilot} is no pilot that is known; there is {', '.join(PILOTS)}")
    return pilots


def _experts(listed: object) -> dict[str, str]:
    if not isinstance(listed, dict):
        raise Unreadable("experts.topics must be a section, [experts.topics]")
    return {topic: _expert(named, f"experts.topics.{topic}") for topic, named in listed.items()}


def _expert(named: object, name: str) -> str:
    said = named.strip().casefold() if isinstance(named, str) else ""
    if said not in set(Role) and not _EMAIL.fullmatch(said):
        raise Unreadable(f"{name} must be one of {', '.join(Role)}, or an officer's e-mail address")
    return said


def _tool(named: object) -> str:
    if not isinstance(named, str) or len(named.strip()) > LONGEST_TOOL:
        raise Unreadable(f'risk.tool must be a name of at most {LONGEST_TOOL} letters, such as "DARA"')
    return named.strip()


def _reasons(listed: object) -> Iterator[Reason]:
    if not isinstance(listed, dict) or not 0 < len(listed) <= MOST_REASONS:
        raise Unreadable(f"reason.list must hold 1 to {MOST_REASONS} reasons, each a code and its words")
    for code, words in listed.items():
        if not _CODE.fullmatch(code) or code == BATCH:
            raise Unreadable(f"reason.list: {code} is no code, which is small letters, figures and underscores, and not {BATCH}")
        if not isinstance(words, str) or not 0 < len(words.strip()) <= LONGEST_WORDS:
            raise Unreadable(f"reason.list.{code} must be words, at most {LONGEST_WORDS} letters long")
        yield Reason(code, words.strip())
