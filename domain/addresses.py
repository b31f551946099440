"""A home as it is compared: the house and the street of an address, a telephone number's own digits, an e-mail address folded."""

import re
from typing import NamedTuple

from domain.folding import fold

_HOUSE = re.compile(r"(?<![\w/])(\d{1,4}[a-z]?)(?:\s?[-/]\s?\d{1,4}[a-z]?)?[\s,]+((?:[^\W\d_][\w'\u2019-]*[\s.]?){1,5})", re.IGNORECASE)
_NO_STREET = frozenset(["flat", "apartment", "apt", "unit", "room", "floor", "block", "house"])
KIND_OF_STREET = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "ln": "lane", "dr": "drive", "cl": "close", "ct": "court",
    "cres": "crescent", "cr": "crescent", "tce": "terrace", "terr": "terrace", "gdns": "gardens", "gdn": "gardens", "pl": "place", "sq": "square",
    "gr": "grove", "grv": "grove", "pk": "park", "wy": "way",
}  # fmt: skip
KINDS_OF_STREET = frozenset(KIND_OF_STREET.values()) | {"hill", "mews", "rise", "row", "view", "walk", "yard"}
_LONGEST = 200


class Home(NamedTuple):
    """`street` is folded and without its kind: Elm Road, Elm Rd and elm are one."""

    house: str
    street: str


def read_home(*lines: str | None) -> Home | None:
    """The first house number with a street behind it; a flat's number is passed over. None where there is none."""
    text = " , ".join(line[:_LONGEST] for line in lines if line)
    for seen in _HOUSE.finditer(text):
        street = street_of(seen[2])
        if street and not _is_flat(text[: seen.start()]):
            return Home(seen[1].casefold(), street)
    return None


def street_of(text: str) -> str:
    """Up to the word that says what kind of street it is."""
    words = [KIND_OF_STREET.get(word, word) for word in re.findall(r"\w+", fold(text))]
    ends = next((at for at, word in enumerate(words) if at and word in KINDS_OF_STREET), len(words))
    return "".join(words[: min(ends, 4)]) if words and words[0] not in _NO_STREET else ""


def _is_flat(before: str) -> bool:
    words = re.findall(r"\w+", fold(before))
    return bool(words) and words[-1] in _NO_STREET


def phone_of(text: str | None) -> str | None:
    """The last nine or ten digits of a number in any format: +44 20 and 020 are one. None where there are too few."""
    digits = re.sub(r"\D", "", (text or "")[:_LONGEST])
    digits = re.sub(r"^(?:00)?44(?=\d{9})|^0", "", digits).removeprefix("0")
    return digits if 9 <= len(digits) <= 12 else None


def email_of(text: str | None) -> str | None:
    folded = "".join((text or "")[:_LONGEST].casefold().split())
    return folded if re.fullmatch(r"[^@\s]{1,64}@[^@\s]{3,}", folded) else None
