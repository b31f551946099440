"""What looks like a time in a sentence and is none: ages, counts, house numbers, telephone numbers, dates of birth, references, habits."""

import re

from domain.addresses import KIND_OF_STREET, KINDS_OF_STREET
from domain.moments.days import WEEKDAY
from domain.moments.numbers import HOUR_WORDS
from domain.months import MONTH

_NUMBER = rf"(?:\d{{1,4}}|{HOUR_WORDS})"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ /.-](?:of )?(?:\d{{1,2}}|{MONTH})(?:[ /.,-]{{1,2}}\d{{2,4}})?"
    rf"|\d{{4}}-\d\d?-\d\d?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{4,8}})"
)
_STREETS = "|".join(sorted({*KIND_OF_STREET, *KINDS_OF_STREET}))
_SMALL_WORDS = "last|the|on|in|at|down|up|and|to|from|of|this|yesterday|today|outside|near|by|he|she|they|am|pm|ago|night"
_COUNTED = (
    r"times|x|calls?|texts?|messages?|msgs|missed calls?|emails?|voicemails?|letters?|photos?|pictures?|videos?|people|persons?|men|women|males?|females?|lads|kids"
    r"|children|witnesses|occasions?|miles?|met(?:re|er)s?|yards?|feet|foot|ft|inch(?:es)?|weeks?|days?|nights?|mins?|minutes?|months?|seconds?|secs?"
    r"|quid|pounds?|pints?|cans?|numbers?|accounts?|phones?|stone|percent|officers?|cars?|doors?|others?|different|separate|more|of them|of us|counts?|breaches"
    r"|km|cm|mm|kg|mph|m|years?|yrs?|am i|st floor|nd floor|rd floor|th floor"
)
_LABELS = (
    r"flat|apartment|apt|unit|room|floor|block|house|number|nos?|plot|page|section|conditions?|paragraphs?|para|points?|item|ref|reference|log|cad|inc|incident"
    r"|urn|crime|case|order|nmo|call ?sign|pc|ps|dc|collar|route|bus|platform|phone|tel|mob(?:ile)?|reg|vrm|version|question|exhibit|statement|custody|iphone"
)
_HABIT = (
    rf"{WEEKDAY}s?|day|night|morning|evening|afternoon|weekend|week|month|today|tonight|last night|yesterday|time|now|lunchtime|teatime"
)
NO_TIME = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:d\.?o\.?b\.?|y\.?o\.?b\.?|born|date of birth|birth ?(?:day|date)?)[ :.,-]{{0,3}}(?:(?:is|was|on|in|the) ){{0,2}}{_DATE}",
        r"(?:\+44|0)(?: ?\(0\))? ?\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b",
        r"\d{5,40}",
        r"[\u00a3$\u20ac#]\d{1,9}(?:[.,]\d{1,3})?",
        rf"(?:aged?|looks?)[ :]{{1,2}}(?:(?:about|around|approx|of) )?{_NUMBER}\b",
        rf"(?:(?:about|around|approx) )?{_NUMBER}(?:-?ish)?[ -]?(?:year|yr|month|week|day)s?[ -](?:old|of age)s?\b|\d{{1,3}} ?(?:yo\b|y/o\b)",
        rf"{_NUMBER}(?: ?(?:-|to|or|and) ?{_NUMBER})? ?(?:{_COUNTED})\b(?! (?:or so )?(?:ago|back)\b| and a half|,? (?:and )?\d| to {_NUMBER}\b| past {_NUMBER}\b)",
        rf"(?:\d{{1,2}}|{HOUR_WORDS}) ?(?:hours?|hrs?)\b(?! (?:or so )?(?:ago|back)\b| and a half|,? (?:and )?\d)",
        rf"(?:sent|send|sends|sending|got|had|made|received|drank|wrote)(?: (?:her|him|me|them|us))? (?:about|around|over|nearly|roughly|approx) {_NUMBER}\b(?![:.]\d)",
        rf"(?:order|nmo|injunction)(?: was)? (?:made|granted|dated|issued|sealed|served|expires?)(?: on)? {_DATE}",
        rf"(?:dated|expires?|expiring|expiry|granted|expired|in force since)(?: on| until)? {_DATE}",
        rf"(?:w(?:ill|ont)|shall|gonna|going to|due|hell|theyll|youll|itll)\b[^.,;!?]{{1,60}}?\b(?:on|by|until|for|this) {WEEKDAY}\b",
        rf"(?:{_LABELS})(?:[ .:#]|no ?|number ){{1,3}}[a-z]{{0,4}}[\d/-]{{1,20}}[a-z]?\b",
        rf"\d{{1,4}}[a-z]? (?:(?!(?:{_SMALL_WORDS})\b)[a-z]{{2,20}} ){{1,3}}(?:{_STREETS})\b",
        rf"\d{{1,4}}[a-z]? the (?:{_STREETS}|green|avenue|crescent|common|croft|paddock|orchards?)\b",
        r"24 ?/ ?7|\d/\d (?:of|the way|times)",
        r"\d{1,2}(?:st|nd|rd|th) (?:floor|birthday|time|call|text|message|breach|order|anniversary|year|offence|attempt|occasion)\b",
        rf"(?:every|each|most|any|other|not|next|till death) (?:single |other )?(?:{_HABIT})\b",
        r"good (?:morning|afternoon|evening|night|day)s?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b",
        rf"next (?:one|call|contact|visit|hearing|due)(?: is| due)?(?: on)? (?:{WEEKDAY}|{_DATE})\b",
        r"(?:from )?now on\b",
        r"[a-z]{1,6}[/-][a-z0-9/-]{0,12}\d[a-z0-9/-]{0,12}(?![:.]\d)",
    )
)
# What may follow a bare hour in a sentence; before anything else it counts or names something.
GOES_ON = re.compile(
    r"(?:-?ish)? {0,2}(?:$|[.,;:!?-](?!\d)|(?:and|or|to|until|last|this|yesterday|today|tonight|on|in|at|he|she|they|it|we|i|the|when|while|with|from|by|then|but|so"
    rf"|because|outside|again|for|that|after|before|during|using|via|over|into|through|bst|gmt|utc|{WEEKDAY}|morning|afternoon|evening|night|\d{{1,2}}(?:/|st|nd|rd|th| ?{MONTH}))\b|\d\d?[:.]?\d\d|\d\d? ?[ap]\.?m\b|half |quarter |twenty )"
)
OTHER_WORD = re.compile(r"\w{1,4000}|.", re.DOTALL)


def no_time_at(text: str, at: int) -> int:
    """Where what is no time ends that begins here; nought where nothing does."""
    return next((seen.end() for seen in (pattern.match(text, at) for pattern in NO_TIME) if seen is not None), 0)
