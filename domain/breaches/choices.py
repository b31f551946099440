"""The choices that the questions of a breach offer, with the other words an officer has for each."""

from dataclasses import dataclass

from domain.denials import UNSURE_WORDS


@dataclass(frozen=True)
class Choice:
    """`words` are the officer's other ways of saying it, `alone` those that say it only where nothing else is said."""

    id: str
    label: str
    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


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

_NONE_ALONE = ("no", "nope", "nah", "none", "nothing", "nobody", "no one", "n/a", "na")
_UNKNOWN_ALONE = (*UNSURE_WORDS, "no", "none", "not yet", "nothing yet")
NO, YES, UNKNOWN = "no", "yes", "unknown"
YES_NO_UNKNOWN = (
    Choice(YES, "Yes", ("y", "yeah", "yep")),
    Choice(NO, "No", ("n", "nope", "nah", "none")),
    Choice(UNKNOWN, "Not known yet", UNSURE_WORDS),
)
EXCEPTIONS = (
    Choice(
        "exception_none", "None seen to apply", ("none", "none apply", "no exception", "no exceptions", "does not apply"), ("no", "nope")
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
        ("number", "known number", "account", "profile", "email address", "caller id"),
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
        ("not yet",),
    ),
)
OFFENCES = (
    Choice("stalking", "Stalking", ("stalking", "stalked", "following")),
    Choice("harassment", "Harassment", ("harassment", "harassing", "harassed")),
    Choice(
        "coercive",
        "Controlling or coercive behaviour",
        ("controlling", "coercive", "coercive control", "ccb", "controlling or coercive behaviour"),
    ),
    Choice("assault", "Assault or strangulation", ("assault", "assaulted", "strangulation", "strangled", "abh", "gbh", "battery")),
    Choice("threats", "Threats", ("threats", "threats to kill", "threatened")),
    Choice("damage", "Criminal damage", ("criminal damage", "damage", "damaged")),
    Choice("malicious", "Malicious communications", ("malicious communications", "malcomms", "mal comms", "malicious comms")),
    Choice("intimidation", "Witness intimidation", ("witness intimidation", "intimidation", "intimidating a witness")),
    Choice("bail_breach", "Breach of bail", ("breach of bail", "bail", "bail breach", "breached bail")),
    Choice("offence_other", "Another offence", ("other offence", "another offence")),
    Choice("offence_none", "None seen so far", ("none seen", "none so far", "no other offences", "no others"), _NONE_ALONE),
)
ARRESTED, NOT_ARRESTED = "arrested", frozenset({"arrest_planned", "arrest_outstanding", "arrest_voluntary", "arrest_no"})
ARRESTS = (
    Choice(ARRESTED, "Arrested", ("arrested", "nicked", "detained", "in custody", "locked up"), ("yes", "y")),
    Choice(
        "arrest_outstanding",
        "Not found yet: to be arrested",
        ("not found", "not found yet", "outstanding", "wanted", "made off", "to be arrested", "circulated"),
    ),
    Choice("arrest_planned", "Arrest planned for later", ("planned", "later", "arrest planned", "will be arrested")),
    Choice(
        "arrest_voluntary",
        "Voluntary interview instead",
        ("voluntary interview", "voluntary attendance", "voluntary", "va", "interview instead"),
    ),
    Choice("arrest_no", "No arrest", ("no arrest", "not arrested", "not arresting", "didn't arrest", "did not arrest"), ("no", "nope")),
)
EVIDENCE_KINDS = (
    Choice("ev_account", "Protected person's first account", ("first account", "account", "victim account")),
    Choice("ev_statement", "Statement", ("statement", "statements", "mg11", "vps")),
    Choice("ev_bwv", "Body-worn video", ("body worn", "body-worn", "body worn video", "body-worn video", "bwv")),
    Choice(
        "ev_messages",
        "Whole message threads or call log",
        ("messages", "message", "texts", "thread", "threads", "call log", "screenshots", "screenshot", "voicemail", "emails", "dms"),
    ),
    Choice(
        "ev_phone",
        "Phone seized, or consent to download",
        ("phone seized", "seized phone", "phone download", "download", "phone", "device"),
    ),
    Choice("ev_cctv", "CCTV, doorbell or dashcam", ("cctv", "doorbell", "dashcam", "footage", "ring", "anpr")),
    Choice("ev_photos", "Photographs of scene, damage or injury", ("photos", "photo", "photographs", "pictures")),
    Choice("ev_witness", "Another witness", ("witness", "witnesses", "neighbour", "neighbours")),
    Choice("ev_999", "999 or 101 recording", ("999", "101", "call recording", "999 recording", "999 call")),
    Choice("ev_order", "Sealed order", ("sealed order", "the order", "copy of the order", "order")),
    Choice(
        "ev_service", "Proof of service or awareness", ("proof of service", "service", "statement of service", "certificate of service")
    ),
    Choice(
        "ev_previous",
        "Earlier breaches or reports",
        ("earlier breaches", "previous breaches", "previous reports", "earlier reports", "history"),
    ),
    Choice("ev_suspect", "Respondent's account", ("suspect account", "respondent's account", "interview")),
)
NONE_YET = Choice("ev_none", "None yet", ("none yet", "no evidence yet", "nothing yet"), _NONE_ALONE)
NOTHING_MISSING = Choice("missing_none", "Nothing missing", ("nothing missing", "all there", "have it all"), _NONE_ALONE)
NOTHING_LOST = Choice("lost_none", "Nothing that I know of", ("nothing that i know of", "nothing will be lost", "nothing"), _NONE_ALONE)
CONTEMPT = (
    Choice("contempt_no", "Not as far as is known", ("not as far as i know", "not as far as is known", "not that i know"), ("no", "nope")),
    Choice("contempt_yes", "Yes, dealt with there", ("yes", "dealt with", "punished", "committed"), ("y",)),
    Choice("contempt_unchecked", "Not checked yet", ("not checked", "not checked yet", *UNSURE_WORDS)),
)
CHILDREN = (
    Choice(
        "child_present",
        "Present, saw or heard it",
        ("present", "saw it", "heard it", "witnessed", "kids saw", "kids there", "children there"),
        ("yes",),
    ),
    Choice(
        "child_lives", "Live there or are affected, not present", ("live there", "not present", "at school", "affected", "asleep", "away")
    ),
    Choice("child_none", "No children", ("no children", "no kids", "none"), ("no", "nope")),
    Choice("child_unknown", "Not known yet", UNSURE_WORDS),
)
RISKS = (
    Choice("risk_standard", "Standard", ("standard", "low")),
    Choice("risk_medium", "Medium", ("medium", "moderate")),
    Choice("risk_high", "High", ("high",)),
    Choice("risk_undone", "Not assessed yet", ("not assessed", "not assessed yet", "not done", "not done yet", "not yet", *UNSURE_WORDS)),
)
SAFEGUARDING = (
    Choice("safe_plan", "Safety plan talked through", ("safety plan", "safety planning", "plan talked through", "safety advice")),
    Choice("safe_place", "Protected person in a safe place", ("safe place", "somewhere safe", "refuge", "staying with", "moved")),
    Choice(
        "safe_home", "Home made safer (locks, alarm)", ("locks", "alarm", "target hardening", "locks changed", "home security", "tecsos")
    ),
    Choice("safe_marker", "Address marker or flag", ("marker", "flag", "address marker", "warning marker")),
    Choice("safe_children", "Children's social care told", ("social care", "social services", "children's services", "cypm", "mash")),
    Choice("safe_idva", "IDVA or support service referral", ("idva", "idva referral", "support service", "women's aid", "referral")),
    Choice("safe_marac", "MARAC referral", ("marac", "marac referral")),
    Choice("safe_patrol", "Patrols or neighbourhood team asked", ("patrol", "patrols", "neighbourhood team", "passing attention")),
    Choice("safe_none", "None yet", ("none yet", "nothing yet"), _NONE_ALONE),
)
EVENTS = (
    Choice("interview", "Interviewed under caution", ("interview", "interviewed", "interviewed under caution")),
    Choice(
        "release",
        "Released (no charge, on bail or under investigation)",
        ("release", "released", "rui", "under investigation", "released on bail"),
    ),
    Choice("bail", "Bail or RUI changed", ("bail changed", "bail varied", "rui changed", "conditions changed")),
    Choice(
        "not_investigating", "Decided not to investigate", ("not investigating", "decided not to investigate", "nfa", "no further action")
    ),
    Choice("event_none", "None of these yet", ("none of these", "none yet", "not yet"), _NONE_ALONE),
)
TOLD = (
    Choice("told_yes", "Yes, told", ("told", "updated", "informed"), ("yes", "y")),
    Choice("told_not_yet", "Not yet", ("not yet", "not told", "not updated"), ("no", "n", "nope")),
)
LABELS = {
    choice.id: choice.label
    for table in (
        *(
            (
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
            )
        ),
        *((ARRESTS, EVIDENCE_KINDS, (NONE_YET, NOTHING_MISSING, NOTHING_LOST), CONTEMPT, CHILDREN, RISKS, SAFEGUARDING, EVENTS, TOLD)),
    )
    for choice in table
}
