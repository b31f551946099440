"""The dialogs of the register, joined to their services: what happens to orders that are held, orders and measures that are registered by hand, all measures on one person, and how long each is kept."""

from functools import partial

from dialogs.capability import Capability
from dialogs.intake import IntakeDialog
from dialogs.measures import MeasuresDialog
from dialogs.order_changes import OrderChangesDialog
from dialogs.registering import RegisteringDialog
from dialogs.retention import RetentionDialog
from domain.clock import Clock
from services.breach_tasks import BreachTasks
from services.contacts import open_plans
from services.measures import Measures
from services.measures_entered import EnteredMeasures
from services.retention import Retention
from services.timetables import PolicyNow
from storage.work import Work


def register_dialogs(work: Work, clock: Clock, policy: PolicyNow) -> list[Capability]:
    planned = partial(open_plans, policy=policy)
    tasks = BreachTasks(work, clock, policy)
    return [
        OrderChangesDialog(work, clock, planned, policy),
        RegisteringDialog(work, clock, planned, policy, EnteredMeasures(work, clock, planned, tasks, policy)),
        MeasuresDialog(work, clock, policy, Measures(work, clock, planned, tasks)),
        IntakeDialog(work, clock),
        RetentionDialog(Retention(work, clock, policy)),
    ]
