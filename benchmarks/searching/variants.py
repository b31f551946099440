"""What one name is also written as: pet forms, spellings of a surname, romanisations, and how a name is misheard.

Each table is split into two halves by hash. Whoever extends the matcher's tables may look at the half called "fit"; figures are reported
on the half called "held". One of the tables, the pet forms of `nicknames`, the matcher reads too: of those the half that is asked about is left out
of the matcher first (`domain.nickname_joins.leave_out`).
"""

import re
from collections import defaultdict
from functools import cache

from benchmarks.searching import decades, pools, words
from benchmarks.searching.chances import Half, chances, half_of
from benchmarks.searching.sources import census_forenames, locale, nicknames, romanised

Rule = tuple[str, str]
Others = dict[str, pools.Names]
_RAREST_PET_FORM = 0.0005

# A sound that two spellings share, as a pattern and what is written for it.
_HEARD: tuple[Rule, ...] = (
    *(("ph", "f"), ("(?<!f)f(?!f)", "ph"), ("ck", "k"), ("(?<!c)k(?=e|i|$)", "ck"), ("ie$", "y"), ("y$", "ie"), ("y$", "ey"), ("ey$", "y")),
    *(
        ("c(?=[eiy])", "s"),
        ("s(?=[eiy])", "c"),
        ("^c(?=[aou])", "k"),
        ("^k(?=[aou])", "c"),
        ("c(?=[aou])", "k"),
        ("qu", "kw"),
        ("x", "cks"),
    ),
    *(("^kn", "n"), ("^n", "kn"), ("^wr", "r"), ("^wh", "w"), ("^w(?=[ei])", "wh"), ("ght", "t"), ("mb$", "m"), ("gh$", ""), ("th", "f")),
    *(
        ("ea", "ee"),
        ("ee", "ea"),
        ("ai", "ay"),
        ("ay", "ai"),
        ("ei", "ie"),
        ("ou", "ow"),
        ("ow", "ou"),
        ("au", "or"),
        ("aw", "or"),
        ("oo", "u"),
    ),
    *(
        ("er$", "a"),
        ("a$", "er"),
        ("or$", "er"),
        ("er$", "or"),
        ("er$", "ar"),
        ("ar(?=[a-z])", "er"),
        ("on$", "en"),
        ("en$", "on"),
        ("in$", "en"),
    ),
    *(
        ("^j(?=[ei])", "g"),
        ("^g(?=[ei])", "j"),
        ("dge", "ge"),
        ("tch", "ch"),
        ("sch", "sh"),
        ("s$", "z"),
        ("z", "s"),
        ("v", "f"),
        ("^h", ""),
    ),
    *(
        ("ll", "l"),
        ("(?<=[aeiou])l(?=[aeiou])", "ll"),
        ("tt", "t"),
        ("(?<=[aeiou])t(?=[aeiou])", "tt"),
        ("nn", "n"),
        ("ss", "s"),
        ("rr", "r"),
    ),
    *(
        ("m", "n"),
        ("(?<=[aeiou])n(?=[aeiou])", "m"),
        ("b", "p"),
        ("^p(?!h)", "b"),
        ("d(?=[aeiou])", "t"),
        ("(?<=[aeiou])d$", "t"),
        ("i(?=[nlrst])", "e"),
    ),
)
# How one surname came to be written two ways; both must be surnames that people have.
_SPELT: tuple[Rule, ...] = (
    *(
        ("$", "e"),
        ("e$", ""),
        ("$", "s"),
        ("s$", ""),
        ("i", "y"),
        ("y", "i"),
        ("ie", "y"),
        ("ey$", "y"),
        ("y$", "ey"),
        ("ea", "ee"),
        ("ei", "ea"),
    ),
    *(
        ("ai", "ea"),
        ("ai", "a"),
        ("ay", "ai"),
        ("ou", "o"),
        ("au", "aw"),
        ("o", "ou"),
        ("son$", "sen"),
        ("en$", "an"),
        ("on$", "en"),
        ("er$", "or"),
    ),
    *(
        ("er$", "ar"),
        ("ar", "er"),
        ("ck", "k"),
        ("c", "k"),
        ("ks$", "x"),
        ("cks", "x"),
        ("ph", "f"),
        ("ll", "l"),
        ("l", "ll"),
        ("tt", "t"),
        ("t$", "tt"),
    ),
    *(
        ("ss", "s"),
        ("nn", "n"),
        ("n", "nn"),
        ("rr", "r"),
        ("r", "rr"),
        ("pp", "p"),
        ("gg", "g"),
        ("^Mc", "Mac"),
        ("^O'", ""),
        ("ham$", "am"),
        ("ew", "u"),
    ),
    *(("mp", "m"), ("ms", "mps"), ("w", "u"), ("j", "g"), ("g", "j"), ("gh", ""), ("ght", "te"), ("z", "s"), ("ow", "ough"), ("dge", "ge")),
)
# The same for names of South Asia that no table of romanisations holds.
_WRITTEN: tuple[Rule, ...] = (
    *(
        ("ee", "i"),
        ("i(?=[nrt])", "ee"),
        ("oo", "u"),
        ("u(?=[nrm])", "oo"),
        ("aa", "a"),
        ("a(?=[rnm][aeiou])", "aa"),
        ("sh", "s"),
        ("v", "w"),
        ("w", "v"),
    ),
    *(
        ("th", "t"),
        ("t(?=[aeiou])", "th"),
        ("dh", "d"),
        ("d(?=[aeiou])", "dh"),
        ("bh", "b"),
        ("b(?=[aeiou])", "bh"),
        ("j", "z"),
        ("ksh", "x"),
        ("x", "ksh"),
    ),
    *(
        ("iya$", "ia"),
        ("ia$", "iya"),
        ("ai", "ay"),
        ("ay", "ai"),
        ("au", "ou"),
        ("ou", "u"),
        ("y$", "i"),
        ("i$", "y"),
        ("q", "k"),
        ("ph", "f"),
        ("kh", "k"),
    ),
    *(("ch(?!h)", "chh"), ("wal$", "val"), ("ar$", "er"), ("a$", "ah"), ("gh", "g"), ("nd", "ndh"), ("(?<!s)h(?=[aeiou])", "")),
)


