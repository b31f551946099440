"""Which of the bot's jobs a line asks for: plain signs, in an order that puts safety first."""

import re
from datetime import date
from enum import StrEnum

from bot.typed import line_of
from domain.contact_list_words import board_asked, list_asked
from domain.name_runs import is_plain_name, may_be_name
from domain.references import LOOSE_BR, LOOSE_NMO, canonical
from domain.understanding.line import read_line
from domain.understanding.signs import asks_what_is_due


class Intent(StrEnum):
    """Names as in the public contract, section 5, for `understand`; reviewing orders is ours beside them."""

    LOOKUP_ORDER = "lookup_order"
    RECORD_BREACH = "record_breach"
    CONTACTS_DUE = "contacts_due"
    REVIEW_ORDERS = "review_orders"
    GUIDANCE = "guidance"
    HELP = "help"
    CANCEL = "cancel"
    SMALLTALK = "smalltalk/out_of_scope"


_GREETING = re.compile(r"(hi|hiya|hello|hey|good (morning|afternoon|evening)|start|morning|evening)( there| bot)?[!. ]*", re.IGNORECASE)
_THANKS = re.compile(r"(thanks|thank you|ta|cheers|ok|okay|great|cool)( mate| very much)?[!. ]*", re.IGNORECASE)
_ALONE = re.compile(rf"{LOOSE_NMO}|(?:the )?[A-Z]{{1,2}}\d[A-Z\d]? area", re.IGNORECASE)
_HELP = re.compile(r"(help|\?|menu|commands|what can (you|i) do( here)?|what do you do)[?!. ]*", re.IGNORECASE)
_CANCEL = re.compile(
    r"(cancel|stop|quit|exit|never ?mind|start (again|over)|(forget|scrap|cancel|stop) (it|that|this))[,.!]?( wrong (person|one)| please)?[.! ]*",
    re.IGNORECASE,
)
_CONTACTS = re.compile(
    r"\b(my (contacts?|reminders?|list|calls)|contacts? ((that )?(are|is) )?(due|overdue|outstanding|today|list)|who (do|am) i .{0,20}(call|contact|ring|visit)\w*"
    r"|(due|overdue|outstanding) (contacts?|calls|visits))\b|^contacts?$",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"((show|list)( me)? )?(the )?(orders|cases) ((waiting |awaiting )?(to|for) )?review|review (the )?(orders|cases)|(court )?feed status|how is the (court )?feed",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(record|report|log|put (on|in)|submit|start|new) (a |the |another )?(new )?breach\b|^breach( -|:|$)|^breach (yday|yesterday|today|last)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"^(what|whats|what's|when|who|why|how|hows|can|could|do|does|is it|are|should|must|which|where)\b", re.IGNORECASE)
