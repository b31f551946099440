"""The digest of a shift and the word that a weekly report is there: figures only, and one press to what they are of."""

from datetime import date

from bot.cards.parts import Card, button, card, heading, line
from bot.offers import Offer
from domain.digests import Counts
from domain.london import long_date
from services.notices import Notice

TITLE = "Your contacts today"
SHOW = "Show my list"
LATER = "What is not urgent is brought up by itself later in the day, if it is not dealt with by then."
REPORT = "The week's report on contacts is there"


def counts_words(counts: Counts) -> str:
    """`5 due today, 2 of them overdue, 1 of high risk or not assessed.`"""
    late = f"{counts.overdue} of them overdue" if counts.overdue else "none overdue"
    return f"{counts.all} due today, {late}, {counts.high} of high risk or not assessed."


def digest_card(notice: Notice, offer: Offer, repeat: list[Card]) -> Card:
    day = date.fromordinal(notice.row.occurrence)
    words = counts_words(notice.counts or Counts())
    press = button(SHOW, offer.press("list:digest", day=day.isoformat()))
    return card(
        [heading(f"{TITLE}, {day:%a} {long_date(day)}"), line(words, strong=True), line(LATER), *repeat], [press], speak=f"{TITLE}: {words}"
    )


def digest_summary(notice: Notice) -> dict[str, str]:
    """What a locked phone shows of a digest is how many, and of whom is not said; any other notice has the usual words."""
    return {} if notice.counts is None else {"summary": f"NMO Bot: {counts_words(notice.counts)}"}


def weekly_card(notice: Notice, offer: Offer, repeat: list[Card]) -> Card:
    monday = date.fromordinal(notice.row.occurrence)
    words = f"It is of the week before Monday {long_date(monday)}: what was on time, what is overdue, who waits longest."
    return card([heading(REPORT), line(words), *repeat], [button("Show the report", offer.press("report:week"))], speak=f"{REPORT}.")
