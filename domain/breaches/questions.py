"""What is asked about a breach, and on which page: related questions share one, and a question that follows from an answer is asked only then."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.breaches.choice import YES, Choice
from domain.breaches.choices import (
    CARRY_ON,
    EXCEPTIONS,
    EXPLAINED,
    IDENTITIES,
    LOSABLE,
    MANNERS,
    NOT_SURE,
    OFFENCES,
    PROHIBITIONS,
    SOURCES,
    STOCK,
    THIRD_PARTIES,
    YES_NO_UNKNOWN,
    YES_OR_NO,
)
from domain.breaches.outcomes import (
    ARRESTED,
    ARRESTS,
    CHILDREN,
    CONTEMPT,
    EVENTS,
    EVIDENCE_KINDS,
    NONE_YET,
    NOT_ARRESTED,
    NOT_FOUND,
    NOTHING_LOST,
    NOTHING_MISSING,
    RISKS,
    SAFEGUARDING,
    TOLD,
)

EMERGENCY = "Press your emergency button or use radio control now; 999 if you are off air. This bot is no emergency channel."


class Kind(StrEnum):
    WORDS = "words"
    MOMENT = "moment"
    ONE = "one"
    MANY = "many"


@dataclass(frozen=True)
class Follows:
    """Asked only where the answer to `question` holds one of `values`."""

    question: str
    values: frozenset[str]


@dataclass(frozen=True)
class Question:
    """`title` is what a record calls it. One that is not `required` may stay empty; one that `follows` is asked only after that answer.

    `needed_after` says after which answer one that is `required` may not stay empty; None after any.
    """

    id: str
    title: str
    words: str
    kind: Kind = Kind.WORDS
    choices: tuple[Choice, ...] = ()
    required: bool = True
    follows: Follows | None = None
    multiline: bool = False
    needed_after: Follows | None = None

    @property
    def asks(self) -> str:
        """What the page asks, without the examples beside it."""
        return self.words.partition(" (")[0]


@dataclass(frozen=True)
class Page:
    """At most six questions, sent in one go. A page without a `number` belongs to the one before it."""

    id: str
    number: int
    title: str
    questions: tuple[Question, ...]
    help: str = ""
    may_skip: bool = True
    follows: Follows | None = None


def _one(id: str, title: str, words: str, choices: tuple[Choice, ...], follows: Follows | None = None) -> Question:
    return Question(id, title, words, Kind.ONE, choices, follows=follows)


def _many(id: str, title: str, words: str, choices: tuple[Choice, ...]) -> Question:
    return Question(id, title, words, Kind.MANY, choices)


def _more(id: str, title: str, words: str, follows: Follows | None = None) -> Question:
    """Words beside a choice, which may stay away."""
    return Question(id, title, words, required=False, follows=follows, multiline=True)


_ARREST_MADE = Follows("arrest", frozenset({ARRESTED}))
DANGER = _one("danger", "Danger now", "Is anyone in danger now?", YES_OR_NO)
SAFE = _one("safe", "Help", "When help is coming", CARRY_ON)
HAPPENED = Question("happened", "What happened", "What happened", multiline=True)
WHEN = Question("when", "When", "When (day first: 'last night about ten', 'yday', '21/11 14:30')", Kind.MOMENT)
WHERE = Question("where", "Where", "Where, or over which phone, account or app")
MANNER = _many("manner", "How", "How", MANNERS)
WITNESSES = _more("witnesses", "Who saw or heard it", "Who saw or heard it")
REPORTED = _more("reported", "Reported", "Who reported it, and when, if not just now")
CONDITIONS = _many("conditions", "Condition broken", "Which condition does it break?", (*PROHIBITIONS, NOT_SURE))
THIRD_PARTY = _one("third_party", "Through a third party", "Was somebody else used to do it?", THIRD_PARTIES)
THIRD_PARTY_WHO = _more(
    "third_party_who", "Who was used", "If yes: who, and what they were asked to do", Follows("third_party", frozenset({YES}))
)
EXCEPTION = _one("exception", "Exceptions in the order", "Does an exception in the order allow it?", EXCEPTIONS)
EXCEPTION_WHICH = _more("exception_which", "Which exception", "If one may apply: which", Follows("exception", frozenset({"exception_may"})))
IDENTITY = _many("identity", "How we know who did it", "How do we know that it was the respondent?", IDENTITIES)
IDENTITY_MORE = _more("identity_more", "More of who did it", "More of that, if needed")
AWARENESS = _many(
    "awareness", "How the respondent knew of the order", "How do we know that the respondent knew of the order before this?", SOURCES
)
AWARENESS_MORE = _more("awareness_more", "Who told them, when, and what shows it", "Who told them, when, and what shows it")
EXPLAINED_AT_ALL = _one("explained", "Explained", "Has the respondent explained it?", EXPLAINED)
EXPLANATION = Question(
    "explanation",
    "Explanation, word for word",
    "If so: the explanation, word for word",
    follows=Follows("explained", frozenset({"explained"})),
    multiline=True,
)
OTHER_OFFENCES = _many("offences", "Other offences", "Other offences seen in this", OFFENCES)
EARLIER = _one("earlier", "Earlier breaches never reported", "Earlier breaches that were never reported?", YES_NO_UNKNOWN)
EARLIER_MORE = _more("earlier_more", "Of the earlier ones", "If yes: what and when", Follows("earlier", frozenset({YES})))
ARREST = _one("arrest", "Arrest decision", "Arrest decision", ARRESTS)
ARREST_WHY = Question(
    "arrest_why",
    "Reason for no arrest",
    "If not arrested: the reason (may stay empty where the respondent is not found yet)",
    follows=Follows("arrest", NOT_ARRESTED),
    multiline=True,
    needed_after=Follows("arrest", NOT_ARRESTED - {NOT_FOUND}),
)
ARREST_WHEN = Question("arrest_when", "Time of arrest", "If arrested: when", Kind.MOMENT, follows=_ARREST_MADE)
EVIDENCE = _many("evidence", "Evidence there is", "Evidence there is", (*EVIDENCE_KINDS, NONE_YET))
MISSING = _many("missing", "Evidence still to get", "Evidence still to get", (*EVIDENCE_KINDS, NOTHING_MISSING))
LOST = _many("lost", "Will be lost soon", "What will be lost soon?", (*LOSABLE, NOTHING_LOST))
EVIDENCE_MORE = _more("evidence_more", "More of the evidence", "More of the evidence: who has it, where it is")
CONTEMPT_DONE = _one("contempt", "Punished as contempt", "Has a family court punished this already as contempt?", CONTEMPT)
CHILDREN_THERE = _one("children", "Children", "Children", CHILDREN)
CHILDREN_MORE = _more(
    "children_more", "Of the children", "If any: names and ages go in the crime report; here what they saw and what is done"
)
RISK_BEFORE = _one("risk_before", "Risk before", "Risk before this", RISKS)
RISK_AFTER = _one("risk_after", "Risk after", "Risk now", RISKS)
SAFEGUARDED = _many("safeguarding", "Safeguarding done", "Safeguarding done", SAFEGUARDING)
SAFEGUARDED_MORE = _more("safeguarding_more", "More of the safeguarding", "More of that, without the address")
SINCE = _many("events", "Since the report", "Which of these has happened already?", EVENTS)
VICTIM_TOLD = _one("victim_told", "Victim told", "Has the victim been told what happens next?", TOLD)
VICTIM_TOLD_HOW = _more(
    "victim_told_how", "Told by whom, when and how", "If so: by whom, when and how", Follows("victim_told", frozenset({"told_yes"}))
)
CRIME_NO = Question("crime_no", "Crime number", "Crime number, if there is one", required=False)
INCIDENT_NO = Question("incident_no", "Incident number", "Incident number, if there is one", required=False)
CUSTODY_NO = Question("custody_no", "Custody number", "Custody number, if there is one", required=False, follows=_ARREST_MADE)
_TIMES = {
    "interview": Question(
        "interview_when", "Interviewed", "When was the interview?", Kind.MOMENT, follows=Follows("events", frozenset({"interview"}))
    ),
    "release": Question(
        "release_when", "Released", "When was the release?", Kind.MOMENT, follows=Follows("events", frozenset({"release"}))
    ),
    "bail": Question(
        "bail_when", "Bail or RUI changed", "When was bail or RUI changed?", Kind.MOMENT, follows=Follows("events", frozenset({"bail"}))
    ),
    "not_investigating": Question(
        "nfa_when",
        "Decided not to investigate",
        "When was it decided not to investigate?",
        Kind.MOMENT,
        follows=Follows("events", frozenset({"not_investigating"})),
    ),
}
EVENT_TIMES: Mapping[str, Question] = {"arrest": ARREST_WHEN, **_TIMES}

PAGES = (
    Page("danger", 1, "Is anyone in danger now?", (DANGER,), may_skip=False),
    Page("safe", 1, EMERGENCY, (SAFE,), "Carry on here when help is coming.", may_skip=False, follows=Follows("danger", frozenset({YES}))),
    Page("happened", 2, "What happened?", (HAPPENED, WHEN, WHERE, MANNER, WITNESSES, REPORTED), "Their own words are best. London time."),
    Page(
        "conditions",
        3,
        "What does it break?",
        (CONDITIONS, THIRD_PARTY, THIRD_PARTY_WHO, EXCEPTION, EXCEPTION_WHICH),
        f"{STOCK} Tick, or type the letters: 'C, F', 'A-C', or 'not sure'. Plain words will do: 'text and came to the house'.",
    ),
    Page(
        "knowledge",
        4,
        "Who was it, and did they know of the order?",
        (IDENTITY, IDENTITY_MORE, AWARENESS, AWARENESS_MORE, EXPLAINED_AT_ALL, EXPLANATION),
        "Where it was made without notice, knowing that the order exists is enough. 'Not served' is no reason to stop.",
    ),
    Page(
        "arrest",
        5,
        "Other offences, and the arrest decision",
        (OTHER_OFFENCES, EARLIER, EARLIER_MORE, ARREST, ARREST_WHY, ARREST_WHEN),
        "No power of arrest on the order is needed (PACE s.24, if necessary). Be able to say why not.",
    ),
    Page(
        "evidence",
        6,
        "Evidence",
        (EVIDENCE, MISSING, LOST, EVIDENCE_MORE, CONTEMPT_DONE),
        "What is still to get, or will be lost soon, becomes a task of yours when this is sent.",
    ),
    Page(
        "people",
        7,
        "Children, risk and safety",
        (CHILDREN_THERE, CHILDREN_MORE, RISK_BEFORE, RISK_AFTER, SAFEGUARDED, SAFEGUARDED_MORE),
        "Risk as your force's tool (DARA or DASH) has it.",
    ),
    Page(
        "next",
        8,
        "What has happened since, and references",
        (SINCE, VICTIM_TOLD, VICTIM_TOLD_HOW, CRIME_NO, INCIDENT_NO, CUSTODY_NO),
        "Each event starts the clock for telling the victim: one working day.",
    ),
    Page(
        "times",
        8,
        "When was that?",
        tuple(_TIMES.values()),
        "The clock for telling the victim runs from the event.",
        follows=Follows("events", frozenset(_TIMES)),
    ),
)
LAST = max(page.number for page in PAGES)
QUESTIONS = tuple(question for page in PAGES for question in page.questions)
BY_ID = {question.id: question for question in QUESTIONS}
PAGE_OF = {question.id: page for page in PAGES for question in page.questions}


def is_asked(follows: Follows | None, values: Mapping[str, tuple[str, ...]]) -> bool:
    """`values` are those of the answers that stand, by question."""
    return follows is None or not follows.values.isdisjoint(values.get(follows.question, ()))


def is_needed(question: Question, values: Mapping[str, tuple[str, ...]]) -> bool:
    """Asked, and not to be left empty."""
    return question.required and is_asked(question.follows, values) and is_asked(question.needed_after, values)
