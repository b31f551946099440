"""The dialogs of reassurance contact, joined for whoever holds the conversation."""

from dialogs.capability import Capability
from dialogs.contact_matters import ContactMattersDialog
from dialogs.contact_outcomes import ContactOutcomesDialog
from dialogs.contacts import ContactsDialog
from dialogs.safe_contacts import SafeContactsDialog
from domain.clock import Clock
from storage.work import Work


def contact_dialogs(work: Work, clock: Clock) -> list[Capability]:
    return [
        ContactsDialog(work, clock),
        ContactOutcomesDialog(work, clock),
        SafeContactsDialog(work, clock),
        ContactMattersDialog(work, clock),
    ]
