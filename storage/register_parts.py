"""What a unit of work has for the register beside the orders themselves: the changes to them, what other forces tell of them, and the drafts of changes and of new orders."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.order_changes import OrderChanges
from storage.order_drafts import OrderDrafts
from storage.order_origins import OrderOrigins
from storage.order_queues import OrderQueues
from storage.sealing import Sealer
from storage.timelines import Timelines
from storage.versions_told import VersionsTold


class RegisterParts:
    """Its unit of work gives the connection, the force and the sealer."""

    connection: AsyncConnection
    force: str
    sealer: Sealer

    @cached_property
    def order_changes(self) -> OrderChanges:
        return OrderChanges(self.connection, self.force, self.sealer)

    @cached_property
    def order_drafts(self) -> OrderDrafts:
        return OrderDrafts(self.connection, self.force, self.sealer)

    @cached_property
    def order_origins(self) -> OrderOrigins:
        return OrderOrigins(self.connection, self.force)

    @cached_property
    def order_queues(self) -> OrderQueues:
        return OrderQueues(self.connection, self.force)

    @cached_property
    def timelines(self) -> Timelines:
        return Timelines(self.connection, self.force)

    @cached_property
    def versions_told(self) -> VersionsTold:
        return VersionsTold(self.connection, self.force, self.sealer)
