"""What comes once a day or once a week: each looks every minute whether its time in London has come, and takes its slot in the database."""

from collections.abc import Awaitable, Callable

from domain.clock import Clock
from domain.officers import Actor
from domain.policies import Policy
from scheduler.jobs import Job
from services.contact_reports import plan_weekly_reports
from services.digests import plan_digests
from services.feed_gaps import tell_of_gaps
from services.retention_notices import plan_review_notices
from services.transfer_posts import Carry, bring_files
from services.visit_planning import plan_visits
from storage.work import Database, Work


def transfer_job(database: Database, clock: Clock, actor: Actor, carry: Carry) -> Job:
    return Job(
        "transfers",
        60,
        lambda: bring_files(database.work, database.reading, clock, actor, carry),
        "a person who moves is another force's within the minute, and one look costs next to nothing",
    )


def with_print(shifts: tuple[Job, ...], run: Callable[[], Awaitable[object]]) -> tuple[Job, ...]:
    """`run` makes the print of the day where there is none yet."""
    return (*shifts, Job("daily-print", 300, run, "from five in the morning, until it is there: a full disk is tried again"))


def with_list(shifts: tuple[Job, ...], run: Callable[[], Awaitable[object]]) -> tuple[Job, ...]:
    """`run` keeps the list of what was erased, outside the database."""
    return (*shifts, Job("erased-list", 60, run, "what is erased is on the list within the minute, should the disk be lost"))


def shift_jobs(work: Work, clock: Clock, actor: Actor, policy: Callable[[], Policy]) -> tuple[Job, ...]:
    return (
        Job(
            "digest", 60, lambda: plan_digests(work, clock, actor, policy), "a shift begins to the minute; the slot keeps it to once a day"
        ),
        Job(
            "weekly-report",
            60,
            lambda: plan_weekly_reports(work, clock, actor, policy),
            "on Monday morning, once, whenever a process comes up",
        ),
        Job(
            "reviews",
            60,
            lambda: plan_review_notices(work, clock, actor, policy),
            "in the morning, when the desk can see to it; once a day",
        ),
        Job("feed-days", 60, lambda: tell_of_gaps(work, clock, actor), "a day without a file is asked about while the court is open"),
        Job("visits", 60, lambda: plan_visits(work, clock, actor, policy), "before the day's shifts, once a day"),
    )
