"""Which of the bot's jobs a line may mean that no plain sign decides and no page answers."""

from collections.abc import Callable

from bot.intents import Intent, only_tells
from bot.turn import Turn
from domain.officers import Permission
from domain.understanding import Intent as Read
from domain.understanding import shares

# A contact that was made, put off or handed on is told on the list of contacts.
_JOB = {
    Read.RECORD_BREACH: Intent.RECORD_BREACH,
    Read.CONTACTS_DUE: Intent.CONTACTS_DUE,
    Read.LOG_CONTACT: Intent.CONTACTS_DUE,
    Read.SNOOZE: Intent.CONTACTS_DUE,
    Read.REASSIGN: Intent.CONTACTS_DUE,
    Read.LOOKUP_ORDER: Intent.LOOKUP_ORDER,
}
_NEEDS = {
    Intent.RECORD_BREACH: Permission.RECORD_BREACH,
    Intent.CONTACTS_DUE: Permission.PLAN_CONTACT,
    Intent.LOOKUP_ORDER: Permission.LOOK_UP_ORDER,
}
_LEAST, _ENOUGH, _OVER_A_PAGE = 0.2, 0.6, 0.9


def jobs_meant(turn: Turn, text: str, answers: Callable[[str], bool]) -> list[Intent]:
    """The likeliest first, with the guidance last, and only what this officer may do; none where a question or talk is likelier, or where a page answers what may be a question."""
    answered = answers(text)
    if answered and not only_tells(text):
        return []
    jobs: dict[Intent, float] = {}
    for read, share in shares(text, turn.now).items():
        job = _JOB.get(read)
        if job is not None and turn.officer.may(_NEEDS[job]):
            jobs[job] = jobs.get(job, 0.0) + share
    if sum(jobs.values()) < (_OVER_A_PAGE if answered else _ENOUGH):
        return []
    return [*sorted((job for job, share in jobs.items() if share >= _LEAST), key=lambda job: -jobs[job]), Intent.GUIDANCE]
