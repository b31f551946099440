"""The dialogs of local monitoring and of data quality, joined to their services."""

from dialogs.beats import BeatsDialog
from dialogs.capability import Capability
from dialogs.quality import QualityDialog
from dialogs.visits import VisitsDialog
from domain.clock import Clock
from services.timetables import PolicyNow
from storage.work import Work


def local_dialogs(work: Work, clock: Clock, policy: PolicyNow) -> list[Capability]:
    return [BeatsDialog(work, clock, policy), VisitsDialog(work, clock, policy), QualityDialog(work, clock, policy)]
