"""The choices of what came of a breach: the arrest decision, evidence, children, risk, safety and what has happened since."""

from domain.breaches.choice import NONE_ALONE, THINKS_NOT, Choice
from domain.denials import UNSURE_WORDS

ARRESTED, NOT_FOUND = "arrested", "arrest_outstanding"
NOT_ARRESTED = frozenset({NOT_FOUND, "arrest_planned", "arrest_voluntary", "arrest_no"})
ARRESTS = (
    Choice(ARRESTED, "Arrested", ("arrested", "nicked", "detained", "in custody", "locked up", "remanded"), ("yes", "y")),
    Choice(
        NOT_FOUND,
        "Not found yet: to be arrested",
        ("not found", "not found yet", "outstanding", "wanted", "made off", "to be arrested", "circulated"),
    ),
    Choice(
        "arrest_planned",
        "Arrest planned for later",
        ("planned", "later", "arrest planned", "will be arrested", "will arrest", "going to be arrested"),
    ),
    Choice(
        "arrest_voluntary",
        "Voluntary interview instead",
        ("voluntary interview", "voluntary attendance", "voluntary", "va", "interview instead"),
    ),
    Choice(
        "arrest_no",
        "No arrest",
        (
            "no arrest",
            "not arrested",
            "not arresting",
            "didn't arrest",
            "did not arrest",
            "wasn't arrested",
            "was not arrested",
            "haven't arrested",
        ),
        ("no", "nope"),
    ),
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
        ("earlier breaches", "previous breaches", "previous reports", "earlier reports", "history of breaches", "breach history"),
    ),
    Choice("ev_suspect", "Respondent's account", ("suspect account", "respondent's account", "interview")),
)
NONE_YET = Choice("ev_none", "None yet", ("none yet", "no evidence yet", "nothing yet"), NONE_ALONE)
NOTHING_MISSING = Choice("missing_none", "Nothing missing", ("nothing missing", "all there", "have it all"), NONE_ALONE)
NOTHING_LOST = Choice("lost_none", "Nothing that I know of", ("nothing that i know of", "nothing will be lost", "nothing"), NONE_ALONE)
CONTEMPT = (
    Choice(
        "contempt_no",
        "Not as far as is known",
        ("not as far as i know", "not as far as is known", "not that i know"),
        ("no", "nope", *THINKS_NOT),
    ),
    Choice(
        "contempt_yes",
        "Yes, dealt with there",
        ("dealt with", "punished", "committed for contempt", "committed to prison"),
        ("yes", "y", "yeah", "yep"),
    ),
    Choice("contempt_unchecked", "Not checked yet", ("not checked", "not checked yet", *UNSURE_WORDS)),
)
_CHILD_WORDS = ("kid", "kids", "child", "children", "son", "daughter", "sons", "daughters", "baby", "boy", "girl", "boys", "girls")
CHILDREN = (
    Choice(
        "child_present",
        "Present, saw or heard it",
        (
            "present",
            "saw it",
            "heard it",
            "witnessed",
            "kids there",
            "children there",
            *(
                f"{child} {did}"
                for child in _CHILD_WORDS
                for did in ("saw", "heard", "was there", "were there", "was present", "were present")
            ),
        ),
        ("yes",),
    ),
    Choice(
        "child_lives", "Live there or are affected, not present", ("live there", "not present", "at school", "affected", "asleep", "away")
    ),
    Choice("child_none", "No children", ("no children", "no kids"), ("no", "nope", "none", *THINKS_NOT)),
    Choice("child_unknown", "Not known yet", UNSURE_WORDS),
)
RISKS = (
    Choice("risk_standard", "Standard", ("standard", "low")),
    Choice("risk_medium", "Medium", ("medium", "moderate", "med")),
    Choice("risk_high", "High", ("high",)),
    Choice("risk_undone", "Not assessed yet", ("not assessed", "not assessed yet", "not done", "not done yet", "not yet", *UNSURE_WORDS)),
)
SAFEGUARDING = (
    Choice("safe_plan", "Safety plan talked through", ("safety plan", "safety planning", "plan talked through", "safety advice")),
    Choice(
        "safe_place",
        "Protected person in a safe place",
        (
            "safe place",
            "somewhere safe",
            "refuge",
            "in a refuge",
            "victim staying with",
            "victim is staying with",
            "applicant staying with",
        ),
    ),
    Choice(
        "safe_home", "Home made safer (locks, alarm)", ("locks", "alarm", "target hardening", "locks changed", "home security", "tecsos")
    ),
    Choice("safe_marker", "Address marker or flag", ("marker", "flag", "address marker", "warning marker")),
    Choice("safe_children", "Children's social care told", ("social care", "social services", "children's services", "cypm", "mash")),
    Choice(
        "safe_idva", "IDVA or support service referral", ("idva", "idva referral", "support service", "women's aid", "support referral")
    ),
    Choice("safe_marac", "MARAC referral", ("marac", "marac referral")),
    Choice("safe_patrol", "Patrols or neighbourhood team asked", ("patrol", "patrols", "neighbourhood team", "passing attention")),
    Choice("safe_none", "None yet", ("none yet", "nothing yet"), NONE_ALONE),
)
EVENTS = (
    Choice("interview", "Interviewed under caution", ("interview", "interviewed", "interviewed under caution")),
    Choice(
        "release",
        "Released (no charge, on bail or under investigation)",
        ("released", "rui", "under investigation", "released on bail", "bailed", "bailed out", "street bail"),
    ),
    Choice("bail", "Bail or RUI changed", ("bail changed", "bail varied", "rui changed", "conditions changed")),
    Choice(
        "not_investigating", "Decided not to investigate", ("not investigating", "decided not to investigate", "nfa", "no further action")
    ),
    Choice("event_none", "None of these yet", ("none of these", "none yet", "not yet", "charged", "remanded"), NONE_ALONE),
)
TOLD = (
    Choice("told_yes", "Yes, told", ("told", "updated", "informed"), ("yes", "y")),
    Choice(
        "told_not_yet",
        "Not yet",
        (
            "not yet",
            "not told",
            "not updated",
            "to be told",
            "will be told",
            "needs to be told",
            "need to tell",
            "needs telling",
            "to be updated",
            "will update",
            "will be updated",
            "needs to be updated",
        ),
        ("no", "n", "nope"),
    ),
)
