"""The dialogs of reassurance contact over one register."""

from dialogs.capability import Capability
from dialogs.contact_lists import ContactListsDialog
from dialogs.contacts import ContactsDialog
from domain.clock import Clock
from storage.work import Work


def contact_dialogs(work: Work, clock: Clock) -> list[Capability]:
    return [ContactsDialog(work, clock), ContactListsDialog(work, clock)]