_ORDER_ON = re.compile(
    r"\b(nmos?|non[- ]?mol\w*|orders?|injunctions?|anything|any ?one|live|look ?up|look for|find|search|check|pnc)\b.{0,60}?\b(on|for|against|re|about|at|to|from)\b",
    re.IGNORECASE,
)
_FIND = re.compile(r"^(find|look ?up|search|check|double check|order( no\.?| number)?|case( no\.?| number)?)\b", re.IGNORECASE)
_HAS_HE = re.compile(r"^(has|have|is|does|did)\b.{0,60}\b(nmo|non[- ]?mol\w*|order|injunction|served|expired|covered)\b", re.IGNORECASE)
_PARTICULARS = re.compile(
    r"\b\d{1,2}[./ -]\d{1,2}[./ -](\d{4}|\d{2})\b"  # a date of birth
    r"|\b(\d{4}[ -]?){3}\d{4}\b|\b[A-Z]{2}\d{2}[A-Z]\d{5}\b|\bNMO-[A-Z0-9]{6}\b"  # case, FamilyMan and our own numbers
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bdob\b|\bborn\b",  # a postcode
    re.IGNORECASE,
)
_PLAIN_LOOK_UP = re.compile(
    r"(any|is there( an| any)?|are there any|got an|find( an)?|look ?up( an)?|search( for)?( an)?) (nmos?|non[- ]?mol\w*( orders?)?|orders?) (on|for|against|re) .{3,}"
    r"|look ?up .{3,}|find (?=.*\d).{3,}|(case |order |no\.? )*((\d{4}[ -]?){3}\d{4}|[A-Z]{2}\d{2}[A-Z]\d{5}|NMO-[A-Z0-9]{6})",
    re.IGNORECASE,
)
_PHONE_ALONE = re.compile(r"(?:\+44|0)(?:[\s().-]{0,2}\d){9,10}[.? ]*")
_NAMED_WITH_BIRTH = re.compile(
    r"(?P<name>[^\W\d_][^\d/]{2,60}?)[\s,]+(?:(?:dob|d\.o\.b\.?|born)\b[:,. ]*)?\d{1,2}[/. -](?:\d{1,2}|[a-z]{3,9})[/. -](?:(?:19|20)\d\d|\d\d)[.? ]*",
    re.IGNORECASE,
)
_BREACH_RECORD = re.compile(
    r"(?:(?:please|show|open|find|see|read|look ?up|get|me|the|that|my|breach|record|reference|ref|number|no|crime report|report|text|of|for)[\s:.]+)*"
    rf"({LOOSE_BR})[\s?.!]*",
    re.IGNORECASE,
)
_PLAIN_QUESTION = re.compile(
    r"((can|could|should|must|may|do) (i|we)|have i got|what (section|power|offence|law|sentence)|is (it|this|that) (still )?an? (breach|offence|crime))\b.{5,}",
    re.IGNORECASE,
)
_BEGINS_WITH_A_QUESTION = re.compile(
    r"(what|who|when|why|how|which|where|whether)\w*\b|(can|could|should|must|may|do|does|did|is|are|was|were|will|would|has|have|had) \w+",
    re.IGNORECASE,
)
_ASKS_WITHIN = re.compile(
    r"\b(can|could|should|must|may|do|does|did|is|are|was|will|would|has|have) (i|we|it|this|that|he|she|they|there)\b"
    r"|\b(what|how|whether) (if|should|do|to|i|we|is|about|happens|counts|section|power|offence|page|guidance)\b|\b(advice|guidance|not sure|wondering|tell me|any (nmos?|non|orders?|one|thing)|anyone|anything|check|look ?up|search)\b",
    re.IGNORECASE,
)
_BEGINS_WITH_HE = re.compile(
    r"(((so|and|well|ok|okay|right|basically|just|also|today|yesterday|last night|this (morning|afternoon|evening)),? )*)"
    r"(the |her |his |their )?(he|she|they|respondent|resp|suspect|susp|defendant|ex)\b",
    re.IGNORECASE,
)
_DISTRICT_ALONE = re.compile(
    r"(?:(?:any ?(?:one|thing|body)|any|nmos?|orders?|postcode|post ?code|district|area|live|in|at|on|for|near|around|from|the) )*"
    r"[a-z]{1,2}\d{1,2}[a-z]?(?: (?:area|district|postcode))?",
    re.IGNORECASE,
)
_READ = 500
# Which day it is changes which days are meant, and never whether a list is asked for.
_ANY_DAY = date(2026, 1, 1)


_NEW_INCIDENT = re.compile(r"(a |another |the )?(new|next|another|different) (incident|job|call)[.! ]*", re.IGNORECASE)


def is_new_incident(text: str) -> bool:
    """The reason that was given before no longer holds."""
    return _NEW_INCIDENT.fullmatch(" ".join(text.split())[:100]) is not None


_LOOK_UP_BUTTON = re.compile(r"(look ?up|find|search for) an? (order|nmo|person)|look ?up|find", re.IGNORECASE)
_GUIDANCE_BUTTON = re.compile(
    r"(what|which) (guidance|pages) (is|are|do you have|have you got)( there)?|(list|show)( me)?( the)? guidance|guidance( list)?",
    re.IGNORECASE,
)


def names_look_up(text: str) -> bool:
    """The words of the button that asks what to type, and nobody's name with them."""
    return _LOOK_UP_BUTTON.fullmatch(line_of(text)) is not None


def names_guidance(text: str) -> bool:
    """The words of the button that lists the pages."""
    return _GUIDANCE_BUTTON.fullmatch(line_of(text)) is not None


