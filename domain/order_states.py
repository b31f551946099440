"""How an order stands at any instant, reckoned from its versions: a variation governs what is done after it, the version before it what was done before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from domain.london import at_london, long_date, to_london
from domain.measure_words import standing_of_another, state_words
from domain.measures import Kind
from domain.orders import ENDED, Change, Order, OrderState, state_at
from domain.provenance import FROM_COURT, PROVENANCE_WORDS

_EVER = datetime.min.replace(tzinfo=UTC)
_NEVER = datetime.max.replace(tzinfo=UTC)
_DAY = timedelta(days=1)


class Stands(StrEnum):
    """Finer than the states that other systems are told."""

    NOT_YET_MADE = "not_yet_made"
    MADE_THAT_DAY = "made_that_day"
    IN_FORCE = "in_force"
    RETURN_HEARING_PENDING = "return_hearing_pending"
    MAY_HAVE_ENDED = "may_have_ended"
    END_UNKNOWN = "end_unknown"
    VARIED = "varied"
    EXTENDED = "extended"
    CHANGED_THAT_DAY = "changed_that_day"
    EXPIRED = "expired"
    DISCHARGED = "discharged"
    UNDERTAKING = "undertaking"


@dataclass(frozen=True)
class Standing:
    """`governing` are the versions that may have governed at that instant: none before it was made, two or more on a day whose hour is not known.

    `newest` is what is known now; `state` is the word for other systems.
    """

    how: Stands
    state: OrderState
    governing: tuple[Order, ...]
    newest: Order


_AS_STATED = {
    OrderState.NOT_YET_KNOWN: Stands.NOT_YET_MADE,
    OrderState.DISCHARGED: Stands.DISCHARGED,
    OrderState.UNDERTAKING: Stands.UNDERTAKING,
    OrderState.EXPIRED: Stands.EXPIRED,
    OrderState.RETURN_HEARING_PASSED: Stands.MAY_HAVE_ENDED,
}
_FIXED = {
    Stands.NOT_YET_MADE: "Not yet made at that time",
    Stands.MADE_THAT_DAY: "Made that day, time not known: ask the court for the hour",
    Stands.IN_FORCE: "In force on what the court last told us",
    Stands.END_UNKNOWN: "No end date known: treat as live and check with the court",
    Stands.CHANGED_THAT_DAY: "Changed that day, time not known: read both versions and ask the court for the hour",
    Stands.EXPIRED: "Expired: history only",
    Stands.DISCHARGED: "Discharged: history only",
    Stands.UNDERTAKING: "Replaced by an undertaking: not this offence",
}


def standing_at(versions: Sequence[Order], moment: datetime) -> Standing:
    """At a UTC instant; `versions` as the register took them in, the newest last, which alone says when it was made, discharged or replaced."""
    newest = versions[-1]
    may = tuple(one for one in _may_govern(versions, moment) if state_at(_known(one, newest), moment) is not OrderState.NOT_YET_KNOWN)
    if not may:
        return Standing(Stands.NOT_YET_MADE, OrderState.NOT_YET_KNOWN, (), newest)
    known = [_known(one, newest) for one in may]
    states = {state_at(one, moment) for one in known}
    if len(may) > 1 and (len(states) > 1 or states.isdisjoint(ENDED)):
        return Standing(Stands.CHANGED_THAT_DAY, OrderState.VARIED, may, newest)
    return Standing(_stands(known[0], moment), states.pop(), may, newest)


def standing_words(one: Standing) -> str:
    """Never said alone: `last_confirmed` stands beside it."""
    shown = one.governing[-1] if one.governing else one.newest
    hearing = long_date(shown.return_hearing_on) if shown.return_hearing_on else ""
    if shown.kind is not Kind.NMO:
        return standing_of_another(shown, one.how.value, one.state, hearing, _when(shown))
    match one.how:
        case Stands.MAY_HAVE_ENDED:
            return f"May have ended at the hearing of {hearing}: check with the court"
        case Stands.RETURN_HEARING_PENDING if shown.expires_at is None:
            return f"No end date known, return hearing on {hearing}: treat as live and check with the court"
        case Stands.RETURN_HEARING_PENDING:
            return f"In force on what the court last told us, return hearing on {hearing}"
        case Stands.VARIED:
            return f"Varied{_when(shown)}: the newest version governs what is done since"
        case Stands.EXTENDED:
            return f"Extended{_when(shown)}: it runs to the newer end"
    return _FIXED[one.how]


def state_told(order: Order, now: datetime) -> str:
    """Of its newest version alone. A measure that runs until its hearing is told with that hearing."""
    state = state_at(order, now)
    if order.kind is Kind.NMO:
        return state_words(order.kind, state)
    return standing_words(Standing(_stands(order, now), state, (order,), order))


def never_confirmed(order: Order) -> bool:
    """It came from somebody else, and the court has not spoken of it since."""
    return order.provenance not in FROM_COURT and order.confirmed_at <= order.received_at


def last_confirmed(order: Order) -> str:
    if order.kind is not Kind.NMO:
        return f"Entered here by an officer; last changed or confirmed here on {long_date(to_london(order.confirmed_at).date())}."
    if never_confirmed(order):
        return f"Never confirmed with the court. Registered on {long_date(to_london(order.received_at).date())}, from: {PROVENANCE_WORDS[order.provenance]}."
    return f"Last confirmed with the court on {long_date(to_london(order.confirmed_at).date())}."


def _known(version: Order, newest: Order) -> Order:
    return replace(
        version, made_on=newest.made_on, made_at=newest.made_at, discharged_at=newest.discharged_at, undertaking_at=newest.undertaking_at
    )


def _stands(version: Order, moment: datetime) -> Stands:
    state, day = state_at(version, moment), to_london(moment).date()
    if state in _AS_STATED:
        return _AS_STATED[state]
    if version.made_on == day and version.made_at is None:
        return Stands.MADE_THAT_DAY
    if version.return_hearing_on is not None:
        return Stands.RETURN_HEARING_PENDING
    if state is OrderState.END_UNKNOWN:
        return Stands.END_UNKNOWN
    if state is OrderState.VARIED:
        return Stands.EXTENDED if version.change is Change.EXTENDED else Stands.VARIED
    return Stands.IN_FORCE


def _may_govern(versions: Sequence[Order], moment: datetime) -> list[Order]:
    """Of each variation what is known now, as far as it may have begun and nothing that surely came after it has surely begun; earliest first.

    A number beyond the newest version's was recorded by a slip and taken back.
    """
    known = {one.variation: one for one in versions if one.variation <= versions[-1].variation}.values()
    begun = [one for one in known if _from(one) <= moment]
    sure = [one for one in begun if _surely_from(one) <= moment]
    now = [one for one in sure if _from(one) == moment]
    past = {one.variation for one in begun for later in sure if _is_after(later, one)}
    past |= {one.variation for one in begun for later in now if later.variation > one.variation}
    left = [one for one in begun if one.variation not in past]
    return sorted(left, key=lambda one: (one.variation > 0, _from(one), one.variation))


def _is_after(later: Order, earlier: Order) -> bool:
    """Surely, whatever the hours that are not known; of two changes on one day, or at one instant, the register's numbers tell the sequence."""
    spans = [(_from(one), _surely_from(one)) for one in (later, earlier)]
    if spans[0] == spans[1]:
        return later.variation > earlier.variation
    if spans[0][0] == spans[1][1] and earlier.changed_at is not None:
        return later.variation > earlier.variation
    return spans[0][0] >= spans[1][1]


def _from(version: Order) -> datetime:
    if version.variation == 0:
        return _EVER
    return version.changed_at or (_midnight(version.changed_on) if version.changed_on else _EVER)


def _surely_from(version: Order) -> datetime:
    if version.variation == 0:
        return _EVER
    return version.changed_at or (_midnight(version.changed_on + _DAY) if version.changed_on else _NEVER)


def _midnight(day: date) -> datetime:
    return at_london(day, time())


def _when(version: Order) -> str:
    day = version.changed_on or (to_london(version.changed_at).date() if version.changed_at else None)
    return f" on {long_date(day)}" if day else ", day not known"
