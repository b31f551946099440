"""Figures for Prometheus, in a registry of our own: counts and times only, never anything about a person."""

from math import nan

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from domain.alarms import Kind
from services.alarms import Figures

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
# The bars: an answer in 60 ms, a sign of life in 2 s, an invoke answered in 5 s, and Teams sends again at about 15 s.
_SECONDS = (0.005, 0.01, 0.025, 0.06, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 15.0)


class Metrics:
    """`channel` and `outcome` are words of the program's own, few and fixed: each new one is a new row for ever."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter("turns", "Turns heard, by channel and outcome", ["channel", "outcome"], registry=self._registry)
        self._seconds = Histogram("turn_seconds", "From a turn's arrival to its commit", buckets=_SECONDS, registry=self._registry)
        self._sent = Counter("reminders_sent", "Reminders that the channel took", registry=self._registry)
        self._oldest = Gauge(
            "oldest_unsent_seconds", "How long the oldest reminder has been due and unsent; 0 when none is", registry=self._registry
        )
        self._overdue = Gauge("guidance_pages_overdue", "Pages of guidance whose review is overdue", registry=self._registry)

        self._late = Gauge("reminders_late", "What is due and unsent, by what holds it up", ["kind"], registry=self._registry)
        self._ages = Gauge("job_age_seconds", "How long ago each job last ran, in whatever process", ["job"], registry=self._registry)
        self._unreached = Gauge("officers_unreached", "Officers who cannot be reached in chat", registry=self._registry)

    def turn(self, channel: str, outcome: str, seconds: float) -> None:
        self._turns.labels(channel, outcome).inc()
        self._seconds.observe(seconds)

    def reminder_sent(self) -> None:
        self._sent.inc()

    def oldest_unsent(self, seconds: float | None) -> None:
        """Where it cannot be known the figure is no number, so that nobody reads it as all being well."""
        self._oldest.set(nan if seconds is None else seconds)

    def pages_overdue(self, pages: int) -> None:
        self._overdue.set(pages)

    def sending(self, figures: Figures | None) -> None:
        """No number where it cannot be known."""
        for kind in Kind:
            self._late.labels(kind.value).set(nan if figures is None else figures.found.get(kind, 0))
        self._unreached.set(nan if figures is None else figures.unreached)
        for job, seconds in (figures.job_ages if figures else {}).items():
            self._ages.labels(job).set(seconds)

    def text(self) -> bytes:
        """What `GET /metrics` answers, of type CONTENT_TYPE."""
        return generate_latest(self._registry)
