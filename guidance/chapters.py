"""The chapters under which the pages are listed: a page's topic says which."""

from collections.abc import Iterable
from dataclasses import dataclass

from guidance.pages import Page


@dataclass(frozen=True)
class Chapter:
    id: str
    title: str
    topics: tuple[str, ...]


CHAPTERS = (
    Chapter(
        "order",
        "The order: what it is and who can have one",
        ("nmo_basics", "without_notice", "order_duration", "forms", "order_changes", "expiry", "lookup"),
    ),
    Chapter("service", "Service, and whether they knew", ("service_awareness",)),
    Chapter(
        "breach",
        "Breach: the offence and its proof",
        ("breach_offence", "points_to_prove", "defences", "online_contact", "contempt", "crime_recording"),
    ),
    Chapter(
        "arrest",
        "Arrest, bail, charge and sentence",
        ("powers_arrest_entry", "bail", "charging", "sentencing", "related_offences", "victims_views"),
    ),
    Chapter("evidence", "Evidence", ("evidence",)),
    Chapter("victim", "The victim: updates, safe contact, reassurance", ("victims_code", "safe_contact", "reassurance", "roles")),
    Chapter("risk", "Risk, children and help", ("risk_tools", "risk_assessment", "marac", "children", "practical_help")),
    Chapter(
        "monitoring",
        "Visits, notices from the court, moves",
        ("respondent_visit", "local_monitoring", "notification_police", "transfer", "scope"),
    ),
    Chapter(
        "measures",
        "Other orders and measures",
        (
            *("which_measure", "occupation_orders", "undertakings", "dvpn_dvpo", "dapn_dapo", "restraining_orders", "spo"),
            *("fmpo_fgmpo", "pha_injunction", "dvds"),
        ),
    ),
    Chapter("records", "Records: keeping, logging and this bot", ("retention", "logging", "bot")),
)
TOPICS = frozenset(topic for chapter in CHAPTERS for topic in chapter.topics)


def chapter_of(id: str) -> Chapter | None:
    return next((chapter for chapter in CHAPTERS if chapter.id == id), None)


def pages_in(chapter: Chapter, pages: Iterable[Page]) -> list[Page]:
    """In the sequence of the chapter's topics."""
    found = [page for page in pages if page.topic in chapter.topics]
    return sorted(found, key=lambda page: (chapter.topics.index(page.topic), page.title))
