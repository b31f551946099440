"""The dialogs of reassurance contact, joined to their services."""

from dialogs.capability import Capability
from dialogs.contact_lists import ContactListsDialog
from dialogs.contact_matters import ContactMattersDialog
from dialogs.contact_outcomes import ContactOutcomesDialog
from dialogs.contact_plans import ContactPlansDialog
from dialogs.contacts import ContactsDialog
from dialogs.safe_contacts import SafeContactsDialog
from dialogs.safeguarding import SafeguardingDialog
from domain.clock import Clock
from services.timetables import PolicyNow
from storage.work import Work


def contact_dialogs(work: Work, clock: Clock, policy: PolicyNow) -> list[Capability]:
    return [
        ContactsDialog(work, clock, policy),
        ContactOutcomesDialog(work, clock, policy),
        SafeContactsDialog(work, clock, policy),
        ContactMattersDialog(work, clock),
        ContactPlansDialog(work, clock, policy),
        SafeguardingDialog(work, clock),
        ContactListsDialog(work, clock),
    ]
