"""What an officer types straight after a list of records: which of them, or one particular more."""

import re

from domain.particulars import Particulars

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NUMBERS = {str(at): at for at in range(1, 100)}
_NUMBERS |= {word: at for at, word in enumerate(_ORDINALS, start=1)}
_NUMBERS |= {f"{at}{end}": at for at, end in enumerate(("st", "nd", "rd", "th", "th"), start=1)}
_NUMBERS |= {word: at for at, word in enumerate(("one", "two", "three", "four", "five"), start=1)}
_ROUND_A_NUMBER = frozenset(
    [
        "choose",
        "pick",
        "open",
        "show",
        "select",
        "number",
        "no",
        "option",
        "its",
        "it",
        "is",
        "the",
        "please",
        "yes",
        "record",
        "that",
        "i",
        "want",
        "me",
        "him",
        "her",
        "with",
        "go",
        "for",
    ]
)
_ROUND_A_PARTICULAR = frozenset(
    [
        "dob",
        "d",
        "o",
        "b",
        "born",
        "is",
        "its",
        "it",
        "it's",
        "in",
        "on",
        "he",
        "she",
        "was",
        "the",
        "date",
        "of",
        "birth",
        "postcode",
        "at",
        "lives",
        "year",
        "yes",
        "yeah",
        "yep",
        "ok",
        "his",
        "her",
        "hes",
        "shes",
        "and",
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        *[
            "age",
            "aged",
            "about",
            "around",
            "approx",
            "roughly",
            "maybe",
            "looks",
            "years",
            "yrs",
            "old",
            "early",
            "mid",
            "late",
            "their",
            "to",
        ],
        *["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "twenty", "thirty", "forty", "fifty", "sixty"],
    ]
)
_SIGNS = ".,:;!?()-"
_MOST_WORDS = 8
_DIGIT = re.compile(r"\d")


def choice_of(text: str) -> int | None:
    """The number of the record that is chosen, as in `2`, `choose 2` or `the second one`; None where the words choose none."""
    words = [word.strip(_SIGNS) for word in text.casefold().split()[:_MOST_WORDS]]
    left = [word for word in words if word and word not in _ROUND_A_NUMBER]
    if len(left) == 2 and left[1] == "one":
        left = left[:1]
    return _NUMBERS.get(left[0]) if len(left) == 1 else None


def adds_a_particular(text: str, asked: Particulars) -> bool:
    """A date of birth, an age or a postcode, and nothing else that could be asked for."""
    if asked.name_tokens or asked.case_no or asked.reference or not (asked.dob or asked.age or asked.postcode or asked.district):
        return False
    words = text.casefold().split()
    spoken = [word.strip(_SIGNS) for word in words if not _DIGIT.search(word)]
    return len(words) <= _MOST_WORDS and all(not word or word in _ROUND_A_PARTICULAR for word in spoken)
