"""The people named in a line, and as whom: runs of words that are none of the trade, and the words that stand before them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from domain.addresses import KIND_OF_STREET, KINDS_OF_STREET
from domain.common_words import SPEAKS_OF_THINGS, WORD_SURNAMES
from domain.understanding.beside_names import (
    ACTS,
    ALWAYS_WORDS,
    FILLERS,
    HONORIFICS,
    ORDINARY,
    PARTICLES,
    ROLE_OF,
    SELDOM_SURNAMES,
    SIGNS,
    TALKED,
    TITLES,
    WORDS_TOO,
    As,
)
from domain.understanding.everyday import EVERYDAY
from domain.understanding.given_names import FAMILY, is_given
from domain.understanding.line import Line, Token
from domain.understanding.owners import LONGEST_NAME, bare, forename_first, forenames_behind, is_owner, is_titled, sounds_done, with_owners
from domain.understanding.vocabulary import SHORT_FORMS, is_known

MOST_PEOPLE = 20
# How many words before a name are looked at for who it is.
_LOOKED_BACK = 3
_CHECKS = frozenset(["check", "search", "lookup", "name"])
_ITEMS = frozenset(["one", "contact", "call", "visit", "reminder", "case"])
_MONTHS_TOO = frozenset(["jun", "jan", "min"])
_STREETS = (KINDS_OF_STREET | KIND_OF_STREET.keys()) - {
    "court",
    "ct",
    "row",
    "walk",
    "view",
    "park",
    "place",
    "hill",
    "dr",
    "cr",
    "way",
    "close",
    "rise",
}


@dataclass(frozen=True)
class Named:
    """`title` is an officer's own, as it was typed; `sure` that it can be nothing but a name."""

    name: str
    role: As
    title: str
    sure: bool
    start: int
    end: int
    words: int = 1
    known: bool = False


def people_in(line: Line, taken: Sequence[tuple[int, int]]) -> list[Named]:
    """Every name, in order; what stands within `taken` is none."""
    tokens = with_owners(line.tokens)
    free = _free(tokens, taken)
    named = (_named(tokens, *run) for run in _runs(tokens, free))
    return list(islice(_apart(one for one in named if one is not None), MOST_PEOPLE))


def _apart(named: Iterable[Named]) -> Iterator[Named]:
    """Forenames behind a comma belong to the surname before it, and name nobody else."""
    ended = -1
    for one in named:
        if one.start > ended:
            yield one
            ended = one.end


