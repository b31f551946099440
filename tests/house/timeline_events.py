"""Which part of a timeline shows what the trail calls so, and what no timeline shows, with why."""

from fnmatch import fnmatchcase

_READ = "shows and changes nothing"
_TOLD = "says that somebody was told; what it was about is shown where it happened"
_SYSTEM = "about the register or the system as a whole, and no order"
_OFFICERS = "about officers and their duty, and no order"
_GUIDANCE = "about pages of guidance, and no order"
_DRAFT = "a step on the way to a record, which is shown when it is made"
_GONE = "leaves nothing to show: what it was of is gone"
_OUT = "gave something out; what is held did not change"

SHOWN = {
    "breach:record:*": "breaches",
    "breach:record:added": "signing",
    "breach:record:sent": "breaches",
    "breach:task:*": "tasks",
    "breach:update:*": "updates",
    "change:order:*": "versions",
    "contact:event:*": "noted",
    "contact:matter:raised": "noted",
    "contact:matter:*": "noted",
    "contact:plan:handed_over": "noted",
    "contact:plan:*": "noted",
    "contact:safe:*": "noted",
    "evidence:*:added": "evidence",
    "feed:order:imported": "versions",
    "feed:order:linked": "versions",
    "feed:order:updated": "versions",
    "intake:order:*": "versions",
    "measure:*": "versions",
    "paper:*": "checks",
    "person:records:*": "persons",
    "quality:*:*": "noted",
    "register:order:*": "versions",
    "register:paper:*": "papers",
    "retention:case:*": "retention",
    "review:order:*": "links",
    "safeguarding:plan:*": "noted",
    "transfer:person:*": "transfers",
    "visit:plan:planned": "noted",
    "visit:plan:*": "visits",
}
# Within what a family of names shows, these it does not; each is done to an order or a person.
NOT_SHOWN = {
    "breach:draft:*": _DRAFT,
    "contact:order:meant": _READ,
    "contact:plan:acknowledged": "of a reminder, and not of the person: the next contact shows what came of it",
    "contact:plan:brought_forward": "follows from an event that is shown itself",
    "contact:plan:joined": "the plan of another order of the same person, whose link is shown",
    "contact:plan:nudged": _TOLD,
    "contact:plan:offered": "moves nothing until it is taken, which is shown",
    "contact:plan:opened": "the bot opens it with the order; the first contact is shown",
    "contact:plan:refused": "moves nothing: the contact stays where it was",
    "contact:plan:withdrawn": "moves nothing: the contact stays where it was",
    "contact:plan:undone": "what was undone never was, and stands no more",
    "contact:plan:snoozed": "of a reminder, and not of the person: the next contact shows what came of it",
    "feed:orders:confirmed": "changes the day of the last confirmation alone, which stands at the top of the timeline",
    "register:draft:forgotten": _GONE,
    "register:order:answered": _DRAFT,
    "register:order:begun": _DRAFT,
    "register:order:dropped": _GONE,
    "retention:card:redacted": _GONE,
    "retention:case:erased": _GONE,
    "retention:case:erased_again": _GONE,
    "transfer:pack:forgotten": _GONE,
    "visit:plan:given": "who makes the visit stands on its card; what came of it is shown",
    "watch:order:*": "who asked to be told is that officer's own, and changes nothing of the order",
}
OF_NO_ORDER = {
    "address:applicant:shown": _READ,
    "address:applicant:taken_away": _GONE,
    "alarm:officer:listed": _SYSTEM,
    "audit:trail:exported": _SYSTEM,
    "beat:orders:listed": _READ,
    "bot:group:refused": _SYSTEM,
    "bot:identity:refused": _SYSTEM,
    "bot:permission:refused": _SYSTEM,
    "bot:press:not_theirs": _SYSTEM,
    "breach:order:offered": _READ,
    "breach:*:downloaded": _OUT,
    "command:*:run": _SYSTEM,
    "contact:calendar:downloaded": _OUT,
    "contact:digest:opened": _READ,
    "contact:report:shown": _READ,
    "contact:words:*": _READ,
    "duty:*:*": _OFFICERS,
    "evidence:order:read": _READ,
    "exercise:run:*": "made-up orders of an exercise",
    "feed:rejects:*": "rows that are no order yet",
    "feed:run:*": _SYSTEM,
    "guidance:*:*": _GUIDANCE,
    "history:*:read": _READ,
    "keeping:*:*": _SYSTEM,
    "lookup:*:*": _READ,
    "notice:*:send": _TOLD,
    "people:*:*": _OFFICERS,
    "policy:*:*": _SYSTEM,
    "print:register:made": _SYSTEM,
    "quality:report:shown": _SYSTEM,
    "quality:run:done": _SYSTEM,
    "reminder:*:*": _TOLD,
    "retention:list:*": _SYSTEM,
    "retention:person:exported": _OUT,
    "transfer:file:brought": _OUT,
    "understanding:text:read": _SYSTEM,
    "visit:list:*": _READ,
    "webchat:history:shown": _READ,
}


def placed(name: str) -> str:
    """The most telling entry of the three for this name; empty where none is."""
    found = [pattern for table in (SHOWN, NOT_SHOWN, OF_NO_ORDER) for pattern in table if fnmatchcase(name, pattern)]
    return max(found, key=lambda one: (len(one.replace("*", "")), one), default="")
