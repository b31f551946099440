"""What a unit of work has for local monitoring: orders on a beat, compliance visits, and what the records of orders lack."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.beats import Beats
from storage.exercises import Exercises
from storage.quality import Quality
from storage.sealing import Sealer
from storage.visits import VisitRows


class LocalParts:
    """Its unit of work gives the connection, the force and the sealer."""

    connection: AsyncConnection
    force: str
    sealer: Sealer

    @cached_property
    def beats(self) -> Beats:
        return Beats(self.connection, self.force)

    @cached_property
    def visits(self) -> VisitRows:
        return VisitRows(self.connection, self.force, self.sealer)

    @cached_property
    def quality(self) -> Quality:
        return Quality(self.connection, self.force)

    @cached_property
    def exercises(self) -> Exercises:
        return Exercises(self.connection, self.force)