def heard(name: str, half: Half) -> list[str]:
    """Each way that the half's rules have the name written by ear."""
    return _rewritten(name, _HEARD, half, "heard")


def surname_variants(half: Half) -> Others:
    """Each surname with the others that it is confused with; a commoner one more often."""
    return _surname_variants()[half]


def pet_forms(half: Half) -> Others:
    """Each forename with its pet forms, a rare one seldom; each pet form that is no common name by itself with what it stands for."""
    return _pet_forms()[half]


def romanisations(name: str, half: Half) -> pools.Names | None:
    """The other spellings of a name of Arabic, Urdu or an Indian language; a name is wholly in one half, with all its spellings."""
    if name in _romanised():
        return _romanised()[name].get(half)
    if name not in _indian():
        return None
    written = _rewritten(name, _WRITTEN, half, "written")
    return chances([(one, 1.0) for one in written]) if written else None


def pairs(half: Half) -> dict[str, list[tuple[str, str]]]:
    """All that a half holds, by kind of variant: for whoever extends the matcher's tables from the half called "fit"."""
    spelt = [(name, one) for name, by_half in _romanised().items() if half in by_half for one in by_half[half].things]
    rules = [("heard", _HEARD), ("written", _WRITTEN)]
    return {
        "nickname": [(name, one) for name, others in pet_forms(half).items() for one in others.things],
        "surname variant": [(name, one) for name, others in surname_variants(half).items() for one in others.things],
        "transliteration": sorted(spelt),
        **{label: [rule for rule in table if half_of(label, *rule) == half] for label, table in rules},
    }


def _rewritten(name: str, rules: tuple[Rule, ...], half: Half, label: str) -> list[str]:
    low = name.lower()
    written = [re.sub(pattern, to, low, count=1) for pattern, to in rules if half_of(label, pattern, to) == half]
    return [one.capitalize() for one in dict.fromkeys(written) if one != low and len(one) > 2]


@cache
def _surname_variants() -> dict[Half, Others]:
    weights = _borne()
    known = {name.casefold(): name for name in weights}
    found: dict[Half, defaultdict[str, dict[str, float]]] = {"fit": defaultdict(dict), "held": defaultdict(dict)}
    for name in weights:
        for pattern, to in _SPELT:
            other = known.get(re.sub(pattern, to, name, count=1).casefold(), name)
            if other.casefold() != name.casefold() and len(other) > 3:
                half = half_of("surname", *sorted((name, other)))
                found[half][name][other] = weights[other]
                found[half][other][name] = weights[name]
    return {half: _drawn(table) for half, table in found.items()}


def _borne() -> dict[str, float]:
    """The surnames that are borne by more than a handful, with how common they are."""
    table = pools.british_surnames()
    weights = {name: upto - before for name, upto, before in zip(table.things, table.upto, (0.0, *table.upto[:-1]), strict=True)}
    return dict(sorted(weights.items(), key=lambda pair: -pair[1])[:25_000]) | dict.fromkeys(pools.irish_surnames().things, 1e-4)


@cache
def _pet_forms() -> dict[Half, Others]:
    per_cent = {name: weight for sex in pools.SEXES for name, weight in census_forenames(sex)}
    found: dict[Half, defaultdict[str, dict[str, float]]] = {"fit": defaultdict(dict), "held": defaultdict(dict)}
    for name, pet in ((long.capitalize(), short.capitalize()) for long, short in nicknames()):
        if f"{name}-{pet}" in words.NOT_SAID:
            continue
        half = half_of("nickname", *sorted((name, pet)))
        found[half][name][pet] = per_cent.get(pet, 0.0) + _RAREST_PET_FORM
        if pet not in decades.ALL:
            found[half][pet][name] = per_cent.get(name, 0.0) + _RAREST_PET_FORM
    return {half: _drawn(table) for half, table in found.items()}


def _drawn(table: dict[str, dict[str, float]]) -> Others:
    return {name: chances(sorted(others.items())) for name, others in sorted(table.items())}


@cache
def _romanised() -> dict[str, dict[Half, pools.Names]]:
    found: dict[str, dict[Half, pools.Names]] = {}
    for name in romanised():
        if len(name.spellings) > 1:
            for latin, _ in name.spellings:
                others = [(other, weight) for other, weight in name.spellings if other != latin]
                found[latin] = {half_of("romanised", name.key): chances(others)}
    return found


@cache
def _indian() -> frozenset[str]:
    table = locale("en_IN")
    return frozenset([*pools.indian_surnames().things, *table.first_names_female, *table.first_names_male])
