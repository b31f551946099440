"""An officer who has sent a record hears who is told of it, and that nobody is where that is so."""

from dataclasses import replace

import pytest

from domain.breaches.told_after import ToldAfter, told_after
from domain.contacts import plan_for
from domain.officers import Officer, Role
from tests.breaches import NOW, SIMPLE, told_record
from tests.people import RESPONSE, SUPERVISOR, VLO, officer

OWN = replace(RESPONSE, supervisor=SUPERVISOR.id)
FAR = officer("Fay Far", Role.SUPERVISOR, team="south")


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ([OWN, VLO, SUPERVISOR, FAR], ToldAfter(Role.VLO, 1, own=True)),
        ([RESPONSE, SUPERVISOR, FAR], ToldAfter(Role.SUPERVISOR, 1)),
        ([replace(RESPONSE, team="east"), VLO, SUPERVISOR, FAR], ToldAfter(Role.VLO, 2)),
        ([RESPONSE, VLO], ToldAfter(Role.VLO)),
        ([RESPONSE], ToldAfter()),
    ],
)
def test_it_is_whoever_is_known_here(people: list[Officer], told: ToldAfter) -> None:
    record, order = told_record(*SIMPLE)
    assert told_after(record, [plan_for(order, NOW)], people) == told


def test_without_a_plan_nobody_is_reminded() -> None:
    record, _ = told_record(*SIMPLE)
    assert told_after(record, [], [OWN, VLO, SUPERVISOR]).contact is None
