"""The register of orders: nothing is overwritten, each earlier version is kept sealed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Row, and_, bindparam, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.documents import Document, DocumentKind
from domain.errors import NotFound, Outdated
from domain.feed import SECOND_ORDER
from domain.orders import Order
from domain.references import number_of, reference_of
from storage.among import ONE, among
from storage.dialects import insert_new, upsert
from storage.document_rows import document_of, document_row
from storage.exercises import is_real
from storage.order_rows import DIGEST, ORDER_COLUMNS, opened_version, order_of, order_row, party_rows, sealed_version
from storage.sealing import Sealer
from storage.tables.contacts import plan_order
from storage.tables.orders import document, nmo, order_version, party

_FORCE: BindParameter[str] = bindparam("force")
_MANY = select(nmo).where(nmo.c.force == _FORCE, among(nmo.c.id, "ids"))
_PARTIES = select(party).where(party.c.force == _FORCE, among(party.c.order_id, "ids"))
_PARTY_IDS = select(party.c.id).where(party.c.force == _FORCE, party.c.order_id == bindparam("order_id")).order_by(party.c.role.desc())
_IDS_OF_PARTY = select(party.c.order_id).where(party.c.force == _FORCE, party.c.id == bindparam("id"))
_BY_REFERENCE = select(nmo).where(nmo.c.force == _FORCE, nmo.c.reference == bindparam("reference"))
_NEXT = (
    select(nmo).where(nmo.c.force == _FORCE, nmo.c.reference > bindparam("reference")).order_by(nmo.c.reference).limit(bindparam("at_most"))
)
_IDS = select(nmo.c.id, nmo.c.reference).where(nmo.c.force == _FORCE, among(nmo.c.reference, "references"))
_BY_REFERENCES = select(nmo).where(nmo.c.force == _FORCE, among(nmo.c.reference, "references"))
_BY_CASE = (
    select(nmo)
    .where(nmo.c.force == _FORCE, or_(nmo.c.case_no == bindparam("case_no"), nmo.c.familyman_no == bindparam("case_no")))
    .order_by(nmo.c.received_at, nmo.c.id)
)
_OF_PLANS = (
    select(nmo, plan_order.c.plan)
    .join(plan_order, and_(plan_order.c.force == nmo.c.force, plan_order.c.order_id == nmo.c.id))
    .where(nmo.c.force == _FORCE, plan_order.c.force == _FORCE, among(plan_order.c.plan, "plans"))
)
_KNOWN = select(
    nmo.c.id, nmo.c.case_no, nmo.c.file_name, nmo.c.confirmed_at, nmo.c.row_digest, nmo.c.served_file, nmo.c.welsh_file_name
).where(nmo.c.force == _FORCE, among(nmo.c.case_no, "cases"))
_IN_REVIEW = (
    select(nmo)
    .where(nmo.c.force == _FORCE, nmo.c.needs_review.contains(SECOND_ORDER, autoescape=True))
    .order_by(nmo.c.received_at, nmo.c.case_no, nmo.c.id)
    .limit(bindparam("limit"))
)
_STILL_UNCHECKED = and_(
    nmo.c.force == _FORCE,
    nmo.c.has_document.is_(True),
    nmo.c.conditions_checked.is_(False),
    nmo.c.discharged_at.is_(None),
    or_(nmo.c.expires_at.is_(None), nmo.c.expires_at > bindparam("now")),
    is_real(nmo.c.id),
)
_UNCHECKED = select(nmo).where(_STILL_UNCHECKED).order_by(nmo.c.received_at, nmo.c.reference).limit(bindparam("limit"))
_UNCHECKED_COUNT = select(func.count()).select_from(nmo).where(_STILL_UNCHECKED)
_TAKEN = select(nmo.c.reference).where(nmo.c.force == _FORCE, among(nmo.c.reference, "references"))
_CHANGED = tuple(name for name in ORDER_COLUMNS if name != "id")
_CHANGE = (
    update(nmo)
    .where(nmo.c.force == bindparam("of"), nmo.c.id == bindparam("which"), nmo.c.version == bindparam("was"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)
_REMEMBER = update(nmo).where(nmo.c.force == bindparam("of"), nmo.c.id == bindparam("which")).values(row_digest=bindparam("digest"))
_CONFIRM = (
    update(nmo)
    .where(nmo.c.force == bindparam("of"), among(nmo.c.id, "ids"), nmo.c.confirmed_at < bindparam("new"))
    .values(confirmed_at=bindparam("new"))
)
_VERSIONS = (
    select(order_version)
    .where(order_version.c.force == _FORCE, order_version.c.order_id == bindparam("id"))
    .order_by(order_version.c.version)
)
_PAPERS = select(document.c.order_id, document.c.sha256).where(document.c.force == _FORCE, among(document.c.order_id, "ids"))
_DOCUMENTS = (
    select(document).where(document.c.force == _FORCE, document.c.order_id == bindparam("id")).order_by(document.c.at.desc(), document.c.id)
)
_PAPER = _DOCUMENTS.where(document.c.kind == bindparam("kind")).limit(ONE)
ORDER_GONE = "That order is no longer in the register. Please look it up again."
_MOVED_ON = "This order was changed by somebody else. Please look it up again."
_NO_DIGESTS: Mapping[UUID, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class Known:
    """What the register holds of an identity, as far as the feed needs it; `papers` are the SHA-256 of its documents."""

    id: UUID
    digest: bytes | None
    confirmed_at: datetime
    served_file: bool
    welsh_file_name: str | None
    papers: frozenset[str]


class Orders:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer
        self._parties_of: dict[UUID, list[UUID]] = {}

    async def get(self, id: UUID) -> Order | None:
        return next(iter(await self.many((id,))), None)

    async def demand(self, id: UUID) -> Order:
        """Raises NotFound where the register does not hold it."""
        order = await self.get(id)
        if order is None:
            raise NotFound(ORDER_GONE)
        return order

    async def many(self, ids: Sequence[UUID]) -> list[Order]:
        """Those of the orders that exist, in the order asked for."""
        if not ids:
            return []
        rows = await self._connection.execute(_MANY, {"force": self._force, "ids": list(ids)})
        found = {order.id: order for order in await self._whole(rows.all())}
        return [found[id] for id in ids if id in found]

    async def by_reference(self, reference: str) -> Order | None:
        rows = await self._connection.execute(_BY_REFERENCE, {"force": self._force, "reference": reference})
        return next(iter(await self._whole(rows.all())), None)

    async def next_after(self, reference: str, at_most: int) -> list[Order]:
        """The orders whose references follow this one, in the order of their references."""
        rows = await self._connection.execute(_NEXT, {"force": self._force, "reference": reference, "at_most": at_most})
        return await self._whole(rows.all())

    async def ids(self, numbers: Sequence[int]) -> dict[int, UUID]:
        """The ids of those of the orders that exist, by the number of their reference; nothing of them is read."""
        if not numbers:
            return {}
        wanted = {"force": self._force, "references": [reference_of(number, "NMO") for number in numbers]}
        return {number_of(row.reference): row.id for row in await self._connection.execute(_IDS, wanted)}

    async def by_numbers(self, numbers: Sequence[int]) -> dict[int, Order]:
        """Those of the orders that exist, by the number of their reference."""
        if not numbers:
            return {}
        references = [reference_of(number, "NMO") for number in numbers]
        rows = await self._connection.execute(_BY_REFERENCES, {"force": self._force, "references": references})
        return {number_of(order.reference): order for order in await self._whole(rows.all())}

    async def by_case(self, case_no: str) -> list[Order]:
        """Every order of a case, oldest first, by either of its numbers as `domain.case_numbers.normal_case` writes them."""
        rows = await self._connection.execute(_BY_CASE, {"force": self._force, "case_no": case_no})
        return await self._whole(rows.all())

    async def of_plans(self, plans: Collection[UUID]) -> dict[UUID, list[Order]]:
        """The orders of each contact plan, in no order."""
        rows = (await self._connection.execute(_OF_PLANS, {"force": self._force, "plans": list(plans)})).all() if plans else []
        found: dict[UUID, list[Order]] = defaultdict(list)
        for row, order in zip(rows, await self._whole(rows), strict=True):
            found[row.plan].append(order)
        return found

    async def in_review(self, limit: int) -> list[Order]:
        """Orders that share their case with another and wait for a person to say how they stand, longest known first."""
        rows = await self._connection.execute(_IN_REVIEW, {"force": self._force, "limit": limit})
        return await self._whole(rows.all())

    async def unchecked(self, now: datetime, limit: int) -> list[Order]:
        """Orders in force whose paper is held and whose terms nobody has checked, longest known first."""
        rows = await self._connection.execute(_UNCHECKED, {"force": self._force, "now": now, "limit": limit})
        return await self._whole(rows.all())

    async def count_unchecked(self, now: datetime) -> int:
        return int(await self._connection.scalar(_UNCHECKED_COUNT, {"force": self._force, "now": now}) or 0)

    async def party_ids(self, order_id: UUID) -> list[UUID]:
        """Of the respondent and of the applicant; none where the order is not there. Read once in a transaction: an order keeps its parties."""
        if not self._parties_of.get(order_id):
            self._parties_of[order_id] = list(await self._connection.scalars(_PARTY_IDS, {"force": self._force, "order_id": order_id}))
        return self._parties_of[order_id]

    async def ids_of_party(self, id: UUID) -> list[UUID]:
        """The orders that this person is a party to."""
        return list(await self._connection.scalars(_IDS_OF_PARTY, {"force": self._force, "id": id}))

    async def versions(self, id: UUID) -> list[Order]:
        """The earlier versions, oldest first; the newest is `get`."""
        return [version for version, _ in await self.past(id)]

    async def past(self, id: UUID) -> list[tuple[Order, datetime]]:
        """The earlier versions with when each was replaced, oldest first."""
        rows = await self._connection.execute(_VERSIONS, {"force": self._force, "id": id})
        return [(opened_version(row, self._sealer), row.replaced_at) for row in rows]

    async def save_many(self, orders: Sequence[Order], digests: Mapping[UUID, bytes] = _NO_DIGESTS) -> None:
        """New orders. Raises SQLAlchemy's IntegrityError where an identity or a reference is taken."""
        if not orders:
            return
        rows = [{**order_row(one), "row_digest": self._sealed_digest(one.id, digests.get(one.id))} for one in orders]
        await self._connection.execute(insert(nmo), rows)
        await self._connection.execute(insert(party), [row for one in orders for row in party_rows(one, self._sealer)])

    async def update(self, order: Order, at: datetime, digest: bytes | None = None) -> Order:
        """Keeps the stored version sealed and saves `order`, read at `order.version`, as the next one. Raises Outdated where it moved on.

        `digest` is the feed's row behind the change, None where a person made it: the feed then still knows the row it sent before.
        """
        before = await self.get(order.id)
        if before is None or before.version != order.version:
            raise Outdated(_MOVED_ON)
        after = replace(order, version=order.version + 1)
        kept = {"version": before.version, "replaced_at": at, "snapshot": sealed_version(before, self._sealer)}
        await self._connection.execute(insert(order_version), {"force": self._force, "order_id": order.id, **kept})
        row = order_row(after)
        changes = {f"new_{name}": row[name] for name in _CHANGED}
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": order.id, "was": before.version, **changes})
        if not done.rowcount:
            raise Outdated(_MOVED_ON)
        if digest is not None:
            await self._connection.execute(
                _REMEMBER, {"of": self._force, "which": order.id, "digest": self._sealed_digest(order.id, digest)}
            )
        await self._connection.execute(upsert(self._connection, party, ("force", "order_id", "role")), party_rows(after, self._sealer))
        return after

    async def confirm(self, ids: Sequence[UUID], at: datetime) -> None:
        """The court named these orders again, unchanged."""
        if ids:
            await self._connection.execute(_CONFIRM, {"of": self._force, "ids": list(ids), "new": at})

    async def known(self, cases: Iterable[str]) -> dict[tuple[str, str], Known]:
        """Every order held of these cases, by case number and file name."""
        wanted = sorted(set(cases))
        rows = (await self._connection.execute(_KNOWN, {"force": self._force, "cases": wanted})).all() if wanted else []
        papers = await self._papers([row.id for row in rows])
        return {(row.case_no, row.file_name): self._known_of(row, papers) for row in rows}

    async def taken(self, references: Iterable[str]) -> frozenset[str]:
        """Those of the references that are in use."""
        return frozenset(await self._connection.scalars(_TAKEN, {"force": self._force, "references": list(references)}))

    async def add_documents(self, papers: Sequence[Document]) -> None:
        """Keeps each paper sealed; one that the order already has is left as it is."""
        rows = [document_row(one, self._force, self._sealer) for one in papers]
        if rows:
            await self._connection.execute(insert_new(self._connection, document, ("force", "order_id", "sha256")), rows)

    async def document(self, order: UUID, kind: DocumentKind = DocumentKind.ORDER) -> Document | None:
        """The newest paper of that kind."""
        row = (await self._connection.execute(_PAPER, {"force": self._force, "id": order, "kind": kind.value})).first()
        return None if row is None else document_of(row, self._sealer)

    async def documents(self, order: UUID) -> list[Document]:
        """Every paper that was ever held with it, the newest first."""
        rows = await self._connection.execute(_DOCUMENTS, {"force": self._force, "id": order})
        return [document_of(row, self._sealer) for row in rows]

    async def one_import_at_a_time(self) -> None:
        """Until the transaction ends no other import may run; the embedded database has one writer anyway."""
        if self._connection.dialect.name == "postgresql":
            key = int.from_bytes(blake2b(f"{self._force}|feed".encode(), digest_size=8).digest(), signed=True)
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})

    async def _whole(self, rows: Sequence[Row[Any]]) -> list[Order]:
        if not rows:
            return []
        parties = defaultdict(list)
        for one in await self._connection.execute(_PARTIES, {"force": self._force, "ids": [row.id for row in rows]}):
            parties[one.order_id].append(one)
        whole = [order_of(row, parties[row.id], self._sealer) for row in rows]
        self._parties_of |= {one.id: [one.respondent.id, one.applicant.id] for one in whole}
        return whole

    async def _papers(self, ids: Sequence[UUID]) -> Mapping[UUID, set[str]]:
        papers: dict[UUID, set[str]] = defaultdict(set)
        for row in await self._connection.execute(_PAPERS, {"force": self._force, "ids": list(ids)}) if ids else ():
            papers[row.order_id].add(row.sha256)
        return papers

    def _known_of(self, row: Any, papers: Mapping[UUID, set[str]]) -> Known:
        digest = None if row.row_digest is None else self._sealer.open(row.row_digest, DIGEST, str(row.id))
        return Known(row.id, digest, row.confirmed_at, row.served_file, row.welsh_file_name, frozenset(papers.get(row.id, ())))

    def _sealed_digest(self, id: UUID, digest: bytes | None) -> bytes | None:
        return None if digest is None else self._sealer.seal(digest, DIGEST, str(id))
