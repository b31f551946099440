"""What is counted can be read by a Prometheus server, and two bots in one process count apart."""

from math import isnan

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import CONTENT_TYPE, Metrics
from domain.alarms import Kind
from services.alarms import Figures


def figures(metrics: Metrics) -> dict[tuple[str, ...], float]:
    families = text_string_to_metric_families(metrics.text().decode())
    return {
        (one.name, *one.labels.values()): one.value for family in families for one in family.samples if not one.name.endswith("_created")
    }


def test_turns_are_counted_by_channel_and_outcome_and_timed() -> None:
    metrics = Metrics()
    metrics.turn("msteams", "answered", 0.02)
    metrics.turn("msteams", "answered", 3.0)
    metrics.turn("webchat", "failed", 0.02)
    found = figures(metrics)
    assert found["turns_total", "msteams", "answered"] == 2
    assert found["turns_total", "webchat", "failed"] == 1
    assert (found["turn_seconds_count",], found["turn_seconds_bucket", "0.025"], found["turn_seconds_bucket", "5.0"]) == (3, 2, 3)


def test_reminders_and_their_lateness_are_told() -> None:
    metrics = Metrics()
    metrics.reminder_sent()
    metrics.oldest_unsent(61.5)
    assert figures(metrics)["reminders_sent_total",] == 1
    assert figures(metrics)["oldest_unsent_seconds",] == 61.5
    metrics.oldest_unsent(0.0)
    assert figures(metrics)["oldest_unsent_seconds",] == 0
    metrics.oldest_unsent(None)
    assert isnan(figures(metrics)["oldest_unsent_seconds",])


def test_pages_whose_review_is_overdue_are_told() -> None:
    metrics = Metrics()
    metrics.pages_overdue(3)
    assert figures(metrics)["guidance_pages_overdue",] == 3


def test_what_is_unsent_the_age_of_each_job_and_how_many_cannot_be_reached_are_told() -> None:
    metrics = Metrics()
    metrics.sending(Figures({Kind.UNSENT: 3}, {"tick": 4.5}, 2))
    told = figures(metrics)
    assert (told["reminders_late", "unsent"], told["reminders_late", "nobody"]) == (3, 0)
    assert (told["job_age_seconds", "tick"], told["officers_unreached",]) == (4.5, 2)
    metrics.sending(None)
    assert isnan(figures(metrics)["reminders_late", "unsent"])


def test_two_bots_in_one_process_count_apart() -> None:
    first, second = Metrics(), Metrics()
    first.reminder_sent()
    assert figures(second)["reminders_sent_total",] == 0
    assert CONTENT_TYPE.startswith("text/plain; version=0.0.4")


def test_no_figure_but_these_is_told_and_none_of_them_is_of_the_register() -> None:
    metrics = Metrics()
    metrics.turn("msteams", "answered", 0.02)
    metrics.sending(Figures({Kind.UNSENT: 1}, {"tick": 1.0}, 0))
    families = [one for one in text_string_to_metric_families(metrics.text().decode()) if not one.name.endswith("_created")]
    assert [one.name for one in families] == [
        "turns",
        "turn_seconds",
        "reminders_sent",
        "oldest_unsent_seconds",
        "guidance_pages_overdue",
        "reminders_late",
        "job_age_seconds",
        "officers_unreached",
    ]
    assert {label for family in families for sample in family.samples for label in sample.labels} == {
        "channel",
        "outcome",
        "le",
        "kind",
        "job",
    }
