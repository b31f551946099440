"""Reads a line that asks to enter a measure of a kind, with what it tells of it, or to see all that is known to be on one person."""

import re
from datetime import datetime

from bot.typed import line_of
from domain.apostrophes import straight
from domain.breaches.spotting import tells_of_conduct
from domain.dates import find_dob
from domain.london import to_london
from domain.measure_table import NAMED

BESIDE = "beside"
LONGEST = 400
_REFERENCE = r"(?P<reference>NMO[-\s]?[A-Z0-9]{6})"
_ON = rf"(?:\s+(?:on|to|for|of|beside)\s+{_REFERENCE})?"
_KINDS = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(NAMED, key=len, reverse=True))
_HEAD = rf"(?:please\s+)?(?:enter|add|register|record|put\s+in)\s+(?:(?:a|an|another|the|new)\s+)*(?:(?P<kind>{_KINDS})|(?:protective\s+)?measure)"
_ENTER = re.compile(rf"{_HEAD}{_ON}", re.IGNORECASE)
_TELLS = re.compile(
    rf"{_HEAD}{_ON}(?P<rest>[\s,:]+(?:on|against|for|given|made|issued|granted|imposed|dated|until|protecting|without|by)\b.+)",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"(?:(?:show|list)(?:\s+me)?\s+)?(?:all\s+)?(?:the\s+)?(?:protective\s+)?(?:measures|orders\s+and\s+notices)(?:\s+(?:side\s+by\s+side|together))?(?:\s+(?:on|for|of|beside))?\s+{_REFERENCE}",
    re.IGNORECASE,
)
# Each part of a line by the words before it; what stands first wins where two would fit.
_SIGNS = re.compile(
    r"\b(?:(?P<without>without\s+notice)|(?P<on_notice>on\s+notice)"
    r"|(?P<applicant>protecting|to\s+protect|(?:the\s+)?(?:victim|protected\s+person|applicant)(?:\s+is)?)"
    r"|(?P<hearing>hearing(?:\s+(?:on|is|for))?|(?:to\s+be\s+)?heard(?:\s+on)?)"
    r"|(?P<made>(?:was\s+)?(?:given|made|issued|granted|imposed|dated)(?:\s+on)?)"
    r"|(?P<ends>(?:to\s+run\s+)?(?:until|till?|ends|ending|expires|expiring|up\s+to)(?:\s+on)?)"
    r"|(?P<power_clauses>(?:with\s+)?power(?:\s+of\s+arrest)?\s+(?:on|attached\s+to)(?:\s+clauses?)?)"
    r"|(?P<number>(?:case|custody|notice|order)?\s*(?:number|no\.?|ref(?:erence)?)(?=\s))"
    r"|(?P<dob>d\.?o\.?b\.?|born(?:\s+on)?)|(?P<respondent>on|against|for)|(?P<made_by>by))(?=[\s,:]|$)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['-])*(?:\s+[^\W\d_](?:[^\W\d_]|['-])*){0,4}")
_WHOSE = ("respondent", "applicant")


def measure_asked(text: str) -> tuple[str, str] | None:
    """The kind (empty where none was named) or `beside`, and the reference; None where the whole line is not that, or asks."""
    if text.rstrip().endswith("?"):
        return None
    said = line_of(straight(text))
    shown = _ALL.fullmatch(said)
    if shown is not None:
        return BESIDE, _canonical(shown["reference"])
    found = _entered(said)
    if found is None:
        return None
    named = " ".join((found["kind"] or "").casefold().split())
    return (NAMED[named].value if named else ""), _canonical(found["reference"])


def measure_told(text: str, now: datetime) -> dict[str, str]:
    """What the line tells beside the kind, as the form takes it; nothing where it only names the kind."""
    found = _TELLS.fullmatch(line_of(straight(text)))
    if found is None:
        return {}
    told: dict[str, str] = {}
    person, rest = "respondent", found["rest"]
    signs = list(_SIGNS.finditer(rest))
    for sign, after in zip(signs, [*signs[1:], None], strict=True):
        what = sign.lastgroup or ""
        said = rest[sign.end() : after.start() if after else len(rest)].strip(" ,;:.")
        person = what if what in _WHOSE else person
        for name, value in _filled(_read(what, person, said, now)).items():
            told.setdefault(name, value)
    return told


def _entered(said: str) -> re.Match[str] | None:
    """The word injunction alone says not which it is: with more beside it, it is not taken for a measure here."""
    found = _ENTER.fullmatch(said)
    if found is not None:
        return found
    tells = _TELLS.fullmatch(said) if len(said) <= LONGEST and not tells_of_conduct(said) else None
    return None if tells is None or (tells["kind"] or "").casefold() == "injunction" else tells


def _read(what: str, person: str, said: str, now: datetime) -> dict[str, str]:
    if what in ("without", "on_notice"):
        return {"notice": "without" if what == "without" else "on"}
    if what == "dob":
        return {f"{person}_dob": said}
    return _person(what, said, now) if what in _WHOSE else {what: said}


def _filled(told: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in told.items() if value}


def _person(role: str, said: str, now: datetime) -> dict[str, str]:
    """A name, and a date of birth that stands behind it."""
    born = find_dob(said, to_london(now).date())
    name = (said if born is None else said[: born.start]).strip(" ,;:")
    if _NAME.fullmatch(name) is None:
        return {}
    forenames, _, surname = (name.title() if name == name.casefold() else name).rpartition(" ")
    dob = born.dob.day.isoformat() if born is not None and born.dob.day is not None else ""
    return {f"{role}_forenames": forenames, f"{role}_surname": surname, f"{role}_dob": dob}


def _canonical(typed: str | None) -> str:
    return f"NMO-{typed[-6:].upper()}" if typed else ""