def _free(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[bool]:
    spans, at, free = sorted(taken), 0, []
    for token in tokens:
        while at < len(spans) and spans[at][1] <= token.at:
            at += 1
        free.append(at == len(spans) or not spans[at][0] <= token.at < spans[at][1])
    return free


def _runs(tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """From and to which token something may be a name."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and end - at < 2 * LONGEST_NAME and free[end] and _goes_on(tokens, free, at, end):
            end += 1
            if is_owner(tokens[end - 1]):
                break
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _goes_on(tokens: Sequence[Token], free: Sequence[bool], start: int, at: int) -> bool:
    token = tokens[at]
    before = tokens[at - 1] if at > start else None
    if token.raw == ".":
        return before is not None and len(before.word) == 1 and before.raw.isalpha()
    if not token.raw[0].isalpha():
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) and free[at + 1] else None
    if len(token.word) == 1:
        return _is_initial(token, before, after)
    word = bare(token)
    if word in PARTICLES and before is not None and after is not None and after.raw[0].isalpha() and not is_known(bare(after)):
        return True
    if before is not None and _is_part_of_a_name(tokens, start, at):
        alone = sum(tokens[one].raw.isalpha() for one in range(start, at)) == 1
        slip = token.mended and (len(word) < 5 or (before.word in ALWAYS_WORDS and before.raw.islower()))
        return (not is_known(word) and not slip) or (alone and _may_be_a_surname(token, before, after))
    return _is_titled_by(tokens, at, word) or _may_begin(token, after)


def _is_titled_by(tokens: Sequence[Token], at: int, word: str) -> bool:
    """Whoever stands behind `pc` or `mrs`, and behind `pc 1234`."""
    back = at - 2 if at > 1 and tokens[at - 1].raw.isdigit() else at - 1
    if back < 0 or tokens[back].word not in TITLES | HONORIFICS:
        return False
    return word not in TITLES | HONORIFICS and (not is_known(word) or is_given(word) or word in WORD_SURNAMES)


def _may_be_a_surname(token: Token, before: Token, after: Token | None) -> bool:
    """A surname that is a word: of the common ones, or written as names are: `Olly Frame`."""
    word = bare(token)
    if word in WORD_SURNAMES and (word not in SELDOM_SURNAMES or is_titled(token)):
        return after is None or after.word not in SPEAKS_OF_THINGS
    if word in _MONTHS_TOO:
        return (before.word in FAMILY or not is_known(before.word)) and (after is None or not after.raw.isdigit())
    return word in EVERYDAY and is_titled(token) and is_titled(before)


def _is_part_of_a_name(tokens: Sequence[Token], start: int, at: int) -> bool:
    return any(is_given(tokens[one].word) or len(tokens[one].word) == 1 or not is_known(tokens[one].word) for one in range(start, at))


def _is_initial(token: Token, before: Token | None, after: Token | None) -> bool:
    if token.word == "v" and (after is None or after.raw != "."):
        return False
    if token.word == "x" and after is not None and after.raw.isdigit():
        return False
    if token.raw in "aAiI" and (after is None or after.raw != "."):
        return False
    behind = before is not None and before.raw[0].isalpha() and not is_known(bare(before))
    ahead = after is not None and (after.raw == "." or (after.raw[0].isalpha() and len(after.word) > 1 and not is_known(bare(after))))
    return behind or ahead


def _may_begin(token: Token, after: Token | None) -> bool:
    word = bare(token)
    if token.mended and not is_given(word):
        return False
    second = after is not None and after.raw[0].isalpha() and len(after.word) > 1 and not is_known(bare(after))
    if word in ALWAYS_WORDS:
        return (second and not (after is not None and is_given(bare(after)))) or (is_titled(token) and token.start > 0)
    if not is_known(word):
        return is_given(word) or not (token.raw.islower() and sounds_done(word))
    if not is_given(word):
        return False
    return second or word not in ORDINARY or (is_titled(token) and token.start > 0)


def _named(tokens: Sequence[Token], start: int, end: int) -> Named | None:
    parts = tokens[start:end]
    letters = [part for part in parts if part.raw[0].isalpha()][:LONGEST_NAME]
    if not letters or (end < len(tokens) and tokens[end].word in _STREETS):
        return None
    role, title = _cue(tokens, start)
    owner = is_owner(letters[-1])
    behind = forenames_behind(tokens, end) if all(part.word in PARTICLES for part in letters[:-1]) else []
    shown = [*behind, *(letters if owner else forename_first(letters))]
    if owner and role in (As.ALONE, As.ABOUT, As.SPOKEN_TO):
        role = As.OWNER
    name = " ".join(_shown(part, dotted=_has_dot(parts, part)) for part in shown)
    known = any(_is_known_name(part) for part in shown)
    sure = _is_sure(shown, role) and not (role is As.RECEIVER and not title and len(shown) == 1 and letters[0].raw.islower() and not known)
    sure = sure or bool(title) or _is_addressed(tokens, start) or _acts(tokens, end, letters)
    role = As.OWNER if role is As.ALONE and not sure and _is_an_item(tokens, start, end) else role
    sure = sure or role is As.OWNER
    if not sure and not (len(shown) > 1 or known or role is As.RECEIVER):
        return None
    return Named(name, role, title, sure, parts[0].at, (behind or parts)[-1].at, len(shown), known)


def _is_addressed(tokens: Sequence[Token], start: int) -> bool:
    return start > 0 and tokens[start - 1].word in HONORIFICS


def _is_an_item(tokens: Sequence[Token], start: int, end: int) -> bool:
    """`the Sampler one`: one name with a capital, of whom something on a list is."""
    framed = start > 0 and tokens[start - 1].word == "the" and end < len(tokens) and tokens[end].word in _ITEMS
    return framed and end - start == 1 and is_titled(tokens[start])


def _acts(tokens: Sequence[Token], end: int, letters: Sequence[Token]) -> bool:
    """`balvinder needs moving`: what wants, says or did something is somebody."""
    one = letters[0]
    return len(letters) == 1 and len(one.word) > 4 and not one.mended and end < len(tokens) and tokens[end].word in ACTS


def _is_known_name(part: Token) -> bool:
    return len(part.word) == 1 or is_given(bare(part)) or bare(part) in FAMILY or "-" in part.raw


def _has_dot(parts: Sequence[Token], part: Token) -> bool:
    place = next((at for at, one in enumerate(parts) if one is part), len(parts))
    return place + 1 < len(parts) and parts[place + 1].raw == "."


def _is_sure(parts: Sequence[Token], role: As) -> bool:
    if len(parts) > 1:
        known = any(_is_known_name(part) for part in parts)
        titled = all(part.raw[0].isupper() and not part.raw.isupper() for part in parts)
        return (
            known
            or role != As.ALONE
            or titled
            or (all(len(part.word) > 2 and not part.mended for part in parts) and any(len(part.word) > 4 for part in parts))
        )
    word = bare(parts[0])
    if role is As.OWNER or (is_given(word) and word not in WORDS_TOO):
        return True
    return role is not As.ALONE and len(word) > 2 and not sounds_done(word)


def _cue(tokens: Sequence[Token], start: int) -> tuple[As, str]:
    """Who the words before a name say it is, and the title that stands there; the nearest says it."""
    title, led = "", As.ALONE
    for back in range(start - 1, max(start - 2 - _LOOKED_BACK, -1), -1):
        token = tokens[back]
        word = SHORT_FORMS.get(token.word, token.word)
        if word in TITLES:
            title = title or token.raw
        elif word in HONORIFICS:
            led = led or As.ABOUT
        elif word == "to":
            led = As.RECEIVER
        elif word == "from" and led is not As.RECEIVER:
            return As.GIVER, title
        elif word in ROLE_OF:
            return _party(tokens, back) or _role_of(word, titled=bool(title), given=led is As.RECEIVER), title
        elif word not in FILLERS and not word.isdigit() and token.raw not in SIGNS:
            break
    return led or (As.OFFICER if title else As.ALONE), title


def _party(tokens: Sequence[Token], at: int) -> As | None:
    """`respondent check` and `victim search` say of which side whoever is named is."""
    role = ROLE_OF.get(SHORT_FORMS.get(tokens[at - 1].word, tokens[at - 1].word)) if at else None
    return role if tokens[at].word in _CHECKS and role in (As.RESPONDENT, As.APPLICANT) else None


def _role_of(word: str, *, titled: bool, given: bool) -> As:
    """`to` behind a word makes whoever is named the receiver, but for `spoke to`; `by PC Hill` is what an officer did."""
    role = ROLE_OF[word]
    if word == "by" and titled:
        return As.OFFICER
    return As.RECEIVER if given and (role is As.ABOUT or (role is As.SPOKEN_TO and word not in TALKED)) else role


def _shown(token: Token, *, dotted: bool) -> str:
    """`gary` is Gary and `o'neill` O'Neill; what was typed with capitals within it stays so."""
    raw = token.raw[: -2 if "'" in token.raw[-2:] else -1] if is_owner(token) else token.raw
    if dotted:
        return f"{raw.upper()}."
    if token.word in PARTICLES and not raw.isupper() and len(raw) < 4 and raw.islower():
        return raw
    if not (raw.islower() or raw.isupper()) and raw[0].isupper():
        return raw
    parts = raw.lower().split("-")
    return "-".join(_capital(part) for part in parts)


def _capital(part: str) -> str:
    for lead in ("o'", "d'", "mc"):
        if part.startswith(lead) and len(part) > len(lead) + 1:
            return f"{lead[0].upper()}{lead[1:]}{part[len(lead)].upper()}{part[len(lead) + 1 :]}"
    return part[:1].upper() + part[1:]
