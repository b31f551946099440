"""What a line in the midst of a record is where it is no answer: an order to the bot, or a question put to it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.apostrophes import straight


class Aside(StrEnum):
    CHANGE = "change"
    SEND = "send"
    RECORD = "record"
    CONDITIONS = "conditions"
    WHO = "who"


@dataclass(frozen=True)
class Heard:
    """`number` is the question that is to be changed."""

    aside: Aside
    number: int = 0


_THAT_IT_IS = re.compile(r"answer\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_CHANGE = re.compile(
    r"(?:please )?(?:change|edit|correct|redo|amend|go (?:back )?to|back to)(?: my| the)?(?: answer| question| number| no\.?| q)*(?: to)?(?: question| number)? ?[#:]? ?(\d{1,2})[.! ]*"
)
_PLAIN = (
    (Aside.SEND, re.compile(r"(?:please )?(?:send|submit)(?: it| this| the record| now)*[.! ]*")),
    (Aside.RECORD, re.compile(r"(?:record|report|log|start|new) (?:a |the |another )?(?:new )?breach[.! ]*")),
    (
        Aside.CONDITIONS,
        re.compile(
            r"(?:(?:what are|what're|whats|what's|what is|show(?: me)?|list|see|read(?: me)?|tell me) )?(?:the |its |all )*(?:conditions?|terms)(?: again)?(?: of (?:the|this) order| on (?:the|this) order| of it)?[?.! ]*"
        ),
    ),
    (
        Aside.WHO,
        re.compile(
            r"(?:who(?: is|'s|s) (?:he|she|it|this|that|this about|the (?:respondent|suspect|applicant|victim|protected person))|who are they|(?:which|what) (?:order|record|person|case)(?: is (?:this|it))?|whose (?:order|record) is (?:this|it)"
            r"|what(?: is|'s|s) (?:his|her|the|their) (?:full )?name)[?.! ]*"
        ),
    ),
)
_ASKS = re.compile(
    r"(?:what|what'?s|when|who|who'?s|whose|why|how|which|where|can|could|should|must|may|do|does|is|are|am|will|shall)\b[^.!?]*\?"
)
_SMALL = re.compile(
    r"(?:hi|hiya|hello|hey|morning|evening|afternoon|good (?:morning|afternoon|evening)|thanks|thank you|ta|cheers|ok|okay|great|cool|menu|commands"
    r"|undo|home|main menu|what now|why|who|when|(?:show|open|list|find|search|look ?up)(?: \S+){0,3})(?: mate| bot| there)?[?.! ]*"
)
_BARE = re.compile(r"(?:yes|yeah|yep|y|no|nope|n)[.! ]*")
_YES = re.compile(r"(?:(?:yes|yeah|yep|y|ok|okay)(?: please)?|(?:yes )?(?:that|the same|this) (?:one|order))[.! ]*")
_CONTACTS = re.compile(
    r"(?:(?:show|list|what are|whats|what's)(?: me)? )?my (?:contacts?|reminders?|calls|contact list)(?: (?:due|today|for today|now|please))*[?.! ]*"
    r"|contacts?(?: (?:due|overdue|outstanding|today|list))?[?.! ]*|who (?:do|must|should) i (?:need to |have to )?(?:call|contact|ring|visit)(?: (?:today|now|next))?[?.! ]*"
)
_READ = 200


def aside_of(text: str) -> Heard | None:
    """An obvious order or question about this record; None for what may be an answer."""
    line = _line(text)
    change = _CHANGE.fullmatch(line)
    if change is not None:
        return Heard(Aside.CHANGE, int(change[1]))
    return next((Heard(aside) for aside, sign in _PLAIN if sign.fullmatch(line)), None)


def asks(text: str) -> bool:
    """One question put to the bot, which is not one about this record."""
    return _ASKS.fullmatch(_line(text)) is not None and aside_of(text) is None


def asks_for_contacts(text: str) -> bool:
    return _CONTACTS.fullmatch(_line(text)) is not None


def is_contact_alone(text: str) -> bool:
    """Of a breach it is what was done."""
    return _line(text).rstrip("?!. ") == "contact"


def may_be_aside(text: str) -> bool:
    """Words that are more likely said to the bot than told of a breach."""
    line = _line(text)
    return any(sign.fullmatch(line) for sign in (_ASKS, _SMALL))


def tells_nothing(text: str) -> bool:
    """A yes or a no is no account of what happened."""
    return _BARE.fullmatch(_line(text)) is not None


def says_yes(text: str) -> bool:
    return _YES.fullmatch(_line(text)) is not None


def as_answer(text: str) -> str | None:
    """What follows `answer:`, by which an officer says that the words are one whatever they look like."""
    said = _THAT_IT_IS.fullmatch(text.strip())
    return None if said is None else said[1]


def _line(text: str) -> str:
    """Empty where it has several lines or is longer than an order or a question ever is."""
    line = " ".join(straight(text[: 2 * _READ].casefold()).split())
    return line if len(line) <= _READ and "\n" not in text.strip() else ""
