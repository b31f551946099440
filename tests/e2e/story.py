"""The story that every way into the bot is tried with: a look-up with a slip of the pen, a breach, a reminder, a contact made."""

RESPONSE = "PC Sam Okafor-Lane"
LIAISON = "VLO Kit Rowan"
DESK = "Dale Quill"
ADMIN = "Addie Loom"
# Why, in one press, before the first look-up of an incident.
REASON = "Incident or call"
ASKED = "any nmo on john smiht dob 12/3/85"
# Title of the button that answers, and what is filled in beside it, question by question.
ANSWERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("No", {}),
    ("Next", {"account": "He stood at her gate and shouted."}),
    ("Next", {"when": "yesterday at 21:30"}),
    ("Next", {"conditions": "condition_3,condition_6", "how": "place"}),
    ("Next", {"awareness": "served"}),
    ("Next", {"evidence": "Body-worn video, two neighbours", "lost": "lost_cctv", "arrest": "yes"}),
)
RECORDED = "Recorded as BR-"
REMINDER = "A breach was recorded"
