"""What a turn left in the tables and on the trail, beside a table of what each role may leave there.

The table is written by hand, from what the trade says of each role, and takes nothing from `domain.officers`: the two must agree, and neither is made from the other.
What was written is seen by triggers of the database itself, whichever code wrote it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from domain.officers import Officer, Role
from storage.work import Database, UnitOfWork

ANYBODY = frozenset(Role)
LOOKING_UP = frozenset({Role.RESPONSE, Role.NEIGHBOURHOOD, Role.VLO, Role.SUPERVISOR, Role.ORDERS_DESK})
LINKING = LOOKING_UP - {Role.NEIGHBOURHOOD}
IN_CONTACT = frozenset({Role.VLO, Role.SUPERVISOR, Role.ORDERS_DESK})
STANDING_OVER = frozenset({Role.SUPERVISOR})
VISITING = frozenset({Role.RESPONSE, Role.NEIGHBOURHOOD, Role.SUPERVISOR})
GUIDING = frozenset({Role.SUPERVISOR, Role.ORDERS_DESK})
TAKING_IN = frozenset({Role.ORDERS_DESK, Role.ADMIN})
NOBODY: frozenset[Role] = frozenset()
# Who may leave a row in a table by what they say or press in a chat. A table that is not named here nobody may touch.
TABLES: dict[str, frozenset[Role]] = {
    **dict.fromkeys(("action", "audit", "conversation", "guidance_question", "inbox", "message", "outbox"), ANYBODY),
    **dict.fromkeys(("breach", "breach_addendum", "breach_draft", "breach_handover", "breach_task", "victim_update"), LOOKING_UP),
    # A breach, or a release, brings a contact forward, and may leave no safe window for it.
    **dict.fromkeys(("contact_matter", "contact_plan", "contact_step", "evidence", "order_watch"), LOOKING_UP),
    # A measure is entered by whoever is shown its paper, on the people of an order that is held.
    **dict.fromkeys(("condition_place", "order_terms", "person_link", "plan_order"), LOOKING_UP),
    **dict.fromkeys(("nmo", "order_origin", "order_version", "party"), LOOKING_UP | TAKING_IN),
    **dict.fromkeys(("indexed_party", "lexicon", "lexicon_key", "party_name"), LOOKING_UP),
    **dict.fromkeys(("contact_change", "contact_made", "contact_try", "digest", "safe_contact", "safeguarding_plan"), IN_CONTACT),
    **dict.fromkeys(("contact_owner", "duty_absence", "duty_offer", "duty_offer_plan", "duty_shift"), IN_CONTACT),
    "condition_place": IN_CONTACT,
    "order_terms": LOOKING_UP,
    # Whoever is shown a paper registers it, with its search entries, its paper, its conditions as typed and its contact plan.
    **dict.fromkeys(
        ("document", "indexed_party", "lexicon", "lexicon_key", "party_name", "order_change", "order_draft", "plan_order"), LOOKING_UP
    ),
    **dict.fromkeys(("nmo", "order_origin", "order_version", "party"), LOOKING_UP | TAKING_IN),
    "order_link": TAKING_IN,
    "retention_decision": frozenset({Role.ORDERS_DESK}),
    "breach_decision": STANDING_OVER,
    **dict.fromkeys(("visit_made", "visit_plan"), VISITING),
    **dict.fromkeys(("exercise_order", "quality_finding", "quality_look"), GUIDING),
    # An address that is given to an order puts it in the search index.
    **dict.fromkeys(("indexed_party", "lexicon", "lexicon_key", "party_name"), GUIDING),
    "guidance_approval": GUIDING,
}
# Rows of these are only added (what a chat shows of a draft goes with the draft), and whatever stands anywhere is taken away by none but the few who undo what they did.
ADDED_ONLY = frozenset(
    [
        *("audit", "breach", "breach_addendum", "breach_decision", "evidence", "guidance_approval", "inbox"),
        *(
            "order_change",
            "order_link",
            "order_origin",
            "order_terms",
            "order_version",
            "person_link",
            "safe_contact",
            "safeguarding_plan",
            "visit_made",
        ),
        *("quality_look", "retention_decision"),
    ]
)
TAKEN_AWAY = frozenset(
    {
        "order_draft",
        "condition_place",
        "quality_finding",
        "contact_change",
        "contact_made",
        "contact_step",
        "contact_try",
        "duty_shift",
        "order_watch",
    }
)
# Who may leave a line on the trail: the longest beginning that fits counts, and a line that none fits nobody may leave.
EVENTS: dict[str, frozenset[Role]] = {
    "bot:": ANYBODY,
    "guidance:": ANYBODY,
    "guidance:force:listed": GUIDING,
    "guidance:page:previewed": GUIDING,
    "guidance:page:approved": GUIDING,
    "guidance:question:reported": GUIDING | {Role.ADMIN},
    "lookup:": LOOKING_UP,
    "history:": LOOKING_UP,
    "evidence:": LOOKING_UP,
    "watch:": LOOKING_UP,
    "change:order:": LOOKING_UP,
    "register:": LOOKING_UP,
    "intake:": TAKING_IN,
    "paper:document:": LOOKING_UP,
    "paper:terms:shown": LOOKING_UP,
    "paper:terms:": IN_CONTACT,
    "breach:": LOOKING_UP,
    "breach:record:listed": STANDING_OVER,
    "breach:record:signed_off": STANDING_OVER,
    "breach:record:returned": STANDING_OVER,
    "person:": LINKING,
    "measure:": LOOKING_UP,
    "retention:": TAKING_IN,
    "contact:plan:opened": LOOKING_UP,
    "address:": IN_CONTACT,
    "contact:": IN_CONTACT,
    "contact:event:": LOOKING_UP,
    "contact:plan:brought_forward": LOOKING_UP,
    "contact:plan:handed_over": LOOKING_UP,
    "contact:plan:board_shown": STANDING_OVER,
    # What nobody has is assigned by whoever keeps the quality of the register, too.
    "contact:plan:assigned": STANDING_OVER | GUIDING,
    "contact:plan:nudged": STANDING_OVER,
    "contact:report:": STANDING_OVER,
    "duty:": IN_CONTACT,
    "reminder:plan:addressed_anew": IN_CONTACT,
    "reminder:row:seen": ANYBODY,
    "contact:matter:": STANDING_OVER,
    "contact:matter:raised": LOOKING_UP,
    "safeguarding:": IN_CONTACT,
    "policy:contacts:": IN_CONTACT | {Role.ADMIN},
    "alarm:": STANDING_OVER | {Role.ADMIN},
    "beat:": LOOKING_UP,
    "policy:areas:": LOOKING_UP,
    "transfer:": IN_CONTACT,
    "visit:": VISITING,
    "quality:": GUIDING,
    "exercise:": GUIDING,
    "review:": TAKING_IN,
    "review:order:listed_unchecked": IN_CONTACT,
}
# Whose row it is, where a table says so: what is written anew is in the name of whoever spoke.
_IN_WHOSE_NAME = {
    "action": "officer",
    "breach": "recorded_by",
    "breach_addendum": '"by"',
    "breach_decision": '"by"',
    "breach_draft": "officer",
    "contact_change": "officer",
    "contact_made": "officer",
    "contact_try": "officer",
    "conversation": "officer",
    "digest": "officer",
    "evidence": "recorded_by",
    "guidance_approval": '"by"',
    "guidance_question": "asker",
    "order_change": "officer",
    "order_draft": "officer",
    "order_link": "officer",
    "order_origin": "officer",
    "order_terms": "officer",
    "order_watch": "officer",
    "person_link": "officer",
    "safe_contact": '"by"',
    "safeguarding_plan": "officer",
    "visit_made": "officer",
    "quality_look": "officer",
}
# What is changed here stays theirs too, or becomes theirs.
_KEPT_BY_ONE = ("breach_draft", "conversation")
# What the bot itself does in an officer's turn goes by the name of its own job.
_BY_A_JOB = ("contact:event:", "contact:matter:raised", "contact:plan:opened", "contact:plan:handed_over", "reminder:plan:addressed_anew")
_NAMES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'"
_WATCHED = "CREATE TABLE watched (seq INTEGER PRIMARY KEY, source TEXT, written TEXT, force TEXT, who TEXT)"
_WRITTEN = "SELECT seq, source, written, force, who FROM watched WHERE seq > ? ORDER BY seq"
_SAID = "SELECT seq, actor, event, force FROM audit WHERE seq > ? ORDER BY seq"
_STATE = "SELECT state FROM conversation WHERE id = ?"


@dataclass(frozen=True)
class Seen:
    """What one turn left: rows as (table, how, force, whose), lines of the trail as (actor, event, force), and the conversation's state."""

    rows: tuple[tuple[str, str, str, str | None], ...]
    lines: tuple[tuple[str, str, str], ...]
    state: str = ""


