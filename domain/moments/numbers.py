"""Numbers as words, for hours, minutes and how long ago."""

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OTHERS = {
    "a": 1, "an": 1, "couple": 2, "few": 3, "fifteen": 15, "quarter": 15, "twenty": 20, "twenty five": 25, "thirty": 30, "half": 30, "forty": 40,
    "forty five": 45, "fifty": 50,
}  # fmt: skip
# Parts of larger patterns.
HOUR_WORDS = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
HOUR = rf"(?:{HOUR_WORDS}|\d{{1,2}})"
MANY = rf"(?:\d{{1,3}}(?!\d)|twenty five|forty five|fifteen|twenty|thirty|forty|fifty|{HOUR_WORDS}|(?:an? )?(?:couple|few)(?: of)?|an?)"


def number(word: str) -> int:
    """Of a number in figures or as MANY finds it; nought where it is none."""
    if word.isdecimal():
        return int(word)
    bare = word.removeprefix("an ").removeprefix("a ").removesuffix(" of")
    return _UNITS.index(bare) if bare in _UNITS else _OTHERS.get(bare, 0)
