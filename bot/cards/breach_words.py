"""How much of an officer's words a card shows."""

from bot.cards.parts import plain

SHOWN = 300
SHOWN_BYTES = 17_000
CUT = "(cut short here; the record holds all of it)"


def shortened(words: str, signs: int = SHOWN) -> str:
    said = words or "nothing said"
    return said if len(said) <= signs else f"{said[:signs]} ... {CUT}"


def size(row: str) -> int:
    return len(plain(row).encode())
