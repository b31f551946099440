"""The story that every way into the bot is tried with: a look-up with a slip of the pen, a breach, a reminder, a contact made."""

RESPONSE = "PC Sam Okafor-Lane"
LIAISON = "VLO Kit Rowan"
DESK = "Dale Quill"
ADMIN = "Addie Loom"
# Why, in one press, before the first look-up of an incident.
REASON = "Incident or call"
ASKED = "any nmo on john smiht dob 12/3/85"
# Title of the button that answers, and what is filled in beside it, page by page.
ANSWERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("No", {}),
    ("Next", {"happened": "He stood at her gate and shouted.", "when": "yesterday at 21:30", "where": "at the gate", "manner": "place"}),
    ("Next", {"conditions": "condition_3,condition_6", "third_party": "no", "exception": "exception_none"}),
    ("Next", {"identity": "id_protected", "awareness": "served", "explained": "explained_later"}),
    ("Next", {"offences": "harassment", "earlier": "no", "arrest": "arrest_outstanding", "arrest_why": "Left before we came"}),
    ("Next", {"evidence": "ev_bwv,ev_witness", "missing": "ev_statement", "lost": "lost_cctv", "contempt": "contempt_no"}),
    ("Next", {"children": "child_none", "risk_before": "risk_medium", "risk_after": "risk_high", "safeguarding": "safe_plan"}),
    ("Next", {"events": "event_none", "victim_told": "told_not_yet"}),
)
RECORDED = "Recorded as BR-"
REMINDER = "A breach was recorded"
