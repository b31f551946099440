"""What a unit of work has for breaches: drafts and records, their signing, who takes one on, what follows and what the victim is told."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.breach_handover import BreachHandover
from storage.breach_signing import BreachSigning
from storage.breach_tasks import BreachTasks
from storage.breaches import Breaches
from storage.sealing import Sealer
from storage.victim_updates import VictimUpdates


class BreachParts:
    """Its unit of work gives the connection, the force and the sealer."""

    connection: AsyncConnection
    force: str
    sealer: Sealer

    @cached_property
    def breaches(self) -> Breaches:
        return Breaches(self.connection, self.force, self.sealer)

    @cached_property
    def signing(self) -> BreachSigning:
        return BreachSigning(self.connection, self.force, self.sealer)

    @cached_property
    def handover(self) -> BreachHandover:
        return BreachHandover(self.connection, self.force, self.sealer)

    @cached_property
    def victim_updates(self) -> VictimUpdates:
        return VictimUpdates(self.connection, self.force, self.sealer)

    @cached_property
    def breach_tasks(self) -> BreachTasks:
        return BreachTasks(self.connection, self.force, self.sealer)
