"""Who may do what: officers, their roles, and the system's own named jobs."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Protocol
from uuid import NAMESPACE_URL, UUID, uuid5

from domain.errors import NotAllowed


class Role(StrEnum):
    # Each is looked up at every permission asked for: an Enum's own way to a hash is many times slower, for the same equality.
    __hash__ = str.__hash__

    RESPONSE = "response"
    VLO = "vlo"
    SUPERVISOR = "supervisor"
    NEIGHBOURHOOD = "neighbourhood"
    ORDERS_DESK = "orders_desk"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Permission(StrEnum):
    __hash__ = str.__hash__

    LOOK_UP_ORDER = "look_up_order"
    SEE_SAFE_CONTACT = "see_safe_contact"
    RECORD_BREACH = "record_breach"
    SIGN_OFF_BREACH = "sign_off_breach"
    RECORD_SERVICE = "record_service"
    REGISTER_ORDER = "register_order"
    CHANGE_ORDER = "change_order"
    VISIT_RESPONDENT = "visit_respondent"
    CHECK_CONDITIONS = "check_conditions"
    PLAN_CONTACT = "plan_contact"
    SEE_CONTACT_POLICY = "see_contact_policy"
    SEE_TEAM_CONTACTS = "see_team_contacts"
    DECIDE_CONTACT = "decide_contact"
    SEE_LOOK_UPS = "see_look_ups"
    LINK_RECORDS = "link_records"
    READ_GUIDANCE = "read_guidance"
    APPROVE_GUIDANCE = "approve_guidance"
    SEE_QUESTIONS = "see_questions"
    IMPORT_FEED = "import_feed"
    REVIEW_ORDERS = "review_orders"
    KEEP_QUALITY = "keep_quality"
    REVIEW_RETENTION = "review_retention"
    ERASE_RECORDS = "erase_records"
    IMPORT_PEOPLE = "import_people"
    READ_AUDIT = "read_audit"
    KEEP_DATABASE = "keep_database"
    SEND_REMINDERS = "send_reminders"
    RUN_JOBS = "run_jobs"
    OPEN_CONVERSATION = "open_conversation"
    HEAR_ALARMS = "hear_alarms"
    TRANSFER = "transfer"
    CARRY_TRANSFERS = "carry_transfers"


_EVERYONE = frozenset({Permission.READ_GUIDANCE, Permission.OPEN_CONVERSATION})
_OPERATIONAL = _EVERYONE | {
    Permission.LOOK_UP_ORDER,
    Permission.RECORD_BREACH,
    Permission.RECORD_SERVICE,
    Permission.REGISTER_ORDER,
}
_RESPONDING = _OPERATIONAL | {Permission.LINK_RECORDS}
_KEEPING_CONTACT = frozenset({Permission.PLAN_CONTACT, Permission.SEE_SAFE_CONTACT, Permission.SEE_CONTACT_POLICY})
_SAFEGUARDING = (
    _RESPONDING | _KEEPING_CONTACT | {Permission.CHECK_CONDITIONS, Permission.CHANGE_ORDER, Permission.TRANSFER, Permission.CARRY_TRANSFERS}
)
_INTAKE = frozenset({Permission.IMPORT_FEED, Permission.REVIEW_ORDERS})
# Two of the desk dispose of a record in the chat; what is ordered sooner the administrator erases by the command, and neither exports nor reviews.
_KEEPING_RECORDS = frozenset({Permission.REVIEW_RETENTION, Permission.ERASE_RECORDS})
_GUIDING = frozenset({Permission.APPROVE_GUIDANCE, Permission.SEE_QUESTIONS})
# Not to who keeps contact with the protected person: the two are never one officer's doing by accident.
_VISITING = frozenset({Permission.VISIT_RESPONDENT})
_KEEPING_QUALITY = frozenset({Permission.KEEP_QUALITY})
# The administrator puts a force's pages in place, so somebody of the trade is the second person.
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.RESPONSE: _RESPONDING | _VISITING,
    Role.NEIGHBOURHOOD: _OPERATIONAL | _VISITING,
    Role.VLO: _SAFEGUARDING,
    Role.SUPERVISOR: _SAFEGUARDING
    | _GUIDING
    | _VISITING
    | _KEEPING_QUALITY
    | {
        Permission.SEE_TEAM_CONTACTS,
        Permission.DECIDE_CONTACT,
        Permission.SEE_LOOK_UPS,
        Permission.SIGN_OFF_BREACH,
        Permission.HEAR_ALARMS,
    },
    Role.ORDERS_DESK: _SAFEGUARDING | _INTAKE | _KEEPING_RECORDS | _GUIDING | _KEEPING_QUALITY,
    Role.AUDITOR: _EVERYONE | {Permission.READ_AUDIT},
    Role.ADMIN: _EVERYONE
    | _INTAKE
    | {
        Permission.ERASE_RECORDS,
        Permission.IMPORT_PEOPLE,
        Permission.KEEP_DATABASE,
        Permission.CARRY_TRANSFERS,
        Permission.READ_AUDIT,
        Permission.SEE_CONTACT_POLICY,
        Permission.SEE_LOOK_UPS,
        Permission.SEE_QUESTIONS,
        Permission.HEAR_ALARMS,
    },
}
ROLE_NAMES: dict[Role, str] = {
    Role.RESPONSE: "response officer",
    Role.NEIGHBOURHOOD: "neighbourhood officer",
    Role.VLO: "victim liaison officer",
    Role.SUPERVISOR: "supervisor",
    Role.ORDERS_DESK: "orders desk",
    Role.AUDITOR: "auditor",
    Role.ADMIN: "administrator",
}


class Actor(Protocol):
    """Whoever a service acts for: an officer, or a named system job with permissions of its own."""

    @property
    def id(self) -> UUID: ...

    @property
    def force(self) -> str: ...

    def must(self, permission: Permission) -> None: ...

    def may(self, permission: Permission) -> bool: ...


@dataclass(frozen=True)
class Officer:
    """A person of the force; `id` is the Entra object id."""

    id: UUID
    force: str
    name: str
    collar: str = ""
    email: str = ""
    roles: frozenset[Role] = field(default_factory=frozenset)
    team: str = ""
    supervisor: UUID | None = None
    active: bool = True

    def may(self, permission: Permission) -> bool:
        return self.active and any(permission in GRANTS[role] for role in self.roles)

    def must(self, permission: Permission) -> None:
        if not self.may(permission):
            raise NotAllowed("Your role does not include this. If it should, ask your supervisor or the force's administrator.")


@dataclass(frozen=True)
class SystemJob:
    """A job of the system itself, audited under its own name."""

    name: str
    force: str
    permissions: frozenset[Permission]

    @property
    def id(self) -> UUID:
        return _id_of_job(self.name)

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def must(self, permission: Permission) -> None:
        if not self.may(permission):
            raise NotAllowed(f"The job {self.name} may not do this.")


@cache
def _id_of_job(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"nmo-bot:job:{name}")
