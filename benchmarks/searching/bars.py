"""The bars of a search among a million, by the names of the figures."""

from collections.abc import Iterable
from dataclasses import replace

from benchmarks.figures import Figure
from benchmarks.searching.faults import FORMS
from benchmarks.searching.near import RELATED

MILLION = 1_000_000
_BY_KIND = ("nickname", "transliteration", "heard wrongly", "one slip", "two slips", "swapped", "swapped with a slip", "hyphen")
LEAST = {
    "full: recall at 1": 0.99,
    "full: recall at 5": 0.995,
    "name and dob: recall at 1": 0.97,
    "name and dob: recall at 5": 0.99,
    **{f"name and dob, {kind}: recall at 1": 0.97 for kind in _BY_KIND},
    "name and dob, married name: recall at 1": 0.80,
    "name: recall at 1": 0.60,
    "name: recall at 5": 0.80,
    "full: the right one said to be a match": 0.88,
    "name and dob: the right one said to be a match": 0.72,
    **{f"{form}: matches that are right": 0.995 for form in FORMS},
}
MOST = {
    f"index of {MILLION:,} built": 120.0,
    "file of the index": 350.0,
    "name: the right one said to be a match": 0.0,
    **{f"{form}: p50": 10.0 for form in FORMS},
    **{f"{form}: p99": 30.0 for form in FORMS},
    **{f"{form}: our p50 over theirs": 0.12 for form in FORMS},
    **{f"{form}: stranger called a match, at most": 0.001 for form in FORMS},
    **{f"{form}: {kind} called a match, at most": 0.01 for form in FORMS for kind in RELATED},
}


def barred(figures: Iterable[Figure]) -> list[Figure]:
    return [replace(one, most=MOST.get(one.name), least=LEAST.get(one.name)) for one in figures]
