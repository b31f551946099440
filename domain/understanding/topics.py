"""What a question of guidance is about, by its words."""

import re

_ROWS = (
    ("dvpn_dvpo", r"\b(?:dvpn|dvpo|protection notice|domestic violence protection)\b"),
    ("dapn_dapo", r"\b(?:dapn|dapo|domestic abuse protection)\b"),
    ("restraining_orders", r"\brestraining\b"),
    ("occupation_orders", r"\boccupation\b"),
    ("undertakings", r"\bundertakings?\b"),
    ("fmpo_fgmpo", r"\b(?:fmpo|fgmpo|forced marriage|fgm)\b"),
    ("dvds", r"\b(?:dvds|clare'?s law)\b"),
    ("transfer", r"\b(?:transfer\w*|other force|another force|moves? (?:area|force)|scotland|northern ireland)\b"),
    ("charging", r"\b(?:charg\w+|cps|prosecut\w+)\b"),
    ("sentencing", r"\b(?:sentenc\w+|maximum|max|penalty|prison|jail|years|get for)\b"),
    ("contempt", r"\bcontempt\b"),
    ("without_notice", r"\b(?:without notice|ex ?parte|on notice|return hearing)\b"),
    ("service_awareness", r"\b(?:serv(?:ed?|ing|ice|es)|aware\w*|told|knew|know(?:s|n)? (?:about|of)|emailed|whatsapped|posted to|read it|papers?|knowledge)\b"),
    ("powers_arrest_entry", r"\b(?:arrest\w*|nick\w*|power|powers|enter|entry|lift|warrant|section 17|s17)\b"),
    ("points_to_prove", r"\b(?:points? to prove|prove)\b"),
    ("defences", r"\b(?:reasonable excuse|excuse|defences?|accident\w*|chance|by mistake|emergency)\b"),
    ("evidence", r"\b(?:evidence|statement|bwv|screenshots?|phone download|cctv|seize)\b"),
    ("bail", r"\b(?:bail|remand\w*|rui)\b"),
    ("online_contact", r"\b(?:facebook|instagram|snapchat|whatsapp|tiktok|social media|online|likes?|post(?:s|ed)?|tag\w*)\b"),
    ("risk_assessment", r"\b(?:dash|dara|risk|marac)\b"),
    ("victims_code", r"\b(?:victims'? code|victim update|update the victim|within \w+ (?:working )?days?)\b"),
    ("safe_contact", r"\b(?:safe contact|contact plan|overdue|how often|reassurance)\b"),
    ("order_duration", r"\b(?:how long|last|expir\w+|extend\w*|extension|duration|run out|renew\w*)\b"),
    ("related_offences", r"\b(?:stalking|harassment|coercive|assault|criminal damage|malicious)\b"),
    ("forms", r"\b(?:form|fl401\w?|fl404\w?|fl415)\b"),
    ("notification_police", r"\b(?:who tells|notif\w+|sent to (?:the )?police)\b"),
    ("logging", r"\b(?:log|record|crime it|retention|delete)\b"),
    ("breach_offence", r"\b(?:breach\w*|offence|crime|criminal|invit\w+|let him|third party|contact\w*|text\w*|child\w*|gift\w*|count)\b"),
    ("nmo_basics", r"\b(?:nmo|non mol\w*|molestation|orders?|apply|cost|injunction)\b"),
)  # fmt: skip
_TOPICS = tuple((topic, re.compile(pattern)) for topic, pattern in _ROWS)
_COMPARED = re.compile(
    r"\b(?:differ\w*|vs|versus|compared?|same as|or an?)\b.*\b(?P<what>nmo|non mol|dvpo|dvpn|dapo|restraining order|occupation order|undertaking)\b"
)
_LONGEST = 500


def topic_of(said: str) -> str | None:
    return next((topic for topic, pattern in _TOPICS if pattern.search(said, 0, _LONGEST)), None)


def compared_with(said: str) -> str | None:
    """The other measure in a question about a difference."""
    found = _COMPARED.search(said, 0, _LONGEST)
    if found is None:
        return None
    what = found["what"].replace("non mol", "nmo")
    return what.upper() if " " not in what and what != "undertaking" else what
