"""Searches that name nobody and want everybody: none is run."""

import re

ONE_AT_A_TIME = "One person at a time: everybody, and signs such as * and %, are not searched. Type a name and a date of birth, a postcode or a case number."
_ALL = re.compile(
    r"(?:please )?(?:(?:show|list|give|find|get|search|print|display|see|export|download|look up|fetch|open)(?: me)?(?: for)? )?"
    r"(?:(?:all|every|each|any)(?: of)?(?: the)?(?: (?:live|open|current|active|known|court))?"
    r" (?:orders?|nmos?|non[- ]mols?|persons?|people|names?|records?|respondents?|applicants?|victims?|cases|suspects|of them|one|body)"
    r"|everyone|everybody|everything|all)(?: (?:on|in) (?:here|(?:the )?(?:register|database|system|list|force|area|book)))?(?: please)?[.!? ]*",
    re.IGNORECASE,
)
_LONGEST = 120


def wants_everyone(text: str) -> bool:
    line = " ".join(text[: 2 * _LONGEST].split())
    return has_wildcard(text) or (len(line) <= _LONGEST and _ALL.fullmatch(line) is not None)


def has_wildcard(text: str) -> bool:
    """A sign that stands for any letters, alone or in a word; `100%` is a figure, and a question mark asks."""
    if "*" not in text and "%" not in text:
        return False
    return any(_is_wild(word.strip(".,;:!?")) for word in text.split())


def _is_wild(word: str) -> bool:
    without = word.replace("*", "").replace("%", "")
    letters = without.replace("'", "").replace("-", "")
    return without != word and (letters.isalpha() or not letters)
