"""A line that speaks of somebody of the officer's own circle: it may be asked for a policing purpose all the same, and is asked about."""

import re

from domain.apostrophes import without_apostrophes

_KIN = (
    r"(?:ex|wifes?|husbands?|missus|partners?|boyfriends?|girlfriends?|fiancee?s?|sons?|daughters?|kids?|child(?:ren)?s?|lads?|mums?|dads?|mothers?|fathers?|"
    r"parents?|brothers?|sisters?|cousins?|uncles?|aunts?|aunties?|nephews?|nieces?|grans?|grandads?|family|inlaws|mates?|friends?|pals?|neighbours?|landlords?|landlady)"
)
_OWN = re.compile(rf"\bmy (?:own |new |old |best |next door |step ?-?){{0,2}}{_KIN}\b")
# Whoever rings says so of theirs.
_SAYS = re.compile(
    r"\b(?:says?|said|saying|states?|stated|stating|reports?|reported|reporting|tells?|told|rang|ringing|called|calling|quote)\b.{0,80}\bmy\b"
)


def speaks_of_own_circle(typed: str) -> bool:
    """Takes time in proportion to the text."""
    line = " ".join(without_apostrophes(typed[:400].casefold()).split())
    return _OWN.search(line) is not None and _SAYS.search(line) is None
