"""Signs that a file cannot show: each gets words in brackets in its place, and none is lost without a word."""

import unicodedata
from collections.abc import Callable
from itertools import groupby

_MOST_NAMED = 12
# They choose how the sign before them looks, and are nothing themselves.
_LOOKS = frozenset(map(chr, range(0xFE00, 0xFE10)))
# They tie signs into one, as in a family or a flag, and are nothing beside what they tie.
_TIES = frozenset({"\u200d", *map(chr, range(0xE0020, 0xE0080))})
# The same to the eye, for a font that has the one and not the other.
_TWINS = str.maketrans({"\u2010": "-", "\u2011": "-", "\t": "    "})

Shown = Callable[[str], bool]


def with_words_for(text: str, shown: Shown) -> str:
    """`shown` says of one sign whether the file can show it as it is; the ends of lines are always kept."""
    runs = groupby(text, lambda sign: sign == "\n" or shown(sign))
    return "".join("".join(run) if can else _words(list(run)) for can, run in runs)


def drawable(text: str, shown: Shown) -> str:
    """As `with_words_for`, once accents stand on their letters and blanks are plain ones: what a font of ready-made signs can draw."""
    composed = unicodedata.normalize("NFC", text).translate(_TWINS)
    plain = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in composed)
    return with_words_for(plain, shown)


def is_control(sign: str) -> bool:
    """Whether it steers, hides or turns other signs, or means nothing outside one machine; joiners that Arabic and emoji are written with do not."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and sign not in "\u200c\u200d"


def _words(run: list[str]) -> str:
    seen = [sign for sign in run if sign not in _LOOKS]
    telling = [sign for sign in seen if sign not in _TIES] or seen
    named = [(name, len(list(alike))) for name, alike in groupby(telling, _name)]
    told, untold = named[:_MOST_NAMED], sum(count for _, count in named[_MOST_NAMED:])
    return "".join(_told(name, count) for name, count in told) + (f"[and {untold} more signs]" if untold else "")


def _told(name: str, count: int) -> str:
    return f"[{name}]" if count == 1 else f"[{name}, {count} times]"


def _name(sign: str) -> str:
    """Of a letter its writing alone: `Arabic letter`."""
    kind, name = unicodedata.category(sign), unicodedata.name(sign, "")
    if kind.startswith("C") or kind in ("Zl", "Zp") or not name:
        return f"U+{ord(sign):04X}"
    return f"{name.split()[0].capitalize()} letter" if kind[0] in "LM" else name.lower()
