"""Takes out of a text every particular by which a protected person could be found, however it was typed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from domain.orders import Party

WITHHELD = "[withheld]"
ADDRESS = "[protected address: add it to the crime report yourself]"
CONTACT = "[protected contact details: add them to the crime report yourself]"
_BESIDE = re.compile(r"[ ,]*")
_TELLING = 5
_HOUSE = re.compile(r"^\W*(?:(?:flat|apartment|apt|unit|no|number)\b\W*)?\d+\s?[a-z]?\b\W*", re.IGNORECASE)
_ONE_PHONE = re.compile(r"\+?\d[\d\s().-]*")
_COUNTRY = re.compile(r"^(?:00)?44|^0+")
_BEFORE_PHONE = re.compile(r"(?:(?:\+ ?|\b00[ .-]?|\b)44[\s().-]{0,3})?(?:\(?\b0[\s().-]{0,3})?$")
_LONGEST_BEFORE = 16
_WAYS = (
    *(("road", "rd"), ("street", "st", "str"), ("avenue", "ave", "av"), ("close", "cl"), ("lane", "ln", "la"), ("drive", "dr", "drv")),
    *(("court", "ct", "crt"), ("crescent", "cres", "cresc"), ("terrace", "terr", "ter"), ("place", "pl"), ("gardens", "gdns", "gdn")),
    *(("grove", "gr", "gro"), ("square", "sq"), ("yard", "yd"), ("park", "pk"), ("mount", "mt"), ("house", "hse"), ("buildings", "bldgs")),
    *((way,) for way in ("row", "way", "hill", "walk", "mews", "rise", "view", "green", "parade", "drove", "cottages", "villas", "wharf")),
)
_RUN = re.compile(r"[0-9A-Za-z]+")
_SHORT = tuple(way for group in _WAYS for way in group[1:])


def without_whereabouts(text: str, person: Party) -> str:
    """Found by letters and figures alone: no spacing, sign, accent or capital hides them."""
    return "".join(_cut(text, sorted((start, end, WITHHELD) for start, end, _ in _spans(text, person))))


def with_words_instead(text: str, people: Iterable[Party]) -> str:
    """As `without_whereabouts`, with what to do about it in the place of each; one note where several stand side by side."""
    found = sorted({span for person in people for span in _spans(text, person)})
    joined: list[tuple[int, int, str]] = []
    for span in found:
        if joined and _goes_on(text, joined[-1], span):
            start, end, words = joined.pop()
            joined.append((start, max(end, span[1]), words))
        else:
            joined.append(span)
    return "".join(_cut(text, joined))


def _goes_on(text: str, before: tuple[int, int, str], after: tuple[int, int, str]) -> bool:
    return before[2] == after[2] and (after[0] < before[1] or _BESIDE.fullmatch(text, before[1], after[0]) is not None)


def _spans(text: str, person: Party) -> Iterator[tuple[int, int, str]]:
    signs = squeezed(text)
    knowns = {
        *((one, ADDRESS) for one in _address(person)),
        (squeezed(person.postcode or ""), ADDRESS),
        (squeezed(person.email or ""), CONTACT),
        (_safe_time(person), CONTACT),
    }
    phones = set(_phones(person.phone or ""))
    if not any(len(known) >= _TELLING and known in signs for known in (*(known for known, _ in knowns), *phones)):
        return
    places = _squeezed(text)[1]
    for known, words in knowns:
        for first, last in _found(signs, known):
            start, end = places[first], places[last - 1] + 1
            if not (known.endswith(_SHORT) and text[end : end + 1].isalnum()):
                yield start, end, words
    for known in phones:
        for first, last in _found(signs, known):
            yield *_with_prefix(text, places[first], places[last - 1] + 1), CONTACT


def squeezed(text: str) -> str:
    """Its letters and figures, small and without accents."""
    return "".join(_RUN.findall(text)).lower() if text.isascii() else _squeezed(text)[0]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Its letters and figures, small and without accents, and where each stands in the text."""
    if text.isascii():
        runs = list(_RUN.finditer(text))
        return "".join(run[0] for run in runs).lower(), [place for run in runs for place in range(run.start(), run.end())]
    signs, places = [], []
    for place, sign in enumerate(text):
        for one in sign.casefold() if sign.isascii() else unicodedata.normalize("NFKD", sign).casefold():
            if one.isalnum():
                signs.append(one)
                places.append(place)
    return "".join(signs), places


def _found(signs: str, known: str) -> Iterator[tuple[int, int]]:
    start = signs.find(known) if len(known) >= _TELLING else -1
    while start >= 0:
        yield start, start + len(known)
        start = signs.find(known, start + len(known))


def _address(person: Party) -> Iterator[str]:
    """House and street, with and without the number and in the usual short ways of writing; a town alone takes nothing out."""
    first, *others = [*(person.address1 or "").split(","), *(person.address2 or "").split(",")]
    yield squeezed(first)
    if others and re.fullmatch(r"\W*\d+\s?[a-z]?\W*", first, re.IGNORECASE):
        others.insert(0, f"{first} {others[0]}")
    for part in (first, *others):
        words = part.split()
        ways = next((group for group in _WAYS if words and squeezed(words[-1]) in group), ())
        if re.search(r"\d", part):
            yield squeezed(part)
        for way in ways:
            yield squeezed(" ".join([*words[:-1], way])) if re.search(r"\d", part) else ""
            street = _HOUSE.sub("", " ".join(words[:-1]))
            yield squeezed(f"{street} {way}") if street else ""


def _safe_time(person: Party) -> str:
    """When it is safe to ring, as the court sent it; a single word of it alone would take out too much else."""
    said = person.safe_time_raw or ""
    return squeezed(said) if len(said.split()) > 1 else ""


def _phones(text: str) -> Iterator[str]:
    """Each number without what is dialled before it: 0, +44 and 0044 are the same."""
    for piece in _ONE_PHONE.findall(text):
        yield _COUNTRY.sub("", squeezed(piece)).removeprefix("0")


def _with_prefix(text: str, start: int, end: int) -> tuple[int, int]:
    before = text[max(0, start - _LONGEST_BEFORE) : start]
    dialled = _BEFORE_PHONE.search(before)
    return start - len(dialled[0] if dialled else ""), end


def _cut(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, end, instead in spans:
        if start >= at:
            yield text[at:start] + instead
        at = max(at, end)
    yield text[at:]
