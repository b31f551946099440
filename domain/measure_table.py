"""The one table of measures: a row for each kind, and nothing of a kind is told that does not stand in it."""

from domain.measure_rows_civil import OF_THE_FAMILY_AND_CIVIL_COURTS
from domain.measure_rows_police import OF_POLICE_AND_CRIMINAL_COURTS
from domain.measures import Kind, Measure

MEASURES: dict[Kind, Measure] = {row.kind: row for row in (*OF_THE_FAMILY_AND_CIVIL_COURTS, *OF_POLICE_AND_CRIMINAL_COURTS)}
# An NMO comes into the register as an order: through the court feed or as the orders desk registers it.
ENTERED = tuple(MEASURES[kind] for kind in Kind if kind is not Kind.NMO)


def measure_of(kind: Kind) -> Measure:
    return MEASURES[kind]
