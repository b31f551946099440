"""Which officer is meant by a name, a collar number or an e-mail address, as they are typed."""

from collections.abc import Sequence

from domain.errors import Unreadable
from domain.folding import fold, tokens
from domain.officers import Officer

MOST_NAMED = 6
NOBODY_NAMED = "Say whom: a name, a collar number or an e-mail address of this force. Nothing was changed."
TOO_MANY = "More officers bear that name than fit a list: type the collar number or the e-mail address."
_RANKS = frozenset(("pc", "ps", "dc", "ds", "di", "sgt", "sergeant", "insp", "inspector", "pcso", "vlo", "constable", "officer"))
_NOT_A_NAME = _RANKS | {"please", "pls", "thanks"}


def officers_meant(able: Sequence[Officer], words: str, nobody_found: str) -> list[Officer]:
    """Everybody of `able` whom the words may mean: an e-mail address means one, a name all who bear it, a collar number beside another's name both.

    Raises Unreadable, with `nobody_found` where they mean none of them.
    """
    said = words.strip().strip(".!")
    if not said:
        raise Unreadable(NOBODY_NAMED)
    found = [one for one in able if one.email and fold(said) == fold(one.email)] or _by_number_and_name(able, said)
    if not found:
        raise Unreadable(nobody_found)
    if len(found) > MOST_NAMED:
        raise Unreadable(TOO_MANY)
    return found


def _by_number_and_name(able: Sequence[Officer], said: str) -> list[Officer]:
    collars = [one for one in able if one.collar and one.collar in said.split()]
    wanted = frozenset(tokens(said)) - _NOT_A_NAME
    by_name = [one for one in able if wanted and wanted <= frozenset(tokens(one.name))]
    return [one for one in by_name if one in collars] or list(dict.fromkeys([*collars, *by_name]))
