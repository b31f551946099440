"""What is said of one measure of a kind: its name, how it stands, what its breach is, and the power that goes with it."""

from collections.abc import Mapping
from datetime import datetime

from domain.london import long_moment
from domain.measure_table import measure_of
from domain.measures import Consequence, Field, Kind, Power, fact_words
from domain.orders import STATE_WORDS, Order, OrderState

POWER_UNKNOWN = "Whether a power of arrest is attached is not known here: ask for form FL406 and read the clause."
NO_POWER = "No power of arrest is attached, as entered: the applicant asks the court for a warrant."
_WHAT: Mapping[Consequence, str] = {
    Consequence.OFFENCE: "breach is an offence",
    Consequence.CONTEMPT: "breach is contempt, not an offence",
    Consequence.NO_OFFENCE: "breach is not an offence",
}
_WHENCE: Mapping[Power, str] = {
    Power.PACE: "arrest under PACE s.24",
    Power.STATUTE: "arrest for breach",
    Power.CLAUSE: "arrest only on a clause with the power attached",
    Power.NONE: "no power of arrest for it",
}
TYPED = "as one officer typed them from the {paper}: nobody has checked them"
_AS_STATED = {"made_that_day": "in_force", "changed_that_day": "varied"}


def typed_words(kind: Kind) -> str:
    """Of terms that stand as they were entered, wherever they are shown."""
    return TYPED.format(paper=measure_of(kind).paper)


def kind_words(kind: Kind) -> str:
    """`Domestic violence protection order (DVPO)`."""
    row = measure_of(kind)
    name = f"{row.name[0].upper()}{row.name[1:]}"
    return name if row.short in (row.name, "bail conditions") else f"{name} ({row.short})"


def in_brief(kind: Kind) -> str:
    """The kind, what a breach is and the power that goes with it, in a line; what is only thought is said so."""
    row = measure_of(kind)
    thought = " (thought, not verified)" if row.breach.mark is row.arrest.mark and row.breach.mark.value == "unverified" else ""
    return f"{kind_words(kind)}: {_WHAT[row.consequence]}; {_WHENCE[row.power]}{thought}."


def breach_words(order: Order) -> str:
    return fact_words(measure_of(order.kind).breach)


def power_words(order: Order, moment: datetime | None) -> str:
    """The power of arrest for a breach at that instant, or without saying of which."""
    row = measure_of(order.kind)
    said = fact_words(row.arrest)
    return f"{said} {attached_words(order, moment)}" if row.power is Power.CLAUSE else said


def attached_words(order: Order, moment: datetime | None) -> str:
    """The clauses with a power of arrest, and whether it still runs then, where an instant is given."""
    if order.power_clauses is None:
        return POWER_UNKNOWN
    if not order.power_clauses:
        return NO_POWER
    if order.power_until is None:
        return f"Attached to: {order.power_clauses}. No earlier end of the power was entered."
    if moment is None:
        return f"Attached to: {order.power_clauses}, until {long_moment(order.power_until)}."
    over = "it had ended by then" if moment >= order.power_until else "it runs"
    return f"Attached to: {order.power_clauses}, until {long_moment(order.power_until)}: {over}."


def state_words(kind: Kind, state: str) -> str:
    """The word of its own kind for a state of the register."""
    if kind is Kind.NMO:
        return STATE_WORDS[OrderState(state)]
    states = measure_of(kind).states
    return states.get(state, states["end_unknown"])


def standing_of_another(order: Order, how: str, state: str, hearing: str, when: str) -> str:
    """Of any measure but an NMO. `how` is the finer word where there is one; `hearing` and `when` are days in words."""
    pending = how == "return_hearing_pending" and (order.expires_at is not None or Field.ENDS not in measure_of(order.kind).fields)
    said = state_words(order.kind, "in_force" if pending else state)
    if how in _AS_STATED:
        return f"{state_words(order.kind, _AS_STATED[how])}: that day, hour not known"
    if how == "extended":
        return f"Extended{when}: it runs to the newer end"
    if how == "varied":
        return f"{said}{when}"
    return f"{said} (hearing of {hearing})" if how in ("return_hearing_pending", "may_have_ended") and hearing else said
