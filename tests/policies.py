"""Policies of made-up forces."""

from domain.policies import Policy
from domain.register_rules import RegisterRules


def unasked() -> Policy:
    """Of a force that asks for no reason, for tests that are about something else."""
    return Policy(asks_reason=False)


def unchecked() -> Policy:
    """Nor has a second person check what was registered by hand."""
    return Policy(asks_reason=False, register=RegisterRules(percent=0, always=frozenset()))
