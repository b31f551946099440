"""What stands in a line, before it is known what each part of it is for: numbers, times, forces and people."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from domain.understanding.facts import team_in
from domain.understanding.forces import ForceNamed, forces_in
from domain.understanding.line import Line, read_line
from domain.understanding.marks import Marks, read_marks
from domain.understanding.people import Named, people_in
from domain.understanding.times import When, durations_in, times_in

# A line that tells of more is an account, and no more of it is told apart.
MOST = 20
_MOVED = re.compile(
    r"\b(?:transfer\w*|mov(?:ed|ing|es)|relocat\w*|force|police|constabulary|received|over to|cases?|handover|hand\w*|order|taking|coming|inbound|incoming|liv(?:es?|ing)|send\w*|pass\w*|(?:going|goes|gone|off|out|over) (?:over |up |down )?to)\b"
)


@dataclass(frozen=True)
class Seen:
    """`durations` are how long, each with where it stands; `team` too."""

    line: Line
    marks: Marks
    times: tuple[When, ...]
    durations: tuple[tuple[str, int, int], ...]
    forces: tuple[ForceNamed, ...]
    people: tuple[Named, ...]
    team: tuple[str, int, int] | None

    @property
    def said(self) -> str:
        return self.line.said


def see(text: str, today: date) -> Seen:
    """Each reader is kept from what another took before it."""
    line = read_line(text)
    marks = read_marks(line.said, today)
    forces = tuple(_forces(marks.rest))
    times = tuple(times_in(marks.rest, today)[:MOST])
    durations = tuple(islice(durations_in(marks.rest), MOST))
    durations = tuple(one for one in durations if not any(time.start <= one[1] < time.end for time in times))
    team = team_in(marks.rest)
    taken = [*marks.taken, *((one.start, one.end) for one in times), *((one.start, one.end) for one in forces)]
    taken += [(start, end) for _, start, end in durations]
    if team is not None:
        taken.append(team[1:])
    return Seen(line, marks, times, durations, forces, tuple(people_in(line, taken)), team)


def _forces(rest: str) -> list[ForceNamed]:
    """Kent and Devon are people too, where nothing is moved and no police are spoken of."""
    return forces_in(rest) if _MOVED.search(rest) else []
