"""What a unit of work has for lists of contacts, the reckoning of them, and the digest of a shift."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.contact_lists import ContactLists
from storage.contact_tries import ContactTries
from storage.digests import Digests


class ContactParts:
    connection: AsyncConnection
    force: str

    @cached_property
    def contact_lists(self) -> ContactLists:
        return ContactLists(self.connection, self.force)

    @cached_property
    def contact_tries(self) -> ContactTries:
        return ContactTries(self.connection, self.force)

    @cached_property
    def digests(self) -> Digests:
        return Digests(self.connection, self.force)
