"""What a choice of a question is, and the words by which several of them are said."""

from dataclasses import dataclass

NO, YES, UNKNOWN = "no", "yes", "unknown"


@dataclass(frozen=True)
class Choice:
    """`words` are the officer's other ways of saying it, `alone` those that say it only where nothing else is said."""

    id: str
    label: str
    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


THINKS_NOT = (
    "don't think so",
    "i don't think so",
    "not that i can see",
    "not that i know",
    "not that i know of",
    "not that i am aware of",
    "not that i'm aware of",
    "not as far as i know",
    "not as far as is known",
)
NONE_ALONE = ("no", "nope", "nah", "none", "nothing", "nobody", "no one", "n/a", "na", *THINKS_NOT)
