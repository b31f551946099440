"""The unit of work: one transaction a use case, and the one place that commits."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from contextvars import ContextVar
from functools import cached_property

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.policies import Policy
from storage.actions import Actions
from storage.alarms import Alarms
from storage.audit import AuditTrail
from storage.blinding import Blinder
from storage.breach_parts import BreachParts
from storage.contact_parts import ContactParts
from storage.contact_records import ContactRecords
from storage.contacts import Contacts
from storage.conversations import Conversations
from storage.duty import DutyRows
from storage.evidence import EvidenceHeld
from storage.glances import Glances
from storage.guidance_approvals import GuidanceApprovals
from storage.guidance_questions import GuidanceQuestions
from storage.inbox import Inbox
from storage.intake import Intake
from storage.jobs import Jobs
from storage.local_parts import LocalParts
from storage.marks import Marks
from storage.messages import Messages
from storage.officers import Officers
from storage.orders import Orders
from storage.outbox import Outbox
from storage.pen import Pen
from storage.places import Places
from storage.redacting import Redacting
from storage.refusals import plain_refusals
from storage.register_parts import RegisterParts
from storage.reviews import Reviews
from storage.same_person import SamePerson
from storage.sealing import Sealer
from storage.search import Search
from storage.sqlite import NearStatements
from storage.terms import Terms
from storage.transfer_seal import OwnKeys
from storage.turn_parts import lock_key, part_of_a_turn
from storage.turns import Turns
from storage.waits import Waits
from storage.watches import Watches


class UnitOfWork(BreachParts, ContactParts, RegisterParts, LocalParts):
    """Everything one use case reads and writes; gone when its `async with` is left."""

    def __init__(
        self,
        connection: AsyncConnection,
        force: str,
        sealer: Sealer,
        blinder: Blinder,
        own_keys: OwnKeys,
        policy: Callable[[], Policy],
    ) -> None:
        self.connection = connection
        self.force = force
        self.sealer = sealer
        self.blinder = blinder
        self.own_keys = own_keys
        self.policy = policy
        self.channel = ""
        # Told where several forces wait for their turn.
        self.has_to_do: Callable[[int], None] | None = None
        self.task = asyncio.current_task()

    @cached_property
    def officers(self) -> Officers:
        return Officers(self.connection, self.force)

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self.connection, self.force)

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self.connection, self.force)

    @cached_property
    def messages(self) -> Messages:
        return Messages(self.connection, self.force, self.sealer)

    @cached_property
    def actions(self) -> Actions:
        return Actions(self.connection, self.force)

    @cached_property
    def audit(self) -> AuditTrail:
        return AuditTrail(self.connection, self.force, self.sealer, self.channel)

    @cached_property
    def search(self) -> Search:
        return Search(self.connection, self.force)

    @cached_property
    def marks(self) -> Marks:
        return Marks(self.connection, self.force)

    @cached_property
    def evidence(self) -> EvidenceHeld:
        return EvidenceHeld(self.connection, self.force, self.sealer)

    @cached_property
    def glances(self) -> Glances:
        return Glances(self.connection, self.force)

    @cached_property
    def guidance_approvals(self) -> GuidanceApprovals:
        return GuidanceApprovals(self.connection, self.force)

    @cached_property
    def guidance_questions(self) -> GuidanceQuestions:
        return GuidanceQuestions(self.connection, self.force, self.sealer)

    @cached_property
    def watches(self) -> Watches:
        return Watches(self.connection, self.force)

    @cached_property
    def contacts(self) -> Contacts:
        return Contacts(self.connection, self.force, self.sealer)

    @cached_property
    def duty(self) -> DutyRows:
        return DutyRows(self.connection, self.force, self.sealer)

    @cached_property
    def contact_records(self) -> ContactRecords:
        return ContactRecords(self.connection, self.force, self.sealer)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.connection, self.force)

    @cached_property
    def redacting(self) -> Redacting:
        return Redacting(self.force, self.erasing, self.messages, self.conversations, self.outbox)

    @cached_property
    def waits(self) -> Waits:
        return Waits(self.connection, self.force, self.marks)

    @cached_property
    def alarms(self) -> Alarms:
        return Alarms(self.connection, self.force, self.marks)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.connection, self.force)

    @cached_property
    def orders(self) -> Orders:
        return Orders(self.connection, self.force, self.sealer)

    @cached_property
    def reviews(self) -> Reviews:
        return Reviews(self.connection, self.force)

    @cached_property
    def terms(self) -> Terms:
        return Terms(self.connection, self.force, self.sealer)

    @cached_property
    def places(self) -> Places:
        return Places(self.connection, self.force, self.blinder)

    @cached_property
    def same_person(self) -> SamePerson:
        return SamePerson(self.connection, self.force)

    @cached_property
    def intake(self) -> Intake:
        return Intake(self.connection, self.force, self.sealer)


Work = Callable[[], AbstractAsyncContextManager[UnitOfWork]]
# Of all the forces that one process works for: more at a time end no sooner in one event loop, and hold what they lock for longer.
BESIDE_AT_A_TIME = 6
_open: ContextVar[UnitOfWork | None] = ContextVar("open_unit_of_work", default=None)


class Database:
    """One force's database. `work()` writes, `reading()` only reads, `turn(...)` is a conversation's transaction that `work()` joins.

    Those opened `beside` it share its connections and wait for their turn, however long: a worker has time, and more to do in one transaction when it comes in. Alone, a force waits for a connection only, and not for long, since an officer may be waiting with it.
    """

    def __init__(
        self, engine: AsyncEngine, force: str, sealer: Sealer, blinder: Blinder, own_keys: OwnKeys, queue: Turns | None = None
    ) -> None:
        self.engine = engine
        self.force = force
        self._sealer = sealer
        self._blinder = blinder
        self.own_keys = own_keys
        self.policy: Callable[[], Policy] = Policy
        self._embedded = engine.dialect.name == "sqlite"
        self._pen = Pen(engine)
        self.beside = Turns(BESIDE_AT_A_TIME)
        self._queue = queue
        self._to_do = 0

    @asynccontextmanager
    async def work(self) -> AsyncIterator[UnitOfWork]:
        """A transaction of its own, or a savepoint of the turn that this task is in."""
        joined = _joined()
        if joined is not None:
            async with plain_refusals(), part_of_a_turn(joined.connection):
                yield joined
            return
        async with self._writing() as uow:
            yield uow

    @asynccontextmanager
    async def turn(self, conversation: str, channel: str = "") -> AsyncIterator[UnitOfWork]:
        """One turn of one conversation at a time, across processes; everything inside commits together, and its audit lines name the channel."""
        async with self._writing() as uow:
            uow.channel = channel
            if not self._embedded:
                await uow.connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock_key(self.force, conversation)})
            yield uow

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """A read of the system's own rows (polls, health). What an officer reads goes through `work()`, because it is audited."""
        connected = NearStatements(self.engine) if self._embedded else self.engine.connect()
        async with self._place(), plain_refusals(), connected as connection:
            yield UnitOfWork(connection, self.force, self._sealer, self._blinder, self.own_keys, self.policy)

    @property
    def lanes(self) -> int:
        """How many transactions of one worker are worth having under way at once: the embedded database has one writer."""
        return 1 if self._embedded else 2

    async def close(self) -> None:
        await self._pen.close()
        await self.engine.dispose()

    def _place(self) -> AbstractAsyncContextManager[object]:
        """Whoever is in already is not kept waiting for a second place."""
        return nullcontext() if self._queue is None or _joined() is not None else self._queue.turn(self._to_do)

    def _has_to_do(self, number: int) -> None:
        self._to_do = number

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[UnitOfWork]:
        async with self._place(), plain_refusals(), self._begun() as connection:
            uow = UnitOfWork(connection, self.force, self._sealer, self._blinder, self.own_keys, self.policy)
            uow.has_to_do = self._has_to_do if self._queue is not None else None
            token = _open.set(uow)
            try:
                yield uow
                await _commit(connection)
            finally:
                _open.reset(token)

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[AsyncConnection]:
        """A connection in a transaction that may write: on the embedded database one task at a time has it."""
        if self._embedded:
            async with self._pen.begun() as connection:
                yield connection
            return
        async with self.engine.connect() as connection:
            await connection.begin()
            yield connection


def _joined() -> UnitOfWork | None:
    """The unit of work that this task is in."""
    found = _open.get()
    return found if found is not None and found.task is asyncio.current_task() else None


async def _commit(connection: AsyncConnection) -> None:
    """SQLite keeps a transaction open when its commit fails, and the pool would hand it on: so such a connection is given up."""
    try:
        await connection.commit()
    except DBAPIError:
        await connection.invalidate()
        raise
