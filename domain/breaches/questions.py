"""The six questions of a breach, in the order in which they are asked, and the choices they offer."""

from dataclasses import dataclass

from domain.denials import UNSURE_WORDS

EMERGENCY = "Press your emergency button or use radio control now; 999 if you are off air. This bot is no emergency channel."


@dataclass(frozen=True)
class Choice:
    """`words` are the officer's other ways of saying it, `alone` those that say it only where nothing else is said."""

    id: str
    label: str
    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """One thing to fill in on a question's card: choices, or words where there are none."""

    id: str
    label: str
    choices: tuple[Choice, ...] = ()
    many: bool = False
    multiline: bool = False


@dataclass(frozen=True)
class Question:
    """`number` is its place among the six; one that follows from an answer carries the number of that question."""

    id: str
    number: int
    words: str
    fields: tuple[Field, ...]
    help: str = ""
    may_skip: bool = True


YES_OR_NO = (Choice("yes", "Yes", ("y", "yeah", "yep")), Choice("no", "No", ("n", "nope", "nobody", "not now")))
CARRY_ON = (
    Choice(
        "carry_on",
        "Help is coming: carry on",
        (
            *("carry on", "continue", "go on", "ok", "okay", "done", "yes", "safe", "safe now", "ready"),
            *("help is coming", "help's coming", "help coming", "help is on the way", "help's on the way", "help on the way"),
            *("help is on its way", "help's on its way"),
            *("backup is coming", "backup is on the way", "units are coming", "units on the way", "they are coming", "they're coming"),
        ),
    ),
)
NOT_SURE = Choice("not_sure", "Not sure: ask your sergeant", UNSURE_WORDS)
# Letters, so that nobody takes them for the numbers of the sealed order.
PROHIBITIONS = (
    Choice("condition_1", "A. Violence or threats to the protected person"),
    Choice("condition_2", "B. Intimidating, harassing or pestering the protected person"),
    Choice("condition_3", "C. Telephone, text, email or other contact with the protected person"),
    Choice("condition_4", "D. Damage to the protected person's property"),
    Choice("condition_5", "E. Damage to a named property or its contents"),
    Choice("condition_6", "F. Going to or entering a named property"),
    Choice("condition_7", "G. Violence or threats to a relevant child"),
    Choice("condition_8", "H. Intimidating, harassing or pestering a relevant child"),
    Choice("condition_9", "I. Contact with a relevant child"),
    Choice("condition_10", "J. Going to or entering a named school"),
)
MANNERS = (
    Choice(
        "contact",
        "Contact",
        ("contact", "contacted", "phoned", "rang", "called", "texted", "text", "emailed", "email", "messaged", "message"),
    ),
    Choice("third_party", "Through a third party", ("third party", "someone else", "through", "via")),
    Choice("place", "Went to a place", ("place", "went", "entered", "house", "school", "address", "attended")),
    Choice("violence", "Violence or threats", ("violence", "violent", "threat", "threats", "threatened", "hit", "assault", "assaulted")),
    Choice("property", "Property", ("property", "damage", "damaged", "smashed")),
    Choice("other", "Other", ("other",)),
)
NOT_KNOWN = Choice("not_known", "Not known yet", UNSURE_WORDS, ("no", "nope", "nah", "none", "nothing", "nothing yet", "not yet"))
SOURCES = (
    Choice("served", "Served with the papers", ("served", "service", "papers")),
    Choice("told_by_court", "Told by the court", ("told by court", "told by the court", "court told", "court rang")),
    Choice("told_by_police", "Told by police", ("told by police", "told by officer", "told by an officer", "police told", "officer told")),
    Choice("told_by_phone", "Told by telephone", ("told by phone", "told by telephone", "told over the phone")),
    Choice("told_by_solicitor", "Told by a solicitor", ("told by solicitor", "told by a solicitor", "solicitor told")),
    Choice(
        "own_words",
        "Own words or messages of the respondent",
        ("own words", "own message", "own messages", "admitted", "said so", "mentioned"),
    ),
    Choice("in_court", "Present in court", ("present in court", "in court", "at court", "at the hearing", "present")),
    NOT_KNOWN,
)
LOSABLE = (
    Choice("lost_cctv", "CCTV or doorbell footage", ("cctv", "doorbell", "footage", "ring")),
    Choice("lost_phone", "Phone: messages, calls, voicemail", ("phone", "messages", "texts", "voicemail")),
    Choice("lost_999", "999 or 101 recording", ("999", "101", "recording")),
)
STOCK = "Stock wording, not this order's own. Read this order's conditions in the sealed order (Open the order) or the applicant's own copy, or ask the court."

DANGER = Question("danger", 1, "Is anyone in danger now?", (Field("danger", "Is anyone in danger now?", YES_OR_NO),), may_skip=False)
SAFE = Question(
    "safe", 1, EMERGENCY, (Field("safe", "When help is coming", CARRY_ON),), "Carry on here when help is coming.", may_skip=False
)
HAPPENED = Question(
    "happened",
    2,
    "What happened?",
    (Field("account", "What happened", multiline=True),),
    "Their own words are best. Say how, and who saw it.",
)
WHEN = Question(
    "when", 3, "When was it?", (Field("when", "Day and time"),), "London time, day first: 'last night about ten', 'yday', '21/11 14:30'."
)
CONDITIONS = Question(
    "conditions",
    4,
    "Which condition does it break, and how?",
    (Field("conditions", "Conditions", (*PROHIBITIONS, NOT_SURE), many=True), Field("how", "How", MANNERS, many=True)),
    f"{STOCK} Tick, or type the letters: 'C, F contact', 'A-C', or 'not sure'. Plain words will do: 'text and came to the house'.",
)
AWARENESS = Question(
    "awareness",
    5,
    "How do we know the respondent knew of the order?",
    (Field("awareness", "How it is known", SOURCES, many=True),),
    "Knowing that it exists is enough; service is not needed. 'Not known yet' stops nothing. Words will do: 'served', 'told on the phone', 'PC Loom told the respondent'.",
)
EVIDENCE = Question(
    "evidence",
    6,
    "What evidence is there, and what will be lost soon?",
    (
        Field("evidence", "Evidence there is", multiline=True),
        Field("lost", "Will be lost soon", LOSABLE, many=True),
        Field("arrest", "Arrest decision, and the reason if none", multiline=True),
    ),
    "Typed: one line each, 'lost: cctv, phone' and 'arrest: yes' or 'arrest: no, because ...'.",
)
QUESTIONS = (DANGER, SAFE, HAPPENED, WHEN, CONDITIONS, AWARENESS, EVIDENCE)
SIX = EVIDENCE.number
LABELS = {choice.id: choice.label for question in QUESTIONS for field in question.fields for choice in field.choices}
