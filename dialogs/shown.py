"""The order that a conversation showed last, by its id, and whether a record of it was offered in the turn before."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from bot.turn import Turn
from domain.lookups import Kept

_SHOWN, _OFFERED, _FIRST = "shown", "offered", "first"


def note_shown(turn: Turn) -> None:
    """Goes by the buttons of this turn. A list to choose from, or an order that can have no breach, leaves none."""
    begun = [one for one in turn.offered if one.verb == "breach:start"]
    orders = {one.object for one in begun}
    kept = {key: id for key, id in turn.conversation.state.items() if key not in (_OFFERED, _FIRST)}
    if len(orders) == 1:
        kept[_SHOWN] = begun[0].object
    elif any(one.verb.startswith("order:") for one in turn.offered):
        kept.pop(_SHOWN, None)
    if any("named" in one.details for one in begun):
        kept[_OFFERED] = begun[0].object
        if "first" in begun[0].details:
            kept[_FIRST] = {"id": begun[0].details["first"], "at": begun[0].details["first_at"]}
    turn.remember(kept)


def forget_shown(turn: Turn, order_id: str) -> None:
    """The officer said that it is not this order: it is not offered for a record."""
    if shown(turn) == order_id:
        turn.remember({key: kept for key, kept in turn.conversation.state.items() if key not in (_SHOWN, _OFFERED)})


def shown(turn: Turn) -> str | None:
    return turn.conversation.state.get(_SHOWN)


def offered(turn: Turn) -> str | None:
    return turn.conversation.state.get(_OFFERED)


def first_words(turn: Turn) -> dict[str, str] | None:
    """Where the words are kept that told of the breach before the order was offered."""
    return turn.conversation.state.get(_FIRST)


def first_in(details: Mapping[str, str]) -> Mapping[str, str] | None:
    """Where the first words are kept, out of what a press holds."""
    return {"id": details["first"], "at": details["first_at"]} if "first" in details else None


def kept_in(first: Mapping[str, str] | None) -> Kept | None:
    return None if first is None else Kept(UUID(first["id"]), datetime.fromisoformat(first["at"]))
