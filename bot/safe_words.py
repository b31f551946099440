"""What a typed line says of how the protected person may safely be reached: days and times, or one particular."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.apostrophes import straight
from domain.errors import Unreadable
from domain.safe_windows_read import LONGEST, read_windows


@dataclass(frozen=True)
class SafeSaid:
    """`windows` are the words about days and times, `fields` what one particular is from now on; `still` that nothing has changed."""

    windows: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    still: bool = False


_SAFE = re.compile(
    r"(?:(?:it is|it's|its|only) )?(?:not |un)?safe (?:to (?:ring|call|phone|text|contact|speak)|times?|days|after|before|between|from|on)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NOT = re.compile(
    r"(?:not|never|don'?t|do not)\b.{0,30}\b(?:when|ring|call|phone|contact|before|after|on|at)\b.*", re.IGNORECASE | re.DOTALL
)
_STILL = re.compile(r"(?:it is |it's )?still safe[.! ]*", re.IGNORECASE)
_ONE: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"(?:please )?(?:do not|don'?t|no|never) visits?[.! ]*", re.IGNORECASE), "do_not_visit", "yes"),
    (re.compile(r"(?:can|may|ok(?:ay)? to|safe to) visit[.! ]*|visits? (?:are |is )?(?:ok(?:ay)?|fine|safe)[.! ]*", re.IGNORECASE), "do_not_visit", "no"),
    (re.compile(r"(?:no|never leave(?: a)?|do not leave(?: a)?|don'?t leave(?: a)?) voice ?mails?[.! ]*", re.IGNORECASE), "voicemail", "no"),
    (re.compile(r"(?:can |may |ok(?:ay)? to )?leave(?: a)? voice ?mail[.! ]*|voice ?mails? (?:is |are )?(?:ok(?:ay)?|fine|safe)[.! ]*", re.IGNORECASE), "voicemail", "yes"),
    (re.compile(r"(?:no|never|do not|don'?t) texts?(?: her| him| them)?[.! ]*", re.IGNORECASE), "text", "no"),
    (re.compile(r"(?:can |may |ok(?:ay)? to |safe to )text(?: her| him| them)?[.! ]*|texts? (?:is |are )?(?:ok(?:ay)?|fine|safe)[.! ]*", re.IGNORECASE), "text", "yes"),
    (re.compile(r"(?:ring |call |use )?(?:with )?(?:a |the )?(?:withheld number|number withheld)[.! ]*", re.IGNORECASE), "withheld", "yes"),
)  # fmt: skip
_CODE_WORD = re.compile(r"(?:the )?code ?word(?: is|:)\s+(.{1,200})", re.IGNORECASE)


def safe_said(text: str) -> SafeSaid | None:
    """None where the whole line is not that; days and times are such only where they can be read."""
    typed = text.strip()
    said = straight(typed)
    if not said or len(said) > LONGEST or said.endswith("?"):
        return None
    if _STILL.fullmatch(said):
        return SafeSaid(still=True)
    plain = next((name for name in _ONE if name[0].fullmatch(said)), None)
    if plain is not None:
        return SafeSaid(fields={plain[1]: plain[2]})
    code = _CODE_WORD.fullmatch(said)
    if code is not None:
        return SafeSaid(fields={"code_word": typed[code.start(1) : code.end(1)].strip()})
    return SafeSaid(windows=typed) if _is_of_times(said) else None


def _is_of_times(said: str) -> bool:
    """What only says when not must be read whole: much else begins so."""
    safe = _SAFE.fullmatch(said) is not None
    if not safe and _NOT.fullmatch(said) is None:
        return False
    try:
        found = read_windows(said)
    except Unreadable:
        return False
    return safe or not (found.unread or found.notes)
