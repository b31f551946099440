"""Plain facts in a line that are one of a few: what is wanted of an order, how a contact went, what was done, by which way."""

import re
from collections.abc import Iterator

from domain.understanding.times import NUMBER

_Table = tuple[tuple[str, re.Pattern[str]], ...]


def _table(*rows: tuple[str, str]) -> _Table:
    return tuple((value, re.compile(rf"\b(?:{pattern})\b")) for value, pattern in rows)


_WANTS = _table(
    ("service_status", r"been served|was \w+(?: \w+)? served|is \w+ served|not served|served yet|service status|served on|is \w+ aware|was \w+ aware|get served|were? served|has \w+(?: [\w'-]+)? been served|when served"),
    ("expiry", r"expir\w+|run(?:s|ning)? out|ran out|end date|when does \w+(?: \w+){0,4} end|still (?:in force|live|valid|active|current)|in force|in date|how long left|up yet"),
    ("power_of_arrest", r"power of arrest"),
    ("terms", r"terms?|conditions?|prohibit\w*|can (?:he|she|they|respondent|\w+ \w+) (?:go|contact|text|see|ring|call|enter|attend|be|come|message|speak|have|visit|pick)|allowed|what does it say|exclusion zone|within \d+"),
    ("respondent", r"who is (?:the )?respondent|respondents? name|who is it against"),
    ("applicant", r"who is (?:the )?(?:applicant|victim|protected)|who is protected|who does it protect"),
    ("history", r"history|previous breaches|breached before|any breaches"),
    ("court", r"which court|what court|issuing court"),
)  # fmt: skip
_OUTCOMES = _table(
    ("no_answer", r"(?:no|didnt|did not|not|wont|wasnt) (?:answer\w*|reply|response|pick\w* up|joy|luck|in)|unanswered|rang out|(?:phone|mobile) (?:was |is )?(?:off|dead|switched off)|engaged|unobtainable"),
    ("left_voicemail", r"voicemail|left (?:a |her |him )?(?:message|vm)"),
    ("left_card", r"(?:calling )?card"),
    ("concerns", r"concern(?:s|ed) (?:raised|about|that)|worried|scared|upset|frightened|not (?:ok|safe|good|happy)|feels unsafe|not doing well|in danger|shaken"),
    ("safe_no_concerns", r"all (?:is )?(?:ok|okay|fine|good|well|safe|quiet)|safe|fine|no (?:concerns?|issues|problems)|(?:is|doing|she is) (?:ok|okay|well|good)|nothing to report|happy|ok"),
    ("spoke", r"spoke\w*|spoken|talked|chatted"),
)  # fmt: skip
_CONDUCT = _table(
    ("social_media", r"facebook|instagram|insta|snapchat|tiktok|twitter|social media|friend request|tagged|dm(?:ed|s)?"),
    ("text_message", r"text\w*|whatsapp\w*|messag\w+|sms"),
    ("phone_call", r"rang|ringing|phon\w+|call(?:ed|s|ing)|voicemails?|withheld"),
    ("email", r"email\w*"),
    ("violence", r"assault\w*|hit|punch\w*|slap\w*|kicked her|strangl\w+|push\w*|grab\w*|spat"),
    ("threats", r"threat\w*"),
    ("damage", r"smash\w*|damag\w+|kick\w* (?:the |her )?door|broke|slash\w+|keyed"),
    ("attended_address", r"turn\w* up|show\w* up|outside|at her|at (?:the )?(?:address|house|home|door)|went (?:to|round)|came|attend\w*|knock\w*|bang\w*|visit\w*|enter\w*|parked|in the (?:street|road)|near|approach\w*|round"),
    ("following", r"follow\w*|stalk\w*|watch\w*"),
    ("third_party", r"through|via|third party|got (?:his|her) \w+ to"),
    ("post_or_gift", r"letters?|flowers|card|gifts?|presents?|note"),
    ("harassment", r"harass\w*|pester\w*|abus\w+|shout\w*"),
)  # fmt: skip
_CHANNELS = _table(
    ("Facebook", r"facebook|fb"),
    ("WhatsApp", r"whatsapp\w*"),
    ("Instagram", r"instagram|insta"),
    ("Snapchat", r"snapchat|snap"),
    ("TikTok", r"tiktok"),
)
_METHODS = _table(
    ("telephone", r"phone|telephone|rang|called|over the phone"),
    ("email", r"email\w*"),
    ("solicitor", r"solicitor'?s?"),
    ("process_server", r"process server|bailiff"),
    ("post", r"post(?:ed)?|letterbox"),
    ("in_custody", r"custody|cells?"),
    ("in_court", r"court"),
    ("text_message", r"text\w*|whatsapp\w*"),
    ("in_person", r"in person|personally|handed|hand|gave|doorstep|at (?:his|her|the|home)|face to face|at \w+"),
)
_STATUSES = _table(
    ("overdue", r"overdue|late|missed"), ("outstanding", r"outstanding|pending"), ("due", r"due"), ("live", r"live"), ("active", r"active"), ("expired", r"expired")
)  # fmt: skip
_PLACES = _table(("workplace", r"work|workplace|job|office"), ("school", r"school|nursery"), ("home", r"house|home|address|flat"))
_RISK = re.compile(
    r"\b(?P<level>high|hi(?=[ -]?risk)|medium|standard|low)(?:[ -]?(?:risk|risks|ones|victims?|contacts?|cases|grade|level))\b|\brisk(?: level)?(?: is| of|:| =| now)? (?P<after>high|medium|standard|low)\b"
)
_TEAMS = (
    re.compile(r"\b(?:for|in|on|of|by|across|at)(?: the| my)? (?P<team>(?!the\b|my\b|our\b|whole\b|your\b|this\b)[a-z0-9-]+(?: (?:east|west|central|town|city))?) team'?s?\b"),
    re.compile(r"\b(?P<team>north|south|east|west|central|north[ -]?(?:east|west)|south[ -]?(?:east|west)|red|blue|green|yellow|a|b|c|d|e) team'?s?\b"),
    re.compile(r"\bteam (?P<team>[a-e]|\d{1,2}|north|south|east|west|central|north[ -]?(?:east|west)|south[ -]?(?:east|west)|one|two|three|four|five|six|red|blue|green|yellow)\b"),
    re.compile(r"\b(?!my\b|our\b|the\b|your\b|whole\b|this\b|risk\b|new\b|another\b)(?P<team>[a-z0-9-]{2,20}) team'?s\b"),
    re.compile(r"\b(?!my\b|our\b|the\b|your\b|whole\b|this\b|risk\b|new\b|another\b|all\b|for\b|in\b|on\b)(?P<team>[a-z0-9-]{2,20}) team\b"),
)  # fmt: skip
_NO_TEAM = frozenset(["response", "neighbourhood", "the", "my", "our", "whole", "a"])
_COUNTED = re.compile(
    r"\bx ?(?P<x>\d{1,3})\b|\b(?P<before>\d{1,3}) ?x\b|\b(?P<times>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple of|few) ?(?:more |failed |missed |unsuccessful |unanswered |separate |different )*(?:times?|attempts?|tries|calls?|texts?|messages?|voicemails?|emails?|missed|goes)\b"
    r"|\b(?P<nth>\d{1,2})(?:st|nd|rd|th) (?:\w+ )?(?:attempt|time|try|call|go)\b|\battempts? (?:number |no )?(?P<attempt>\d{1,2})\b|\b(?P<ordinal>first|second|third|fourth|fifth|sixth) (?:\w+ )?(?:attempt|time|try|call|go)\b|\b(?P<twice>once|twice|thrice)\b"
)
_ORDINALS = {word: number for number, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth"], start=1)}
_LONGEST = 1_500


def first_of(table: str, said: str) -> str | None:
    """The first value of that table that the words tell of."""
    return next((value for value, pattern in _TABLES[table] if pattern.search(said, 0, _LONGEST)), None)


def risk_in(said: str) -> str | None:
    seen = _RISK.search(said)
    level = None if seen is None else seen["level"] or seen["after"]
    return "high" if level == "hi" else level


def team_in(said: str) -> tuple[str, int, int] | None:
    """Which team, and where the words stand."""
    for pattern in _TEAMS:
        seen = next((one for one in pattern.finditer(said, 0, _LONGEST) if one["team"] not in _NO_TEAM or "team " in one[0]), None)
        if seen is not None:
            return seen["team"], *seen.span()
    return None


def counts_in(said: str) -> Iterator[tuple[int, int, int]]:
    """How many times, as a number."""
    for seen in _COUNTED.finditer(said):
        figures = seen["x"] or seen["before"] or seen["nth"] or seen["attempt"]
        words = (seen["times"] or "").removesuffix(" of")
        if figures or words.isdigit():
            yield int(figures or words), *seen.span()
        elif words:
            yield NUMBER[words] if words != "couple" else 2, *seen.span()
        elif seen["ordinal"]:
            yield _ORDINALS[seen["ordinal"]], *seen.span()
        else:
            yield {"once": 1, "twice": 2, "thrice": 3}[seen["twice"]], *seen.span()


_TABLES = {
    "wants": _WANTS,
    "outcome": _OUTCOMES,
    "conduct": _CONDUCT,
    "channel": _CHANNELS,
    "method": _METHODS,
    "status": _STATUSES,
    "place": _PLACES,
}
