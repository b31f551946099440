"""The signs that stand for an apostrophe: a telephone's keyboard writes another than a desk's, and means the same."""

APOSTROPHES = "'`\u00b4\u02bc\u2018\u2019"
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_NONE = str.maketrans("", "", APOSTROPHES)


def straight(text: str) -> str:
    """Each as the plain one: every letter stays where it was."""
    return text.translate(_STRAIGHT)


def without_apostrophes(text: str) -> str:
    return text.translate(_NONE)
