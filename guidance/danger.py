"""Words that mean somebody is in danger now: they are answered before any question is."""

import re

TITLE = "Danger now"
WORDS = (
    "**In danger now? Press your emergency button or call control on the radio. Off air: 999.**\n\n"
    "This bot is no emergency channel: nobody is watching it."
)
LENGTH_READ = 4_000

_WHO = r"(?:he|hes|shes|she|they|him|suspect|respondent|ex|perp|husband|boyfriend|partner)"
_PLACE = r"(?:here|outside|inside|door|doors|doorstep|window|house|garden|garage|flat|upstairs|downstairs)"
_BREAK_IN = r"(?:kick|smash|break|bang|hammer|boot|batter)(?:ing)"
_ATTACK = r"(?:attack|hitt?|beat|strangl|stabb|chok|punch|throttl|assault)ing"
_WEAPON = r"(?:knife|gun|weapon|machete|axe|hammer|blade|bat|petrol)"
# Every gap between words is bounded, so the time stays in line with the length of the text.
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_WHO} (?:\w+ ){{0,4}}{_PLACE} (?:right |just |again )?now\b",
        rf"\b{_WHO} (?:is )?now (?:\w+ ){{0,3}}{_PLACE}\b",
        rf"\b(?:hes|shes|they ?re|{_WHO} is) (?:back )?(?:here|at (?:the|her|my) (?:front |back )?(?:door|window))\b",
        rf"(?<!was )(?<!were )(?<!been )\b{_BREAK_IN} (?:\w+ ){{0,3}}(?:door|doors|window|windows|in|down)\b",
        rf"\b(?:hes|is|shes) (?:\w+ )?{_ATTACK} (?:her|him|me|us|someone|my)\b",
        rf"\b(?:hes|he is|he) (?:has |have )?(?:got |holding |with |waving )?(?:a |the )?{_WEAPON} (?:\w+ ){{0,1}}(?:now|here|help)\b",
        rf"\b(?:hes|he has|she has|shes) (?:got |holding |waving )?(?:a |the ){_WEAPON}\b",
        r"\b(?:help me|in (?:immediate )?danger|need (?:urgent )?(?:help|backup|back up|assistance) (?:right )?now|officer down|going to kill|gonna kill)\b",
    )
)
_APOSTROPHES = re.compile("['`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}\N{ACUTE ACCENT}]")
_GAPS = re.compile(r"[^a-z0-9]+")


def is_danger(text: str) -> bool:
    """Whether the words speak of danger at this moment; a false alarm costs a line, a miss costs more."""
    plain = _GAPS.sub(" ", _APOSTROPHES.sub("", text[:LENGTH_READ].casefold()))
    return any(sign.search(plain) for sign in _SIGNS)
