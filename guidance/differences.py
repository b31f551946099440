"""What a changed page says otherwise than the one before, in words that one reads on a phone."""

from collections.abc import Iterator
from dataclasses import fields
from difflib import SequenceMatcher

from guidance.pages import Page, Source

MOST_SHOWN = 40
LONGEST_SHOWN = 160
_NOT_COMPARED = frozenset({"name", "body", "overrides", "author", "approved"})
_AROUND = 3


def differences(before: Page, after: Page) -> list[str]:
    """Each a sentence: first the passage, then the fields of the front matter; what is left out is counted."""
    found = [*_passages(before.body.split(), after.body.split()), *_fields(before, after)]
    more = len(found) - MOST_SHOWN
    return found if more <= 0 else [*found[:MOST_SHOWN], f"Not shown: {more} more."]


def _fields(before: Page, after: Page) -> Iterator[str]:
    names = [field.name for field in fields(Page) if field.name not in _NOT_COMPARED]
    for name in names:
        old, new = _parts(getattr(before, name)), _parts(getattr(after, name))
        taken, added = [one for one in old if one not in new], [one for one in new if one not in old]
        if taken or added:
            yield f"{name.replace('_', ' ')}: {_change('; '.join(taken), '; '.join(added))}"


def _parts(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, tuple | frozenset):
        return sorted(f"{one.title} ({one.url})" if isinstance(one, Source) else str(one) for one in value)
    return [str(value)]


def _passages(old: list[str], new: list[str]) -> Iterator[str]:
    """The words before a change say where it stands."""
    for kind, begin, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            where = " ".join(new[max(0, first - _AROUND) : first])
            place = f'after "{where}"' if where else "at the beginning"
            yield f"{place}: {_change(' '.join(old[begin:end]), ' '.join(new[first:last]))}"


def _change(old: str, new: str) -> str:
    if not old:
        return f'new: "{_cut(new)}"'
    return f'"{_cut(old)}" is taken out' if not new else f'"{_cut(old)}" becomes "{_cut(new)}"'


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]} ..."
