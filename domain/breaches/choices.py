"""The choices that the questions of a breach offer, with the other words an officer has for each."""

from domain.breaches.choice import NO, NONE_ALONE, THINKS_NOT, UNKNOWN, YES, Choice
from domain.breaches.outcomes import (
    ARRESTS,
    CHILDREN,
    CONTEMPT,
    EVENTS,
    EVIDENCE_KINDS,
    NONE_YET,
    NOTHING_LOST,
    NOTHING_MISSING,
    RISKS,
    SAFEGUARDING,
    TOLD,
)
from domain.denials import UNSURE_WORDS

__all__ = ["YES", "Choice"]


YES_OR_NO = (Choice("yes", "Yes", ("y", "yeah", "yep")), Choice("no", "No", ("n", "nope", "nobody", "not now")))
CARRY_ON = (
    Choice(
        "carry_on",
        "Help is coming: carry on",
        (
            "carry on",
            "continue",
            "go on",
            "ok",
            "okay",
            "done",
            "yes",
            "safe",
            "safe now",
            "ready",
            "help is coming",
            "help's coming",
            "help coming",
            "help is on the way",
            "help's on the way",
            "help on the way",
            "help is on its way",
            "help's on its way",
            "backup is coming",
            "backup is on the way",
            "units are coming",
            "units on the way",
            "they are coming",
            "they're coming",
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
    Choice("served", "Served with the papers", ("served", "served the papers")),
    Choice("told_by_court", "Told by the court", ("told by court", "told by the court", "court told", "court rang")),
    Choice("told_by_police", "Told by police", ("told by police", "told by officer", "told by an officer", "police told", "officer told")),
    Choice("told_by_phone", "Told by telephone", ("told by phone", "told by telephone", "told over the phone")),
    Choice("told_by_solicitor", "Told by a solicitor", ("told by solicitor", "told by a solicitor", "solicitor told")),
    Choice(
        "own_words",
        "Own words or messages of the respondent",
        ("own words", "own message", "own messages", "mentioned the order", "admitted knowing", "admitted they knew", "admitted knowledge"),
    ),
    Choice("in_court", "Present in court", ("present in court", "in court", "at court", "at the hearing")),
    NOT_KNOWN,
)
LOSABLE = (
    Choice("lost_cctv", "CCTV or doorbell footage", ("cctv", "doorbell", "footage", "ring")),
    Choice("lost_phone", "Phone: messages, calls, voicemail", ("phone", "messages", "texts", "voicemail")),
    Choice("lost_999", "999 or 101 recording", ("999", "101", "recording")),
)
STOCK = "Stock wording, not this order's own. Read this order's conditions in the sealed order (Open the order) or the applicant's own copy, or ask the court."

YES_NO_UNKNOWN = (
    Choice(YES, "Yes", ("y", "yeah", "yep")),
    Choice(NO, "No", ("n", "nope", "nah", "none"), THINKS_NOT),
    Choice(UNKNOWN, "Not known yet", UNSURE_WORDS),
)
THIRD_PARTIES = (
    YES_NO_UNKNOWN[0],
    Choice(
        NO,
        "No",
        (
            "n",
            "nope",
            "nah",
            "none",
            "no one else",
            "nobody else",
            "no third party",
            "on their own",
            "by themselves",
            "alone",
        ),
        THINKS_NOT,
    ),
    YES_NO_UNKNOWN[2],
)
EXCEPTIONS = (
    Choice(
        "exception_none",
        "None seen to apply",
        ("none", "none apply", "no exception", "no exceptions", "does not apply"),
        ("no", "nope", *THINKS_NOT),
    ),
    Choice("exception_may", "One may apply", ("may apply", "might apply", "one may apply", "maybe"), ("yes",)),
    Choice("exception_unchecked", "Not checked yet", ("not checked", "not checked yet", *UNSURE_WORDS)),
)
IDENTITIES = (
    Choice(
        "id_officer",
        "Seen or arrested there by an officer",
        ("seen by officer", "seen by police", "officer saw", "i saw", "we saw", "still there", "on scene"),
    ),
    Choice(
        "id_protected",
        "Seen or heard by the protected person, who knows them",
        ("victim saw", "victim knows", "recognised", "recognised by victim", "knows the voice", "voice"),
    ),
    Choice("id_witness", "Recognised by another witness", ("witness", "neighbour", "neighbours", "friend saw")),
    Choice(
        "id_footage",
        "On CCTV, doorbell or body-worn video",
        ("cctv", "doorbell", "bwv", "body worn", "body-worn video", "footage", "video"),
    ),
    Choice(
        "id_account",
        "Phone number or account known to be theirs",
        (
            "known number",
            "number known",
            "their number",
            "usual number",
            "saved number",
            "same number",
            "known account",
            "their account",
            "their profile",
            "known profile",
            "known email address",
            "caller id",
        ),
    ),
    Choice(
        "id_content",
        "The message shows who wrote it",
        ("signed", "message shows", "content of the message", "content of the messages", "content of message"),
    ),
    Choice("id_admits", "Admits it", ("admits", "admits it", "admitted", "confessed")),
    Choice("id_unknown", "Not known yet", UNSURE_WORDS, ("no", "none", "not yet")),
)
EXPLAINED = (
    Choice("explained", "Gave an explanation", ("gave an explanation", "explained", "gave a reason"), ("yes",)),
    Choice(
        "explained_nothing",
        "Gave none",
        ("gave none", "no reply", "no comment", "said nothing", "nothing said", "no explanation"),
        ("no", "none", "nothing"),
    ),
    Choice(
        "explained_later",
        "Not asked yet",
        ("not asked", "not asked yet", "not spoken to", "not arrested yet", "not found yet"),
        ("not yet", *THINKS_NOT),
    ),
)
OFFENCES = (
    Choice("stalking", "Stalking", ("stalking", "stalked", "following them", "followed them", "following the victim")),
    Choice("harassment", "Harassment", ("harassment", "harassing", "harassed")),
    Choice(
        "coercive",
        "Controlling or coercive behaviour",
        ("controlling", "coercive", "coercive control", "ccb", "controlling or coercive behaviour"),
    ),
    Choice(
        "assault",
        "Assault or strangulation",
        ("assault", "assaulted", "strangulation", "strangled", "abh", "gbh", "assault and battery", "common assault"),
    ),
    Choice("threats", "Threats", ("threats", "threats to kill", "threatened")),
    Choice("damage", "Criminal damage", ("criminal damage", "damage", "damaged")),
    Choice("malicious", "Malicious communications", ("malicious communications", "malcomms", "mal comms", "malicious comms")),
    Choice("intimidation", "Witness intimidation", ("witness intimidation", "intimidation", "intimidating a witness")),
    Choice(
        "bail_breach",
        "Breach of bail",
        ("breach of bail", "bail breach", "breached bail", "breaching bail", "broke bail", "breached their bail"),
    ),
    Choice("offence_other", "Another offence", ("other offence", "another offence")),
    Choice("offence_none", "None seen so far", ("none seen", "none so far", "no other offences", "no others"), NONE_ALONE),
)
LABELS = {
    choice.id: choice.label
    for table in (
        YES_OR_NO,
        CARRY_ON,
        PROHIBITIONS,
        (NOT_SURE,),
        MANNERS,
        SOURCES,
        LOSABLE,
        YES_NO_UNKNOWN,
        EXCEPTIONS,
        IDENTITIES,
        EXPLAINED,
        OFFENCES,
        ARRESTS,
        EVIDENCE_KINDS,
        (NONE_YET, NOTHING_MISSING, NOTHING_LOST),
        CONTEMPT,
        CHILDREN,
        RISKS,
        SAFEGUARDING,
        EVENTS,
        TOLD,
    )
    for choice in table
}
