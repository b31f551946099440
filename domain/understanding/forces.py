"""Police forces as officers name them, and which way a case goes between two of them."""

import re
from typing import NamedTuple

from domain.understanding.line import MOST_READ

_FORCES = {
    "Avon and Somerset": "avon & somerset|avon and somerset|a&s|a & s",
    "Bedfordshire": "beds|bedfordshire",
    "British Transport Police": "btp|british transport",
    "Cambridgeshire": "cambs|cambridgeshire",
    "Cheshire": "cheshire",
    "City of London": "city of london|colp",
    "Cleveland": "cleveland",
    "Cumbria": "cumbria",
    "Derbyshire": "derbys|derbyshire|derby",
    "Devon and Cornwall": "devon & cornwall|devon and cornwall|d&c|devon",
    "Dorset": "dorset",
    "Durham": "durham",
    "Dyfed-Powys": "dyfed powys|dyfed-powys|dpp",
    "Essex": "essex",
    "Gloucestershire": "glos|gloucestershire|gloucester",
    "Greater Manchester": "gmp|greater manchester|g m p|manchester",
    "Gwent": "gwent",
    "Hampshire": "hants|hampshire",
    "Hertfordshire": "herts|hertfordshire",
    "Humberside": "humberside|humber",
    "Kent": "kent",
    "Lancashire": "lancs|lancashire",
    "Leicestershire": "leics|leicestershire|leicester",
    "Lincolnshire": "lincs|lincolnshire",
    "Merseyside": "merseyside|mersey|merpol",
    "Metropolitan": "the met|met police|the metropolitan|metropolitan|the mps|met",
    "Norfolk": "norfolk",
    "North Wales": "north wales",
    "North Yorkshire": "north yorks|north yorkshire|n yorks|nyp",
    "Northamptonshire": "northants|northamptonshire",
    "Northumbria": "northumbria",
    "Nottinghamshire": "notts|nottinghamshire|nottingham",
    "Police Scotland": "police scotland|scotland|psos",
    "PSNI": "psni|northern ireland",
    "South Wales": "south wales|swp",
    "South Yorkshire": "south yorks|south yorkshire|s yorks|syp",
    "Staffordshire": "staffs|staffordshire",
    "Suffolk": "suffolk",
    "Surrey": "surrey",
    "Sussex": "sussex|east sussex|west sussex",
    "Thames Valley": "thames valley|tvp",
    "Warwickshire": "warks|warwickshire",
    "West Mercia": "west mercia|w mercia|wmp mercia",
    "West Midlands": "west midlands|west mids|w mids|w midlands|wmp",
    "West Yorkshire": "west yorks|west yorkshire|w yorks|w yorkshire|wyp",
    "Wiltshire": "wilts|wiltshire",
}
_OF = {alias: name for name, aliases in _FORCES.items() for alias in aliases.split("|")}
_NAMES = "|".join(sorted((re.escape(alias) for alias in _OF), key=len, reverse=True))
FORCE = re.compile(rf"\b(?P<force>{_NAMES})\b(?P<police>(?: (?:police|constabulary|force))*)")
_IN = re.compile(r"\b(?:from|in from|received from|by|moved from|of|via)(?: the)? $")
_OUT = re.compile(
    r"\b(?:to|into|over to|out to|with|for|towards|(?:live|lives|living|settl\w+|rehoused) (?:up |down |over )?in)(?: the)? $"
)
_SENDS = re.compile(
    r" (?:(?:is|are|have|has|want|wants|to|just|now|will|be) )*(?:send\w*|sent|pass\w*|transferr?\w*|hand\w*|giv\w*) (?:us|it to us|over to us|me|one|a|this|their|her|him)\b"
)


class ForceNamed(NamedTuple):
    """`way` is to, from, or empty where neither stands before it."""

    name: str
    way: str
    start: int
    end: int


def forces_in(text: str) -> list[ForceNamed]:
    return [ForceNamed(_OF[seen["force"]], _way(text, *seen.span()), *seen.span()) for seen in FORCE.finditer(text, 0, MOST_READ)]


def _way(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 28) : start]
    if _IN.search(before) or _SENDS.match(text, end):
        return "from"
    return "to" if _OUT.search(before) else ""
