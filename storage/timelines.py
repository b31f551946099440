"""What a timeline shows beside what other parts read whole: the papers that were received, the contacts that were tried, and every word on two records."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.orders import PartyRole
from domain.quality import Flaw
from domain.same_person import PersonLink, Record, Word
from storage.among import among
from storage.tables.contact_tries import contact_try
from storage.tables.contacts import plan_order
from storage.tables.duty import contact_owner
from storage.tables.orders import document, nmo
from storage.tables.quality import quality_look
from storage.tables.same_person import person_link

_FORCE: BindParameter[str] = bindparam("force")
_PAPERS = (
    select(document.c.name, document.c.at)
    .where(document.c.force == _FORCE, document.c.order_id == bindparam("order_id"))
    .order_by(document.c.at, document.c.id)
)
_TRIES = (
    select(contact_try.c.at, contact_try.c.officer, contact_try.c.outcome)
    .join(plan_order, and_(plan_order.c.force == contact_try.c.force, plan_order.c.plan == contact_try.c.plan))
    .where(contact_try.c.force == _FORCE, plan_order.c.force == _FORCE, plan_order.c.order_id == bindparam("order_id"))
    .distinct()
    .order_by(contact_try.c.at)
)
_PERSONS = (
    select(person_link)
    .where(
        person_link.c.force == _FORCE,
        or_(person_link.c.one_order == bindparam("order_id"), person_link.c.other_order == bindparam("order_id")),
    )
    .order_by(person_link.c.at, person_link.c.number)
)
_LOOKS = (
    select(quality_look.c.flaw, quality_look.c.officer, quality_look.c.at)
    .where(quality_look.c.force == _FORCE, quality_look.c.order_id == bindparam("order_id"))
    .order_by(quality_look.c.at)
)
_OWNERS = (
    select(contact_owner.c.at, contact_owner.c.moved_by, contact_owner.c.how)
    .where(contact_owner.c.force == _FORCE, contact_owner.c.plan == bindparam("plan"))
    .order_by(contact_owner.c.at)
)
_REFERENCES = select(nmo.c.id, nmo.c.reference).where(nmo.c.force == _FORCE, among(nmo.c.id, "ids"))


class Timelines:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def papers(self, order_id: UUID) -> list[tuple[str, datetime]]:
        """The names of the papers with when each was received, oldest first."""
        rows = await self._connection.execute(_PAPERS, {"force": self._force, "order_id": order_id})
        return [(row.name, row.at) for row in rows]

    async def tries(self, order_id: UUID) -> list[tuple[datetime, UUID, str]]:
        """When, by whom and with what outcome the protected person was contacted, or it was tried."""
        rows = await self._connection.execute(_TRIES, {"force": self._force, "order_id": order_id})
        return [(row.at, row.officer, row.outcome) for row in rows]

    async def looks(self, order_id: UUID) -> list[tuple[Flaw, UUID, datetime]]:
        """What of its record somebody has looked at."""
        rows = await self._connection.execute(_LOOKS, {"force": self._force, "order_id": order_id})
        return [(Flaw(row.flaw), row.officer, row.at) for row in rows]

    async def owners(self, plan: UUID) -> list[tuple[datetime, UUID, str]]:
        """When the contact was handed on, by whom and how."""
        rows = await self._connection.execute(_OWNERS, {"force": self._force, "plan": plan})
        return [(row.at, row.moved_by, row.how) for row in rows]

    async def persons(self, order_id: UUID) -> list[PersonLink]:
        """Every word on the people of this order, also one that was taken back."""
        rows = (await self._connection.execute(_PERSONS, {"force": self._force, "order_id": order_id})).all()
        ids = list({id for row in rows for id in (row.one_order, row.other_order)})
        found = await self._connection.execute(_REFERENCES, {"force": self._force, "ids": ids}) if ids else ()
        named = {row.id: row.reference for row in found}
        return [
            PersonLink(
                Record(row.one_order, PartyRole(row.one_role)),
                Record(row.other_order, PartyRole(row.other_role)),
                Word(row.word),
                row.officer,
                row.at,
                row.number,
                named.get(row.one_order, ""),
                named.get(row.other_order, ""),
            )
            for row in rows
        ]
