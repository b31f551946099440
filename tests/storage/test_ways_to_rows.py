"""No statement that runs in a turn, or every few seconds, reads all that a force has."""

import importlib
import pkgutil
import re
from typing import Any

import pytest
from sqlalchemy import CompoundSelect, Delete, Select, Update
from sqlalchemy.dialects import sqlite

import storage
from storage.statistics import typical
from storage.work import Database

_ALL_OF_A_FORCE = re.compile(r"^SCAN (?!json_each|CONSTANT|anon_|\(subquery)|\(force=\?\)$")
# Each with why it may: whatever else goes through all of a force's rows is slower the longer the force has had the bot.
ONLY_WITH_MORE_TO_IT = "is never run as it stands, but with a condition beside it"
STOPS_AT_THE_FIRST = "stops at the first or the last of an index"
FEW_ROWS = "a force has few of these"
ONCE_AN_HOUR = "runs once an hour, and away from any turn"
ITS_OWN_INDEX = "reads an index of its own, which holds few rows"
SMALL = "is run where a register is small, and nobody nearer was found in it"
SELDOM = "is asked for by one person now and then, or when the program starts"
MAY_GO_THROUGH_ALL = {
    "storage.actions:_OLD": ONCE_AN_HOUR,
    "storage.alarms:_LOST": ITS_OWN_INDEX,
    "storage.alarms:_WAITING": ITS_OWN_INDEX,
    "storage.audit:_LAST_AT": SELDOM,
    "storage.breach_signing:_AWAITING": SELDOM,
    "storage.breach_signing:_THEIRS": FEW_ROWS,
    "storage.duty:_SHIFTS": FEW_ROWS,
    "storage.duty_offers:_BY_OWNER": SELDOM,
    "storage.exercises:_RUNNING": FEW_ROWS,
    **dict.fromkeys((f"storage.erasing:{name}" for name in ("_BUTTONS", "_SHOWN", "_SILENCE")), SELDOM),
    **dict.fromkeys((f"storage.erasing:{name}" for name in ("_LINES", "_LOOKED_UP", "_SILENCE_THEM")), SELDOM),
    "storage.erasing_transfers:_CAME_IN": SELDOM,
    "storage.erasing_transfers:_OF_PLANS": SELDOM,
    "storage.guidance_approvals:_ALL": FEW_ROWS,
    "storage.guidance_approvals:_COUNT": FEW_ROWS,
    "storage.inbox:_OLD": ONCE_AN_HOUR,
    "storage.intake:_BY_LINE": SELDOM,
    "storage.intake:_CAME": FEW_ROWS,
    "storage.intake:_DAYS": FEW_ROWS,
    "storage.intake:_OF_ORDER": SELDOM,
    "storage.jobs:_BEATS": FEW_ROWS,
    "storage.jobs:_OLD": ONCE_AN_HOUR,
    "storage.lexicon:_HIGHEST": STOPS_AT_THE_FIRST,
    "storage.messages:_NEWEST": STOPS_AT_THE_FIRST,
    "storage.officers:_ALL": FEW_ROWS,
    "storage.order_drafts:_LEFT": ONCE_AN_HOUR,
    "storage.order_drafts:_OF_ORDER": FEW_ROWS,
    "storage.orders:_IDS_OF_PARTY": SELDOM,
    "storage.orders:_IN_REVIEW": SELDOM,
    "storage.orders:_UNCHECKED": SELDOM,
    "storage.orders:_UNCHECKED_COUNT": SELDOM,
    "storage.outbox_statements:OLDEST": STOPS_AT_THE_FIRST,
    "storage.places:_ANY": STOPS_AT_THE_FIRST,
    "storage.quality:_ALL": SELDOM,
    "storage.quality:_LAST": STOPS_AT_THE_FIRST,
    **dict.fromkeys((f"storage.order_queues:{name}" for name in ("_COUNT", "_OF_DAY", "_TAKEN", "_WAITING")), SELDOM),
    "storage.quality:_NUMBERS": SELDOM,
    "storage.reindex:_ANY_ORDER": STOPS_AT_THE_FIRST,
    "storage.reindex:_TOKENS": SELDOM,
    "storage.reindex:_TWO_FORENAMES": STOPS_AT_THE_FIRST,
    **dict.fromkeys((f"storage.retention:{name}" for name in ("_BY_REFERENCE", "_OLD", "_PUT_OFF")), SELDOM),
    "storage.retention:_STONES": FEW_ROWS,
    "storage.same_person:_AS_ONE": ONLY_WITH_MORE_TO_IT,
    "storage.same_person:_AS_OTHER": ONLY_WITH_MORE_TO_IT,
    "storage.same_person:_TURNED": ONLY_WITH_MORE_TO_IT,
    "storage.search_asking:_BEARERS": ONLY_WITH_MORE_TO_IT,
    "storage.search_asking:_BORN": ONLY_WITH_MORE_TO_IT,
    "storage.search_asking:_BY_EITHER_NAME": SMALL,
    "storage.search_asking:_NUMBERS": ONLY_WITH_MORE_TO_IT,
    "storage.terms:_CHECKED_ORDERS": SELDOM,
}


def statements() -> list[Any]:
    names = [one.name for one in pkgutil.walk_packages(storage.__path__, "storage.") if ".migrations" not in one.name]
    modules = [(name, importlib.import_module(name)) for name in names]
    found = {
        id(one): (f"{name}:{at}", one)
        for name, module in modules
        for at, one in vars(module).items()
        if isinstance(one, Select | CompoundSelect | Update | Delete)
    }
    return [pytest.param(name, one, id=name) for name, one in sorted(found.values(), key=lambda pair: pair[0])]


@pytest.mark.parametrize(("name", "statement"), statements())
async def test_a_statement_finds_its_rows_by_more_than_the_force(
    embedded: Database, name: str, statement: Select[Any] | CompoundSelect[Any] | Update | Delete
) -> None:
    compiled = statement.compile(dialect=sqlite.dialect())
    async with embedded.reading() as uow:
        plan: Any = await uow.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", (None,) * len(compiled.positiontup or ()))
    whole = [step[3] for step in plan if _ALL_OF_A_FORCE.search(step[3])]
    assert bool(whole) == (name in MAY_GO_THROUGH_ALL), whole


def test_the_planner_is_told_that_the_force_finds_nothing_and_a_whole_key_one_row() -> None:
    assert typical(["force", "id"], unique=True) == "1000000 1000000 1"
    assert typical(["force", "card"], unique=False) == "1000000 1000000 10"
    assert typical(["force", "state", "owner"], unique=False) == "1000000 1000000 250000 10"
