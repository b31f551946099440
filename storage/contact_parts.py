"""What a unit of work has for contacts beside their plans, and for the keeping of records: lists, digests, safe contact, matters, transfers, retention, erasure."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.blinding import Blinder
from storage.contact_life import ContactLife
from storage.contact_lists import ContactLists
from storage.contact_matters import ContactMatters
from storage.contact_tries import ContactTries
from storage.digests import Digests
from storage.erasing import Erasing
from storage.retention import Retention
from storage.safe_contacts import SafeContacts
from storage.sealing import Sealer
from storage.transfer_seal import OwnKeys
from storage.transfers import Transfers


class ContactParts:
    """Its unit of work gives the connection, the force, the sealer and the force's own keys."""

    connection: AsyncConnection
    force: str
    sealer: Sealer
    own_keys: OwnKeys
    blinder: Blinder

    @cached_property
    def contact_lists(self) -> ContactLists:
        return ContactLists(self.connection, self.force)

    @cached_property
    def contact_tries(self) -> ContactTries:
        return ContactTries(self.connection, self.force)

    @cached_property
    def digests(self) -> Digests:
        return Digests(self.connection, self.force)

    @cached_property
    def safe_contacts(self) -> SafeContacts:
        return SafeContacts(self.connection, self.force, self.sealer)

    @cached_property
    def contact_life(self) -> ContactLife:
        return ContactLife(self.connection, self.force)

    @cached_property
    def contact_matters(self) -> ContactMatters:
        return ContactMatters(self.connection, self.force, self.sealer)

    @cached_property
    def transfers(self) -> Transfers:
        return Transfers(self.connection, self.force, self.sealer)

    @cached_property
    def retention(self) -> Retention:
        return Retention(self.connection, self.force, self.sealer, self.blinder)

    @cached_property
    def erasing(self) -> Erasing:
        return Erasing(self.connection, self.force, self.transfers)
