"""The words that stand before a name and say who it is, and those that are seldom or never names."""

from enum import StrEnum


class As(StrEnum):
    """What the words before a name make of it."""

    RESPONDENT = "respondent"
    APPLICANT = "applicant"
    OFFICER = "officer"
    RECEIVER = "receiver"
    GIVER = "giver"
    SPOKEN_TO = "spoken to"
    ABOUT = "about"
    OWNER = "owner"
    ALONE = ""


_ROLES = {
    As.RESPONDENT: "respondent against by v vs versus arrested",
    As.APPLICANT: "applicant victim protecting protects protected petitioner complainant aggrieved safeguarding",
    As.SPOKEN_TO: "spoke spoken speaking rang phoned called visited texted messaged emailed saw seen contacted met tried ring call contact visit with w text email chase update see phone attempted chatted talked chat talk seeing visiting ringing phoning updated updating tell told informed knocked reached",
    As.ABOUT: "surname on for re about named name called regarding concerning lookup search find check order nmo push shift move snooze give hand pass swap bump defer postpone delay put reassign allocate assign transfer switch",
}
ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split()}
TITLES = frozenset(
    [
        "pc",
        "dc",
        "ds",
        "di",
        "sgt",
        "ps",
        "insp",
        "inspector",
        "dci",
        "vlo",
        "idva",
        "pcso",
        "officer",
        "colleague",
        "sergeant",
        "skipper",
        "constable",
        "detective",
        "oic",
        "sarge",
        "supt",
    ]
)
SIGNS = frozenset(".:-(\"'")
TALKED = frozenset(["spoke", "spoken", "speaking", "speak", "talked", "talk", "talking", "chatted", "with"])
HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "dr"])
FILLERS = frozenset(
    [
        "the",
        "a",
        "an",
        "my",
        "our",
        "is",
        "was",
        "named",
        "called",
        "name",
        "again",
        "to",
        "and",
        "person",
        "it",
        "male",
        "female",
        "surname",
        "both",
        "one",
        "somebody",
        "woman",
        "man",
        "lady",
        "bloke",
        "lad",
        "guy",
        "s",
    ]
)
PARTICLES = frozenset(
    [
        "van",
        "der",
        "den",
        "de",
        "la",
        "le",
        "da",
        "dos",
        "di",
        "del",
        "bin",
        "binti",
        "al",
        "el",
        "ap",
        "st",
        "von",
        "mc",
        "mac",
        "ni",
        "nic",
        "ui",
        "bint",
        "ibn",
        "abu",
        "dos",
        "ter",
    ]
)
# Forenames that are more often words; alone they are names only where a word before them says so.
WORDS_TOO = frozenset(
    ["will", "may", "mark", "grant", "hope", "rose", "faith", "joy", "grace", "jack", "bill", "rob", "pat", "sue", "drew", "dean", "guy", "miles", "max", "art", "bob", "dan", "don", "jay", "lee", "ray", "sandy", "dale", "penny", "amber", "summer", "dawn", "eve", "april", "june", "august", "tony", "herb", "gene", "frank", "ernest", "norm", "dick", "nick", "sid", "ted", "reg", "chuck", "lance", "pierce", "wade", "trip", "van", "ben", "al", "ty", "les", "ken"]
)  # fmt: skip
ALWAYS_WORDS = frozenset(
    [
        "will",
        "may",
        "mark",
        "grant",
        "hope",
        "bill",
        "rob",
        "sue",
        "art",
        "don",
        "max",
        "nick",
        "reg",
        "van",
        "trip",
        "lance",
        "drew",
        "les",
    ]
)
# Names of months, of parts of the year and of what is said often: a surname behind them or a capital makes them a name.
ORDINARY = frozenset(["april", "june", "august", "summer", "dawn", "eve", "hope", "grace", "joy", "faith", "guy", "miles"])
# What stands behind the name of somebody, and behind few other words that are not known.
ACTS = frozenset(
    [
        "needs",
        "wants",
        "says",
        "said",
        "rang",
        "called",
        "texted",
        "answered",
        "hasnt",
        "isnt",
        "wasnt",
        "didnt",
        "doesnt",
        "wont",
        "was",
        "is",
        "has",
        "had",
        "will",
        "safe",
        "ok",
        "fine",
    ]
)
# Surnames that behind a forename are nearly always the next word of the sentence, where no capital says otherwise.
SELDOM_SURNAMES = frozenset(
    [
        "left",
        "right",
        "last",
        "hold",
        "look",
        "keep",
        "find",
        "force",
        "forces",
        "register",
        "check",
        "conditions",
        "end",
        "start",
        "stop",
        "lived",
        "near",
        "read",
        "reading",
        "service",
        "orders",
        "order",
        "police",
        "cover",
        "keeping",
        "close",
        "care",
        "weeks",
        "night",
        "true",
        "court",
        "case",
        "speed",
        "chance",
        "man",
        "friend",
        "friends",
        "children",
        "boys",
        "daughter",
        "partner",
        "child",
        "new",
        "old",
        "early",
        "monday",
        "friday",
        "christmas",
        "search",
    ]
)
