"""Ten made-up breaches, from the first message to the record; `{who}` stands for the look-up words of an order. One input is one message or one press."""

from datetime import date, datetime

from domain.london import LONDON
from domain.orders import PartyRole
from tests.orders import a_party
from tests.story_parts import NEXT, RECORD, SEND, YES_THAT_ORDER, Input, Story, press, say


def _next(**fields: str) -> Input:
    return press(NEXT, **fields)


_KNOWN = _next(identity="id_account", awareness="served", explained="explained_later")
_NOT_FOUND = _next(
    offences="offence_none", earlier="no", arrest="arrest_outstanding", arrest_why="Left before we arrived, being looked for"
)
_MESSAGES = _next(evidence="ev_messages,ev_account", missing="ev_phone", lost="lost_phone", contempt="contempt_unchecked")
_NO_CHILDREN = _next(children="child_none", risk_before="risk_medium", risk_after="risk_high", safeguarding="safe_plan,safe_patrol")
_NOTHING_SINCE = _next(events="event_none", victim_told="told_not_yet", incident_no="0412 of today")
_ARRESTED = _next(
    offences="assault,harassment", earlier="yes", earlier_more="Two calls in October", arrest="arrested", arrest_when="yesterday at 22:40"
)

TEXTS = Story(
    "texts from a new number",
    (
        say("{who} he texted her 3 times last night from a new number"),
        press(RECORD),
        press("No"),
        _next(happened="He texted her 3 times from a new number", when="last night", where="her phone", manner="contact"),
        _next(conditions="condition_3", third_party="no", exception="exception_none"),
        _KNOWN,
        _NOT_FOUND,
        _MESSAGES,
        _NO_CHILDREN,
        _NOTHING_SINCE,
        press(SEND),
    ),
    {"manner": ("contact",), "conditions": ("condition_3",), "arrest": ("arrest_outstanding",)},
    simple=True,
)
GATE = Story(
    "at the gate, told after the look-up",
    (
        say("{who}"),
        say("he turned up at her house at 9 last night and shouted at her, PC Loom told him about the order"),
        press(YES_THAT_ORDER),
        say("no"),
        say("ok"),
        _next(conditions="condition_6", third_party="no", exception="exception_none"),
        _next(identity="id_protected", awareness="told_by_police", explained="explained_later"),
        _NOT_FOUND,
        _MESSAGES,
        _NO_CHILDREN,
        _NOTHING_SINCE,
        press(SEND),
    ),
    {"conditions": ("condition_6",), "awareness": ("told_by_police",)},
    simple=True,
)
FORCED = Story(
    "danger now, door forced, arrested and interviewed",
    (
        say("{who}"),
        press(RECORD),
        say("yes he is still outside"),
        press("Help is coming: carry on"),
        _next(
            happened="Forced the back door and pushed the applicant over.",
            when="yesterday at 22:15",
            where="the kitchen",
            manner="violence,place,property",
            witnesses="The neighbour at the back",
            reported="By the applicant on 999 at 22:18",
        ),
        _next(conditions="condition_1,condition_5,condition_6", third_party="no", exception="exception_none"),
        _next(
            identity="id_officer,id_footage", awareness="served,own_words", explained="explained", explanation="I only came for my coat."
        ),
        _ARRESTED,
        _next(
            evidence="ev_bwv,ev_photos,ev_witness",
            missing="ev_statement,ev_cctv",
            lost="lost_cctv,lost_999",
            contempt="contempt_no",
            evidence_more="Doorbell is next door's",
        ),
        _next(
            children="child_present",
            children_more="Two heard it from upstairs",
            risk_before="risk_medium",
            risk_after="risk_high",
            safeguarding="safe_home,safe_children,safe_idva",
        ),
        _next(
            events="interview,release",
            victim_told="told_yes",
            victim_told_how="By phone at 23:30",
            crime_no="12/3456/26",
            custody_no="EX/1234/26",
        ),
        _next(interview_when="yesterday at 23:30", release_when="5 mins ago"),
        press(SEND),
    ),
    {"explanation": "I only came for my coat.", "events": ("interview", "release"), "children": ("child_present",)},
)
MOTHER = Story(
    "through the respondent's mother",
    (
        say("{who}"),
        press(RECORD),
        press("No"),
        _next(
            happened="His mother rang her and said he wants to see her.",
            when="yday afternoon",
            where="work telephone",
            manner="third_party,contact",
        ),
        _next(
            conditions="condition_3", third_party="yes", third_party_who="His mother, asked to pass it on", exception="exception_unchecked"
        ),
        _next(identity="id_witness", awareness="in_court", awareness_more="At the hearing of 3 June", explained="explained_nothing"),
        _next(
            offences="intimidation", earlier="unknown", arrest="arrest_voluntary", arrest_why="Gives a safe address and comes in tomorrow"
        ),
        _next(evidence="ev_statement", missing="ev_messages", lost="lost_phone", contempt="contempt_no"),
        _NO_CHILDREN,
        _NOTHING_SINCE,
        press(SEND),
    ),
    {"third_party": ("yes",), "third_party_who": "His mother, asked to pass it on"},
)
HUSBAND = Story(
    "a male applicant, a message to a friend's account",
    (
        say("{who}"),
        press(RECORD),
        press("No"),
        _next(
            happened="She messaged him through a friend's account and called him names.",
            when="yesterday at 11:00",
            where="Instagram",
            manner="contact",
        ),
        _next(conditions="condition_2,condition_3", third_party="unknown", exception="exception_none"),
        _next(identity="id_content", identity_more="Signed with her initials", awareness="not_known", explained="explained_later"),
        _next(offences="malicious", earlier="no", arrest="arrest_planned", arrest_why="At work today, to be arrested tonight"),
        _MESSAGES,
        _next(
            children="child_lives",
            children_more="At school",
            risk_before="risk_standard",
            risk_after="risk_medium",
            safeguarding="safe_plan",
        ),
        _NOTHING_SINCE,
        press(SEND),
    ),
    {"conditions": ("condition_2", "condition_3"), "awareness": ("not_known",)},
    order={"respondent": a_party(forenames="Joan"), "applicant": a_party(role=PartyRole.APPLICANT, forenames="Neville")},
    who="joan smith dob 12/3/85",
)
ENDED = Story(
    "the order had ended the week before",
    (
        say("{who}"),
        press(RECORD),
        press("No"),
        _next(happened="He rang her at work.", when="yesterday at noon", where="her work", manner="contact"),
        _next(conditions="not_sure", third_party="no", exception="exception_unchecked"),
        _KNOWN,
        _next(offences="stalking", earlier="yes", arrest="arrest_no", arrest_why="Order may have ended, advice sought from the sergeant"),
        _MESSAGES,
        _NO_CHILDREN,
        _next(events="not_investigating", victim_told="told_not_yet"),
        _next(nfa_when="10 mins ago"),
        press(SEND),
    ),
    {"events": ("not_investigating",), "arrest": ("arrest_no",)},
    order={"expires_at": datetime(2026, 11, 15, 23, 59, tzinfo=LONDON)},
)
WRONG_DATE = Story(
    "a date that cannot be, put right",
    (
        say("{who}"),
        press(RECORD),
        press("No"),
        _next(happened="He waited by her car.", when="31/2", where="works car park", manner="place"),
        _next(happened="He waited by her car.", when="tomorrow", where="works car park", manner="place"),
        _next(happened="He waited by her car.", when="yesterday at 17:30", where="works car park", manner="place"),
        _next(conditions="condition_6", third_party="no", exception="exception_may", exception_which="Work: they have one employer"),
        _KNOWN,
        _NOT_FOUND,
        _next(evidence="ev_none", missing="ev_cctv,ev_statement", lost="lost_cctv", contempt="contempt_unchecked"),
        _NO_CHILDREN,
        _NOTHING_SINCE,
        press(SEND),
    ),
    {"exception_which": "Work: they have one employer", "evidence": ("ev_none",)},
)
TYPED = Story(
    "in typed words all the way",
    (
        say("{who}"),
        say("record a breach"),
        say("yes"),
        say("no"),
        say("He rang her from a withheld number"),
        say("yesterday at 20:00"),
        say("on her mobile"),
        say("C; third party: no; exception: none apply"),
        say("id: knows the voice; awareness: served; explained: not asked"),
        say("offences: none seen; earlier: no; arrest: not found yet; reason: left before we came"),
        say("evidence: messages; missing: phone; lost: phone; contempt: not checked"),
        say("no kids; risk before: medium; risk: high; safeguarding: safety plan"),
        say("since: none of these; victim told: not yet; crime no: 12/9876/26"),
        say("send"),
    ),
    {"identity": ("id_protected",), "crime_no": "12/9876/26", "risk_after": ("risk_high",)},
)
STOPPED = Story(
    "stopped at the door and gone on with later",
    (
        say("{who}"),
        press(RECORD),
        press("No"),
        _next(happened="He followed her from the bus.", when="last night about ten", where="near the bus stop", manner="other"),
        say("stop"),
        press("Resume"),
        press("Skip"),
        press("Leave it out", reason="She could not go on"),
        say("change 3"),
        _next(conditions="condition_2", third_party="no", exception="exception_none"),
        _KNOWN,
        press("Back"),
        _next(identity="id_account,id_protected", awareness="served", explained="explained_later"),
        _NOT_FOUND,
        _MESSAGES,
        _NO_CHILDREN,
        _NOTHING_SINCE,
        press(SEND),
    ),
    {"conditions": ("condition_2",), "identity": ("id_protected", "id_account")},
)
BAIL = Story(
    "on bail, flowers sent to her work",
    (
        say("{who} he sent flowers to her work yday, he's on bail"),
        press(RECORD),
        press("No"),
        _next(happened="Flowers and a note came to her work.", when="yesterday", where="her work", manner="contact,third_party"),
        _next(conditions="condition_3", third_party="yes", third_party_who="A florist", exception="exception_none"),
        _next(identity="id_content", awareness="told_by_court,served", explained="explained_nothing"),
        _next(
            offences="bail_breach,stalking",
            earlier="yes",
            earlier_more="A card in September",
            arrest="arrested",
            arrest_when="yesterday at 07:30",
        ),
        _next(evidence="ev_photos,ev_witness", missing="ev_statement", lost="lost_cctv", contempt="contempt_no"),
        _NO_CHILDREN,
        _next(events="interview,bail", victim_told="told_not_yet", custody_no="EX/77/26"),
        _next(interview_when="yesterday at 09:00", bail_when="yesterday at 10:15"),
        press(SEND),
    ),
    {"offences": ("stalking", "bail_breach"), "events": ("interview", "bail")},
    order={"made_on": date(2026, 3, 1)},
)
STORIES = (TEXTS, GATE, FORCED, MOTHER, HUSBAND, ENDED, WRONG_DATE, TYPED, STOPPED, BAIL)
