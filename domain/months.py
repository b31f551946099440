"""The months as people write them: whole, or by their first letters."""

_FIRST_LETTERS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Part of a larger pattern, which says whether capitals count.
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"


def month_number(written: str) -> int:
    """Of a month as MONTH finds it, or of its number in figures."""
    return int(written) if written.isdigit() else _FIRST_LETTERS.index(written[:3].lower()) + 1
