"""Policies of made-up forces."""

from domain.policies import Policy


def unasked() -> Policy:
    """Of a force that asks for no reason, for tests that are about something else."""
    return Policy(asks_reason=False)
