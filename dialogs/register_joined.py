"""The dialogs of the register, joined to their services: what happens to orders that are held, orders that are registered by hand, and how long each is kept."""

from functools import partial

from dialogs.capability import Capability
from dialogs.intake import IntakeDialog
from dialogs.order_changes import OrderChangesDialog
from dialogs.registering import RegisteringDialog
from dialogs.retention import RetentionDialog
from domain.clock import Clock
from services.contacts import open_plans
from services.retention import Retention
from services.timetables import PolicyNow
from storage.work import Work


def register_dialogs(work: Work, clock: Clock, policy: PolicyNow) -> list[Capability]:
    planned = partial(open_plans, policy=policy)
    return [
        OrderChangesDialog(work, clock, planned, policy),
        RegisteringDialog(work, clock, planned, policy),
        IntakeDialog(work, clock),
        RetentionDialog(Retention(work, clock, policy)),
    ]
