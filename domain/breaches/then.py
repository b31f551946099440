"""How the order of a breach stood at the time of the act, and which of its versions governed."""

from collections.abc import Iterable, Sequence

from domain.breaches.drafts import Breach, standing, when_of
from domain.measure_table import measure_of
from domain.measure_words import state_words
from domain.measures import Kind
from domain.moments import Span
from domain.order_states import Standing, standing_at
from domain.orders import LIVE, Order, OrderState

CHECK_THE_DATE = "Check the date."
KEEP_RECORDING = "Keep recording; your sergeant and the CPS decide."


def standings_then(order: Order, when: Span | None, earlier: Sequence[Order] = ()) -> tuple[Standing, ...]:
    """How it stood at both ends of the time; nothing where the time is not known.

    `earlier` are the versions before this one: what is done before a variation is judged by the version that it varied.
    """
    return () if when is None else tuple(standing_at((*earlier, order), moment) for moment in (when.start, when.end))


def states_of(standings: Iterable[Standing]) -> tuple[OrderState, ...]:
    """Once where both ends agree."""
    return tuple(dict.fromkeys(one.state for one in standings))


def versions_then(order: Order, when: Span | None, earlier: Sequence[Order] = ()) -> tuple[int, ...]:
    """The versions that may have governed within that time; the newest alone where the time is not known or none governed."""
    return versions_of_standings(order, standings_then(order, when, earlier))


def versions_of_standings(order: Order, standings: Iterable[Standing]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.version for each in standings for one in each.governing)) or (order.version,)


def words_of_states(states: tuple[OrderState, ...], kind: Kind = Kind.NMO) -> str:
    """How the order stood then, said so that it stops nobody from recording."""
    thing = measure_of(kind).thing
    if not states:
        return f"State of the {thing} then: not reckoned, because the time is not known."
    said = "; or: ".join(state_words(kind, state) for state in states)
    if LIVE.issuperset(states):
        return f"State of the {thing} then: {said}."
    if LIVE.isdisjoint(states):
        next_step = CHECK_THE_DATE if states == (OrderState.NOT_YET_KNOWN,) else KEEP_RECORDING
        return f"On what we hold the {thing} was not live then ({said}). {next_step}"
    return f"The {thing} changed state within that time ({said}). Keep recording, and fix the time as closely as you can."


def words_of_versions(states: tuple[OrderState, ...], versions: Sequence[int]) -> str:
    """Nothing where the time is not known or the order was not made by then."""
    if not versions or {OrderState.NOT_YET_KNOWN}.issuperset(states):
        return ""
    *others, last = map(str, versions)
    return f"Versions {', '.join(others)} and {last} may have governed then." if others else f"Version {last} governed then."


def versions_of(breach: Breach, held: Sequence[Order]) -> tuple[int, ...]:
    """The versions that may have governed at the time of the record, of those up to the one that it names; `held` are all of the order's, the newest last."""
    known = [one for one in held if one.version <= breach.order_version]
    if not known or known[-1].version != breach.order_version:
        return (breach.order_version,)
    return versions_then(known[-1], when_of(standing(breach.answers)), known[:-1])
