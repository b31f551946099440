"""The dialogs of reassurance contact, of duty and of local monitoring, joined to their services, and what is noted of what was read."""

from functools import partial

from bot.handler import NoteRead
from dialogs.capability import Capability
from dialogs.contact_lists import ContactListsDialog
from dialogs.contact_matters import ContactMattersDialog
from dialogs.contact_outcomes import ContactOutcomesDialog
from dialogs.contact_plans import ContactPlansDialog
from dialogs.contacts import ContactsDialog
from dialogs.duty_roster import DutyRosterDialog
from dialogs.escalations import EscalationsDialog
from dialogs.handing_on import HandingOnDialog
from dialogs.local_joined import local_dialogs
from dialogs.putting_off import PuttingOffDialog
from dialogs.safe_contacts import SafeContactsDialog
from dialogs.safeguarding import SafeguardingDialog
from dialogs.transfers import TransfersDialog
from domain.clock import Clock
from services.seen import note_read
from services.timetables import PolicyNow
from storage.work import Work


def contact_dialogs(work: Work, clock: Clock, policy: PolicyNow) -> list[Capability]:
    return [
        ContactsDialog(work, clock, policy),
        ContactOutcomesDialog(work, clock, policy),
        SafeContactsDialog(work, clock),
        ContactMattersDialog(work, clock),
        ContactPlansDialog(work, clock, policy),
        SafeguardingDialog(work, clock),
        ContactListsDialog(work, clock),
        PuttingOffDialog(work, clock),
        HandingOnDialog(work, clock),
        EscalationsDialog(work, clock),
        DutyRosterDialog(work, clock),
        TransfersDialog(work, clock, policy),
        *local_dialogs(work, clock, policy),
    ]


def receipts(work: Work, clock: Clock) -> NoteRead:
    return partial(note_read, work, clock)
