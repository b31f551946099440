"""What every text that a pattern matches must hold: found from the parsed pattern, so that it is proved and not tried."""

from collections.abc import Iterable
from re import _constants as kind  # type: ignore[attr-defined]  # the standard library's own, which it names privately
from re import _parser as parser  # type: ignore[attr-defined]  # as above
from typing import Any

MOST = 400
# Stands before a literal that may begin in the middle of a word.
_CUT = "~"
_ANCHORS = (kind.AT, kind.ASSERT, kind.ASSERT_NOT)
_REPEATS = (kind.MAX_REPEAT, kind.MIN_REPEAT)


def covers(pattern: str) -> list[set[str]]:
    """Sets of literals: whatever the pattern matches holds one of each set."""
    return _sets(parser.parse(pattern))


def must_begin(literals: Iterable[str], beginnings: frozenset[str], length: int) -> bool:
    """Whether each literal holds a word with one of the beginnings; a word that may go on is known by its beginning all the same."""
    return all(any(_known(word, literal, beginnings, length) for word in literal.split()) for literal in literals)


def _known(word: str, literal: str, beginnings: frozenset[str], length: int) -> bool:
    whole = f"{word} " in literal
    return word[:length] in beginnings and (len(word) >= length or whole)


def _sets(parsed: Iterable[Any]) -> list[set[str]]:
    """Runs of parts that can be written out, and what the others must hold."""
    found: list[set[str]] = []
    run = {""}
    for op, value in parsed:
        exact = _exact(op, value)
        if exact is not None and len(run) * len(exact) <= MOST:
            run = {before + after for before in run for after in exact}
            continue
        found += [run, *_inside(op, value)]
        run = exact or {_CUT if _may_end_within_a_word(op, value) else ""}
    return [one for one in (*found, run) if all(literal.strip() for literal in one)]


def _may_end_within_a_word(op: Any, value: Any) -> bool:
    if op is kind.IN:
        return True
    if op is kind.BRANCH:
        return any(_ends_within_a_word(branch) for branch in value[1])
    if op is kind.SUBPATTERN:
        return _ends_within_a_word(value[3])
    return op in _REPEATS and _ends_within_a_word(value[2])


def _ends_within_a_word(parsed: Any) -> bool:
    return len(parsed) > 0 and _may_end_within_a_word(*parsed[-1])


def _inside(op: Any, value: Any) -> list[set[str]]:
    if op is kind.SUBPATTERN:
        return _sets(value[3])
    if op in _REPEATS and value[0] > 0:
        return _sets(value[2])
    if op is kind.BRANCH:
        branches = [_sets(branch) for branch in value[1]]
        return [set().union(*(max(sets, key=_worth) for sets in branches))] if all(branches) else []
    return []


def _worth(literals: set[str]) -> int:
    return min(max(map(len, literal.split())) for literal in literals)


def _exact(op: Any, value: Any) -> set[str] | None:
    """Every text of a part, where they are few."""
    if op is kind.LITERAL:
        return {chr(value)}
    if op in _ANCHORS:
        return {""}
    if op is kind.SUBPATTERN:
        return _all_of(value[3])
    if op is kind.BRANCH:
        branches = [_all_of(branch) for branch in value[1]]
        return None if None in branches else _few(set().union(*filter(None, branches)))
    if op in _REPEATS and value[1] == 1:
        once = _all_of(value[2])
        return None if once is None else once | ({""} if value[0] == 0 else set())
    return None


def _all_of(parsed: Iterable[Any]) -> set[str] | None:
    written = {""}
    for op, value in parsed:
        exact = _exact(op, value)
        if exact is None or len(written) * len(exact) > MOST:
            return None
        written = {before + after for before in written for after in exact}
    return written


def _few(some: set[str]) -> set[str] | None:
    return some if len(some) <= MOST else None
