"""What a unit of work holds of safe contact: the record, the life of each reminder, the matters put to a supervisor."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.contact_life import ContactLife
from storage.contact_matters import ContactMatters
from storage.safe_contacts import SafeContacts
from storage.sealing import Sealer


class ContactParts:
    """Its unit of work gives the connection, the force and the sealer."""

    connection: AsyncConnection
    force: str
    sealer: Sealer

    @cached_property
    def safe_contacts(self) -> SafeContacts:
        return SafeContacts(self.connection, self.force, self.sealer)

    @cached_property
    def contact_life(self) -> ContactLife:
        return ContactLife(self.connection, self.force)

    @cached_property
    def contact_matters(self) -> ContactMatters:
        return ContactMatters(self.connection, self.force, self.sealer)
