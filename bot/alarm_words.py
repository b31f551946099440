"""What a supervisor types to see how reminders stand and who cannot be reached."""

import re

from bot.typed import line_of

_ASKED = re.compile(
    r"(?:(?:show|list|tell)(?: me)? )?(?:"
    r"who (?:can ?not|can'?t|cant|could not) be reached|who is(?:n'?t| not) reach(?:ed|able)|who (?:is|are) unreachable"
    r"|(?:the )?(?:unreachable|unreached)(?: officers| people| ones)?|(?:officers|people) (?:who|that) (?:can ?not|can'?t|cant) be reached"
    r"|(?:are|is) (?:the )?reminders? (?:going out|being sent|working|sent)|(?:how )?(?:do )?reminders? (?:stand|status)|how (?:are )?reminders (?:going|doing|stand)"
    r"|(?:status of )?(?:unsent|failed|undelivered) reminders|(?:sending|reminders?) (?:status|alarms?)|alarms?"
    r")",
    re.IGNORECASE,
)


def asks_how_reminders_stand(text: str) -> bool:
    return _ASKED.fullmatch(line_of(text)) is not None
