"""The dialogs of the register, joined to their services: what happens to orders that are held, and orders that are registered by hand."""

from functools import partial

from dialogs.capability import Capability
from dialogs.intake import IntakeDialog
from dialogs.order_changes import OrderChangesDialog
from dialogs.registering import RegisteringDialog
from domain.clock import Clock
from services.contacts import open_plans
from services.timetables import PolicyNow
from storage.work import Work


def register_dialogs(work: Work, clock: Clock, policy: PolicyNow) -> list[Capability]:
    planned = partial(open_plans, policy=policy)
    return [OrderChangesDialog(work, clock, planned, policy), RegisteringDialog(work, clock, planned, policy), IntakeDialog(work, clock)]
