"""What a typed line asks of a record of a breach: sign it off, return it, add to it, list what waits, or hand an unfinished one over."""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.apostrophes import straight
from domain.references import LOOSE_BR, canonical


class Asked(StrEnum):
    SIGN_OFF = "sign_off"
    RETURN = "return"
    ADD = "add"
    AWAITING = "awaiting"
    HAND_OVER = "hand_over"


@dataclass(frozen=True)
class RecordWords:
    """`reference` in its canonical form, whether or not its check character is right; `words` are the note, the addition or who is meant."""

    asked: Asked
    reference: str = ""
    words: str = ""


_REFERENCE = rf"(?:(?:the|breach|record|reference|ref)\s+)*({LOOSE_BR})\b"
_OF_ONE = (
    (Asked.SIGN_OFF, re.compile(rf"(?:please )?sign(?:ed)?[-\s]?off\s+{_REFERENCE}()[\s.!]*", re.IGNORECASE)),
    (
        Asked.RETURN,
        re.compile(
            rf"(?:please )?(?:return|send back)\s+{_REFERENCE}(?:\s+with (?:a |the )?note)?[\s:;,.\u2013\u2014-]*(.*)",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (Asked.ADD, re.compile(rf"(?:please )?add\s+to\s+{_REFERENCE}[\s:;,.\u2013\u2014-]*(.*)", re.IGNORECASE | re.DOTALL)),
)
_AWAITING = re.compile(
    r"(?:(?:show|list|what is|what's|whats|see|my)(?: me)? )*(?:the )?(?:breach(?:es)? |breach records? |records? )?(?:that )?(?:are |is )?"
    r"(?:awaiting|awaits?|waiting for|for|to) (?:my |a |the )?sign[- ]?off[?.! ]*|sign[- ]?offs?(?: (?:due|list|waiting))?[?.! ]*",
    re.IGNORECASE,
)
_HAND_OVER = re.compile(r"(?:please )?hand (?:(?:this|it|that|the) )?(?:(?:unfinished )?record )?over(?: to (.+))?", re.IGNORECASE)
_READ = 200


def record_words(text: str) -> RecordWords | None:
    said = text.strip()
    for asked, sign in _OF_ONE:
        found = sign.fullmatch(said)
        if found is not None:
            return RecordWords(asked, canonical(found[1]), found[2].strip())
    line = straight(" ".join(said[: 2 * _READ].split()))
    if len(line) > _READ or "\n" in said:
        return None
    if _AWAITING.fullmatch(line):
        return RecordWords(Asked.AWAITING)
    handed = _HAND_OVER.fullmatch(line)
    return None if handed is None else RecordWords(Asked.HAND_OVER, words=(handed[1] or "").strip())
