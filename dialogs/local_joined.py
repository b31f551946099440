"""The dialogs of local monitoring, of data quality and of exercises, joined to their services."""

from dialogs.beats import BeatsDialog
from dialogs.capability import Capability
from dialogs.exercises import ExercisesDialog
from dialogs.quality import QualityDialog
from dialogs.visit_hands import VisitHandsDialog
from dialogs.visits import VisitsDialog
from domain.clock import Clock
from services.timetables import PolicyNow
from storage.work import Work


def local_dialogs(work: Work, clock: Clock, policy: PolicyNow) -> list[Capability]:
    return [
        BeatsDialog(work, clock, policy),
        VisitsDialog(work, clock, policy),
        VisitHandsDialog(work, clock, policy),
        QualityDialog(work, clock, policy),
        ExercisesDialog(work, clock, policy),
    ]