def intent_of(text: str) -> Intent | None:
    """None where the signs do not decide: the caller then asks the guidance pages, and after them reads the line as a name."""
    line = _line(text)
    for intent, sign in ((Intent.HELP, _GREETING), (Intent.HELP, _HELP), (Intent.SMALLTALK, _THANKS), (Intent.CANCEL, _CANCEL)):
        if sign.fullmatch(line):
            return intent
    if _REVIEW.fullmatch(line.rstrip("?!. ")):
        return Intent.REVIEW_ORDERS
    if board_asked(line) is not None or list_asked(line, _ANY_DAY) is not None:
        return Intent.CONTACTS_DUE
    said = read_line(line).said
    if _CONTACTS.search(line) or _CONTACTS.search(said):
        return Intent.CONTACTS_DUE
    if _RECORD.search(line) or _RECORD.search(said):
        return Intent.RECORD_BREACH
    if _PARTICULARS.search(line) or _HAS_HE.search(line) or _FIND.search(line):
        return Intent.LOOKUP_ORDER
    if asks_what_is_due(said):
        return Intent.CONTACTS_DUE
    if _QUESTION.search(line):
        return Intent.GUIDANCE
    return Intent.LOOKUP_ORDER if _ORDER_ON.search(line) else None


def is_plain_look_up(text: str) -> bool:
    """The whole line asks for an order and can be nothing else: strict, because an open question would else have heard it."""
    return _PLAIN_LOOK_UP.fullmatch(_line(text)) is not None


def names_somebody(text: str) -> bool:
    """A telephone number, or a name with the day of birth, and nothing else. Asked only where the open question takes choices: elsewhere it may answer."""
    line = _line(text)
    named = _NAMED_WITH_BIRTH.fullmatch(line)
    return _PHONE_ALONE.fullmatch(line) is not None or (named is not None and may_be_name(named["name"]))


def breach_reference(text: str) -> str | None:
    """The reference of a breach that the whole line asks for, in its canonical form, whether or not its check character is right."""
    found = _BREACH_RECORD.fullmatch(_line(text))
    return None if found is None else canonical(found[1])


def is_plain_question(text: str) -> bool:
    """The officer's own question about the law, in the first person: no account of what happened begins so."""
    return _PLAIN_QUESTION.fullmatch(_line(text)) is not None


def asks_nothing(text: str) -> bool:
    """Strict: a question about the law is never taken for an account."""
    line = _line(text)
    return not ("?" in line or _BEGINS_WITH_A_QUESTION.match(line) or _ASKS_WITHIN.search(line))


def only_tells(text: str) -> bool:
    """Nothing is asked in it and nothing asked for."""
    line = _line(text)
    looks_up = _FIND.search(line) or (_ORDER_ON.search(line) and not begins_with_he(line))
    return asks_nothing(line) and not looks_up


def begins_with_he(text: str) -> bool:
    """With whoever did it, unnamed, as one speaks of somebody just shown: whoever is named after that is another part of the story."""
    return _BEGINS_WITH_HE.match(_line(text)) is not None


def asks_for_help(text: str) -> bool:
    """Help in so many words; a greeting is not, since "morning" may answer a question."""
    return _HELP.fullmatch(" ".join(text.split())) is not None


def is_a_particular_alone(text: str) -> bool:
    """An order's reference, well formed or not, or the area of a postcode district, and no other word."""
    return _ALONE.fullmatch(text.strip()) is not None


def is_a_district(text: str) -> bool:
    """A postcode district and nothing to look up beside it. "cheers m8" is talk, and section numbers are left to the pages first."""
    return _DISTRICT_ALONE.fullmatch(_line(text).rstrip("?!. ")) is not None


def may_be_a_name(text: str) -> bool:
    """Two to four words that could be somebody's name and nothing else: talk, pronouns and verbs are none."""
    return may_be_name(_line(text))


def is_a_name(text: str) -> bool:
    """A known forename and a surname, and nothing else: no page of guidance is asked for."""
    return is_plain_name(_line(text))


def _line(text: str) -> str:
    return " ".join(text.split())[:_READ]
