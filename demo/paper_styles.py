"""How courts write: days, times, numbers and the sentences of an order, one style a layout."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

DayWriter = Callable[[date], str]
TimeWriter = Callable[[time], str]
_WORDS = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth", 20: "twentieth", 30: "thirtieth"}
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_YEARS = {2025: "five", 2026: "six", 2027: "seven", 2028: "eight", 2029: "nine"}
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def plain_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def weekday(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def nth(day: date) -> str:
    return f"{day.day}{_suffix(day.day)} {day:%B %Y}"


def nth_day_of(day: date) -> str:
    return f"the {day.day}{_suffix(day.day)} day of {day:%B %Y}"


def slashes(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def dots(day: date) -> str:
    return f"{day.day}.{day.month}.{day:%Y}"


def short_year(day: date) -> str:
    return f"{day:%d/%m/%y}"


def iso(day: date) -> str:
    return day.isoformat()


def month_first(day: date) -> str:
    return f"{day:%B} {day.day}, {day:%Y}"


def abbreviated(day: date) -> str:
    return f"{day:%d-%b-%Y}"


def capitals(day: date) -> str:
    return f"{day.day} {day:%B %Y}".upper()


def spelt(day: date) -> str:
    tens, unit = divmod(day.day, 10)
    word = _WORDS.get(day.day) or (f"{'twenty' if tens == 2 else 'thirty'}-{_ordinal(unit)}" if tens > 1 else _ordinal(day.day))
    return f"the {word} day of {day:%B} two thousand and twenty-{_YEARS[day.year]}"


def _ordinal(number: int) -> str:
    return _WORDS.get(number) or f"{_CARDINALS.split()[number - 1]}th"


def _suffix(number: int) -> str:
    return "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def colon(wall: time) -> str:
    return f"{wall:%H:%M}"


def half_day(wall: time) -> str:
    return f"{wall.hour % 12 or 12}.{wall:%M} {'am' if wall.hour < 12 else 'pm'}"


def half_day_dotted(wall: time) -> str:
    return f"{wall.hour % 12 or 12}:{wall:%M} {'a.m.' if wall.hour < 12 else 'p.m.'}"


def hours(wall: time) -> str:
    return f"{wall:%H%M} hours"


def noon(wall: time) -> str:
    return "12 noon" if wall == time(12) else half_day(wall)


def number(at: int) -> str:
    return f"{at}."


def bracketed(at: int) -> str:
    return f"({at})"


def letter(at: int) -> str:
    return f"({chr(96 + at)})"


def letter_half(at: int) -> str:
    return f"{chr(96 + at)})"


def roman(at: int) -> str:
    return f"({ROMANS[at - 1]})"


def roman_capital(at: int) -> str:
    return f"{ROMANS[at - 1].upper()}."


def bare(at: int) -> str:
    return str(at)


def paragraph(at: int) -> str:
    return f"Paragraph {at}:"


def nothing(_: int) -> str:
    return ""


@dataclass(frozen=True)
class Style:
    """The phrases take `day`, `time`, `court`, `applicant` and `respondent`."""

    day: DayWriter = plain_day
    time: TimeWriter = colon
    number: Callable[[int], str] = number
    font: str = "Helvetica"
    size: int = 11
    ordered: str = "THE COURT ORDERS THAT"
    opens: str = "The respondent "
    made: str = "This order was made on {day}."
    notices: dict[str, str] = field(
        default_factory=lambda: {
            "without": "This order was made without notice to the respondent.",
            "on": "This order was made on notice to the respondent.",
        }
    )
    ends: dict[str, str] = field(
        default_factory=lambda: {
            "fixed": "This order lasts until {time} on {day}.",
            "next_hearing": "This order lasts until the next hearing.",
            "further_order": "This order remains in force until further order.",
            "no_fixed": "This order has no fixed end date.",
        }
    )
    hearing: str = "The return hearing will be on {day} at {time} at the {court}."
    occupation: dict[str, str] = field(
        default_factory=lambda: {
            "power": "An occupation order is made on this same paper. A power of arrest is attached to paragraphs 1 and 2 of the occupation order.",
            "no_power": "An occupation order is made on this same paper. No power of arrest is attached to it.",
        }
    )
    court: str = "In the {court}"
    case: str = "Case number: {case}"
    applicant: str = "Applicant: {applicant}"
    respondent: str = "Respondent: {respondent}"
    penal: str = "PENAL NOTICE: if without reasonable excuse you do anything which this order forbids you commit a criminal offence."
    service: str = "STATEMENT OF SERVICE: {respondent} was served with this order in person."

    def moment(self, phrase: str, at: datetime, court: str = "") -> str:
        return phrase.format(day=self.day(at.date()), time=self.time(at.time()), court=court)
