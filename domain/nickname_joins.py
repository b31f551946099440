"""Which forenames a wide table of pet forms joins; its joins say less than those of domain/nicknames.py."""

from collections.abc import Iterable
from functools import lru_cache

from nicknames import NickNamer

_WIDE = NickNamer()
_LEFT_OUT: set[frozenset[str]] = set()


@lru_cache(maxsize=20_000)
def related(forename: str) -> frozenset[str]:
    """The folded forenames that the wide table joins with this one. It joins some that few people would, as Hannah and Susan."""
    joined = _WIDE.nicknames_of(forename) | _WIDE.canonicals_of(forename)
    return frozenset(one for one in joined if one != forename and frozenset((one, forename)) not in _LEFT_OUT)


def leave_out(pairs: Iterable[tuple[str, str]]) -> None:
    """For measuring on these pairs of folded forenames: what is known by heart proves nothing. In force until the process ends."""
    _LEFT_OUT.update(map(frozenset, pairs))
    related.cache_clear()
