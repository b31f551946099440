"""Takes one order, and all that hangs on it, out of every table: by the columns that name it, so that a table made later is reached as well."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

import storage.tables  # noqa: F401 - every table is known once this is imported
from domain.access import SEARCHED, SEARCHED_IN_BATCH
from domain.orders import Order
from domain.outbox import LIVE_STATES, State
from storage.among import among, one_of
from storage.erasing_transfers import TransfersReached, erase_transfers, transfers_reached
from storage.metadata import metadata
from storage.tables.breaches import breach, breach_draft
from storage.tables.contacts import contact_plan, plan_order
from storage.tables.core import action, audit, conversation, message
from storage.tables.duty import duty_offer, duty_offer_plan
from storage.tables.orders import nmo, order_link, party
from storage.tables.outbox import outbox
from storage.tables.retention import tombstone
from storage.tables.same_person import person_link
from storage.transfers import Transfers

# What says that something was done or sent, in ids alone, stays: the trail, the tombstone, and the outbox, of which only what is not sent yet is called off.
STAYS = frozenset({audit.name, tombstone.name, outbox.name, message.name})
_BY_ORDER, _BY_BREACH, _BY_DRAFT, _BY_PLAN = "order_id", "breach_id", "draft_id", "plan"
_FORCE: BindParameter[str] = bindparam("force")
_DRAFTS = select(breach_draft.c.id).where(breach_draft.c.force == _FORCE, breach_draft.c.order_id == bindparam("order_id"))
_RECORDS = select(breach.c.id).where(breach.c.force == _FORCE, breach.c.order_id == bindparam("order_id"))
_PLANS = select(plan_order.c.plan).where(plan_order.c.force == _FORCE, plan_order.c.order_id == bindparam("order_id"))
_OTHERS = select(plan_order.c.order_id).where(
    plan_order.c.force == _FORCE, plan_order.c.plan == bindparam("plan"), plan_order.c.order_id != bindparam("order_id")
)
_HEIR = select(party.c.id).where(party.c.force == _FORCE, party.c.order_id == bindparam("order_id"), party.c.role == "applicant")
_INHERIT = (
    update(contact_plan)
    .where(contact_plan.c.force == bindparam("of"), contact_plan.c.id == bindparam("which"))
    .values(order_id=bindparam("heir"), party_id=bindparam("person"))
)
_CALL_OFF = (
    update(outbox)
    .where(
        outbox.c.force == bindparam("of"),
        among(outbox.c.plan, "ids"),
        one_of(outbox.c.state, [one.value for one in LIVE_STATES if one is not State.SENDING]),
    )
    .values(state=State.CANCELLED.value)
)
_ORDER_ITSELF = (
    delete(order_link).where(
        order_link.c.force == _FORCE, or_(order_link.c.later == bindparam("order_id"), order_link.c.earlier == bindparam("order_id"))
    ),
    delete(person_link).where(
        person_link.c.force == _FORCE,
        or_(person_link.c.one_order == bindparam("order_id"), person_link.c.other_order == bindparam("order_id")),
    ),
    delete(nmo).where(nmo.c.force == _FORCE, nmo.c.id == bindparam("order_id")),
)
_LOOK_UPS = (SEARCHED, SEARCHED_IN_BATCH, "lookup:reason:asked")
# Why a contact was not taken on may speak of anyone of those that were offered together.
_OFFERED = select(duty_offer_plan.c.offer).where(duty_offer_plan.c.force == _FORCE, among(duty_offer_plan.c.plan, "plans")).distinct()
_NO_REASON = update(duty_offer).where(duty_offer.c.force == bindparam("of"), among(duty_offer.c.id, "ids")).values(reason=None)
_BUTTONS = delete(action).where(action.c.force == _FORCE, among(action.c.object, "ids"))


# A line names a record among others, parted by semicolons; one capital letter differs from a small one in PostgreSQL only.
_SILENCE = (
    update(audit)
    .where(audit.c.force == bindparam("of"), audit.c.typed.is_not(None), func.lower(";" + audit.c.subject + ";").like(bindparam("named")))
    .values(typed=None)
)
# What was typed before a reason was given, or before another particular was added: the line of the look-up that found the record names the line with the words.
_LOOKED_UP = select(audit.c.subject).where(
    audit.c.force == _FORCE, one_of(audit.c.event, _LOOK_UPS), func.lower(";" + audit.c.subject + ";").like(bindparam("named"))
)
_LINES = select(audit.c.id, audit.c.subject).where(audit.c.force == _FORCE, one_of(audit.c.event, _LOOK_UPS), among(audit.c.id, "ids"))
_SILENCE_THEM = (
    update(audit).where(audit.c.force == bindparam("of"), audit.c.typed.is_not(None), among(audit.c.id, "ids")).values(typed=None)
)
_SHOWN = select(message.c.id, message.c.conversation, message.c.at).where(
    message.c.force == _FORCE, func.lower(";" + message.c.about + ";").like(bindparam("named"))
)
_CHATS = select(conversation.c.id).where(conversation.c.force == _FORCE, among(conversation.c.officer, "officers"))
_SHOWN_TO = _SHOWN.where(message.c.conversation.in_(_CHATS))
_BESIDE_IT = select(message.c.id).where(
    message.c.force == _FORCE, message.c.conversation == bindparam("conversation"), message.c.at == bindparam("at"), message.c.about == ""
)
_COLUMNS = (_BY_ORDER, _BY_BREACH, _BY_DRAFT, _BY_PLAN)
# Of each table, the columns by which its rows go.
ERASED_BY = {
    table.name: tuple(name for name in _COLUMNS if name in table.c)
    for table in metadata.sorted_tables
    if table.name not in STAYS and any(name in table.c for name in _COLUMNS)
} | {contact_plan.name: ("id",)}
# What hangs on something that hangs on the order is found by ids that were read before.
DELETIONS = {
    name: delete(metadata.tables[name]).where(
        metadata.tables[name].c.force == _FORCE, or_(*(among(metadata.tables[name].c[column], column) for column in columns))
    )
    for name, columns in ERASED_BY.items()
}


@dataclass(frozen=True)
class Reach:
    """The ids of all that goes: the order, its parties, its breaches and drafts, the plans that have no other order, and the transfers.

    `lines` of the trail hold the words by which it was looked up, typed before it was found.
    """

    order: UUID
    parties: tuple[UUID, ...] = ()
    breaches: tuple[UUID, ...] = ()
    drafts: tuple[UUID, ...] = ()
    plans: tuple[UUID, ...] = ()
    transfers: TransfersReached = field(default_factory=TransfersReached)
    lines: tuple[UUID, ...] = ()

    @property
    def all(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys((self.order, *self.parties, *self.breaches, *self.drafts, *self.plans, *self.transfers.gone)))

    @property
    def told(self) -> tuple[UUID, ...]:
        """All by which it was shown or typed: a transfer that goes on for another order showed this one as well."""
        return (*self.all, *self.transfers.shortened, *self.lines)


class Erasing:
    """In one transaction: afterwards no row of the record is left to be opened. Freed pages are overwritten by the database."""

    def __init__(self, connection: AsyncConnection, force: str, transfers: Transfers) -> None:
        self._connection = connection
        self._force = force
        self._transfers = transfers

    async def reach(self, order: Order) -> Reach:
        given = {"force": self._force, "order_id": order.id}
        records, drafts, plans = [list(await self._connection.scalars(one, given)) for one in (_RECORDS, _DRAFTS, _PLANS)]
        alone = [plan for plan in plans if not list(await self._connection.scalars(_OTHERS, given | {"plan": plan}))]
        transfers = await transfers_reached(self._connection, self._force, self._transfers, order, alone)
        reach = Reach(order.id, (order.respondent.id, order.applicant.id), tuple(records), tuple(drafts), tuple(alone), transfers)
        return replace(reach, lines=await self._lines_before(reach.told))

    async def erase(self, order: Order, reach: Reach) -> None:
        """The search index is its own keeper's to clear."""
        await self._leave_shared_plans(order)
        await erase_transfers(self._connection, self._force, self._transfers, order, reach.transfers)
        ids = {
            _BY_ORDER: [reach.order],
            _BY_BREACH: [*reach.breaches],
            _BY_DRAFT: [*reach.drafts],
            _BY_PLAN: [*reach.plans],
            "id": [*reach.plans],
        }
        offers = list(await self._connection.scalars(_OFFERED, {"force": self._force, "plans": [*reach.plans]}))
        await self._connection.execute(_NO_REASON, {"of": self._force, "ids": offers})
        for name, statement in DELETIONS.items():
            await self._connection.execute(statement, {"force": self._force} | {column: ids[column] for column in ERASED_BY[name]})
        given = {"force": self._force, "order_id": order.id}
        for one in _ORDER_ITSELF:
            await self._connection.execute(one, given)
        await self._connection.execute(_BUTTONS, {"force": self._force, "ids": [str(id) for id in reach.all]})
        await self._connection.execute(_CALL_OFF, {"of": self._force, "ids": list(reach.all)})

    async def silence(self, reach: Reach) -> int:
        """Takes what was typed out of the lines of the trail that name any of it; the lines stay."""
        done = [await self._connection.execute(_SILENCE, {"of": self._force, "named": _named(id)}) for id in reach.told]
        own = await self._connection.execute(_SILENCE_THEM, {"of": self._force, "ids": list(reach.lines)}) if reach.lines else None
        return sum(one.rowcount for one in (*done, *filter(None, [own])))

    async def shown(self, reach: Reach) -> list[UUID]:
        """Every line of every chat that showed any of it, and the words beside it in the same turn, the officer's own among them."""
        found: dict[UUID, None] = {}
        for id in reach.told:
            rows = (await self._connection.execute(_SHOWN, {"force": self._force, "named": _named(id)})).all()
            found |= dict.fromkeys(await self._with_beside(rows))
        return list(found)

    async def shown_to(self, draft: UUID, officers: Collection[UUID]) -> list[UUID]:
        """Every line of the chats of these officers that showed the draft, and the words beside it."""
        given = {"force": self._force, "named": _named(draft), "officers": list(officers)}
        return await self._with_beside((await self._connection.execute(_SHOWN_TO, given)).all())

    async def _with_beside(self, rows: Iterable[Any]) -> list[UUID]:
        found: dict[UUID, None] = {}
        for row in rows:
            turn = {"force": self._force, "conversation": row.conversation, "at": row.at}
            found |= dict.fromkeys((row.id, *await self._connection.scalars(_BESIDE_IT, turn)))
        return list(found)

    async def _lines_before(self, told: Iterable[UUID]) -> tuple[UUID, ...]:
        """From the look-ups that found it back to where their words were first typed."""
        subjects: list[str] = []
        for id in told:
            subjects += await self._connection.scalars(_LOOKED_UP, {"force": self._force, "named": _named(id)})
        found: dict[UUID, None] = {}
        while subjects:
            ids = [id for id in _ids_in(subjects) if id not in found]
            rows = (await self._connection.execute(_LINES, {"force": self._force, "ids": ids})).all() if ids else []
            found |= dict.fromkeys(row.id for row in rows)
            subjects = [row.subject for row in rows]
        return tuple(found)

    async def _leave_shared_plans(self, order: Order) -> None:
        """A plan that goes on for another order of the same person is that order's from now on."""
        given = {"force": self._force, "order_id": order.id}
        for plan in list(await self._connection.scalars(_PLANS, given)):
            heirs = list(await self._connection.scalars(_OTHERS, given | {"plan": plan}))
            if heirs:
                person = await self._connection.scalar(_HEIR, {"force": self._force, "order_id": heirs[0]})
                await self._connection.execute(_INHERIT, {"of": self._force, "which": plan, "heir": heirs[0], "person": person})


def _named(id: UUID) -> str:
    return f"%;{id};%"


def _ids_in(subjects: Iterable[str]) -> list[UUID]:
    found: dict[UUID, None] = {}
    for part in (part for subject in subjects for part in subject.split(";")):
        with suppress(ValueError):
            found[UUID(part)] = None
    return list(found)
