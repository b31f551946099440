"""The dialogs of contacts and of duty: what is owed, put off, handed on, escalated, and who is there; and what is noted of what was read."""

from functools import partial

from bot.handler import NoteRead
from dialogs.capability import Capability
from dialogs.contacts import ContactsDialog
from dialogs.duty_roster import DutyRosterDialog
from dialogs.escalations import EscalationsDialog
from dialogs.handing_on import HandingOnDialog
from dialogs.putting_off import PuttingOffDialog
from domain.clock import Clock
from services.seen import note_read
from storage.work import Work


def contact_dialogs(work: Work, clock: Clock) -> tuple[Capability, ...]:
    return (
        ContactsDialog(work, clock),
        PuttingOffDialog(work, clock),
        HandingOnDialog(work, clock),
        EscalationsDialog(work, clock),
        DutyRosterDialog(work, clock),
    )


def receipts(work: Work, clock: Clock) -> NoteRead:
    return partial(note_read, work, clock)