class Watch:
    """Sees every row of every table that is added, changed or taken away."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._row = self._line = 0

    async def begin(self) -> None:
        async with self._database.work() as uow:
            await _put_triggers(uow)
        await self.since("")

    async def since(self, conversation: str) -> Seen:
        """What was left since this was asked last."""
        async with self._database.reading() as uow:
            rows = await rows_of(uow, _WRITTEN, self._row)
            lines = await rows_of(uow, _SAID, self._line)
            states = await rows_of(uow, _STATE, conversation)
        self._row = rows[-1][0] if rows else self._row
        self._line = lines[-1][0] if lines else self._line
        state = str(states[0][0]) if states else ""
        return Seen(tuple((one[1], one[2], one[3], one[4]) for one in rows), tuple((one[1], one[2], one[3]) for one in lines), state)


async def rows_of(uow: UnitOfWork, statement: str, *values: object) -> list[Any]:
    """As they stand in the file, not as repositories make them."""
    return list((await uow.connection.exec_driver_sql(statement, values)).all())


async def _put_triggers(uow: UnitOfWork) -> None:
    names = [row[0] for row in await rows_of(uow, _NAMES)]
    await uow.connection.exec_driver_sql(_WATCHED)
    for name in names:
        columns = {row[1] for row in await rows_of(uow, f"PRAGMA table_info({name})")}
        for verb, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            force = f"{row}.force" if "force" in columns else "NULL"
            whose = f"{row}.{_IN_WHOSE_NAME[name]}" if name in _IN_WHOSE_NAME else "NULL"
            kept = f"INSERT INTO watched (source, written, force, who) VALUES ('{name}', '{verb}', {force}, {whose})"  # noqa: S608 - names of tables
            await uow.connection.exec_driver_sql(f"CREATE TRIGGER watch_{name}_{verb} AFTER {verb} ON {name} BEGIN {kept}; END")


def outside(seen: Seen, officer: Officer, jobs: Iterable[str]) -> list[str]:
    """What of it lies outside the officer's role, is in another's name, or is of another force; in words, with nothing of a person."""
    found = []
    for table, how, force, whose in seen.rows:
        changes_history = (how == "DELETE" and table not in TAKEN_AWAY) or (how == "UPDATE" and table in ADDED_ONLY)
        if changes_history or not officer.roles & TABLES.get(table, NOBODY):
            found.append(f"{how} {table}")
        if (how == "INSERT" or table in _KEPT_BY_ONE) and whose not in (None, str(officer.id)):
            found.append(f"{how} {table} in another's name")
        if force not in (None, officer.force):
            found.append(f"{how} {table} of another force")
    for actor, event, force in seen.lines:
        if not officer.roles & _may_leave(event):
            found.append(f"trail: {event}")
        if actor != str(officer.id) and not (actor in jobs and event.startswith(_BY_A_JOB)):
            found.append(f"trail: {event} in another's name")
        if force != officer.force:
            found.append(f"trail: {event} of another force")
    return found


def _may_leave(event: str) -> frozenset[Role]:
    fitting = [beginning for beginning in EVENTS if event.startswith(beginning)]
    return EVENTS[max(fitting, key=len)] if fitting else NOBODY
