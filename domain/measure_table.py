"""The one table of measures: a row for each kind, and nothing of a kind is told that does not stand in it."""

from domain.measure_rows_civil import OF_THE_FAMILY_AND_CIVIL_COURTS
from domain.measure_rows_police import OF_POLICE_AND_CRIMINAL_COURTS
from domain.measures import Kind, Measure

MEASURES: dict[Kind, Measure] = {row.kind: row for row in (*OF_THE_FAMILY_AND_CIVIL_COURTS, *OF_POLICE_AND_CRIMINAL_COURTS)}
# An NMO comes into the register as an order: through the court feed or as the orders desk registers it.
ENTERED = tuple(MEASURES[kind] for kind in Kind if kind is not Kind.NMO)
# Every word by which officers call a kind.
NAMED: dict[str, Kind] = {name: row.kind for row in ENTERED for name in (*row.names, row.name, row.short.casefold(), row.kind.value)}
# Every way to end that a row of the table has, once.
ENDINGS = tuple(dict.fromkeys(one for row in MEASURES.values() for one in row.endings))


def measure_of(kind: Kind) -> Measure:
    return MEASURES[kind]


def in_its_words(kind: Kind, words: str) -> str:
    """With what it is called, and whose it is, in the place of what stands in braces."""
    row = measure_of(kind)
    return words.format(whose=row.whose, thing=row.thing, hearing=row.hearing)
