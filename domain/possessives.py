"""Whose it is that an officer asks for: `jane marlow's address`, which is typed without its apostrophe as often as with it."""

import re

from domain.apostrophes import straight

_THINGS = (
    r"(?:address|addy|post ?code|whereabouts|location|house|flat|home|phone|mobile|telephone|number|e-?mail|dob|date of birth|details|orders?|nmos?|non[ -]?mols?"
    r"|records?|file|conditions)"
)
_WHOSE = re.compile(
    rf"(?<=[a-z.] )(?P<name>[a-z][a-z'-]*)(?P<ending>'s|s'?)(?= (?:(?:home|current|present|last known|new|old) )*{_THINGS}\b)",
    re.IGNORECASE,
)
# Surnames that end so by themselves: nothing tells that an apostrophe was left out of them.
_ENDS_SO = frozenset(
    [
        "adams",
        "andrews",
        "banks",
        "barnes",
        "bates",
        "briggs",
        "brooks",
        "burns",
        "burrows",
        "byrnes",
        "chambers",
        "childs",
        "clements",
        "coles",
        "collins",
        "cross",
        "cummings",
        "daniels",
        "davies",
        "dawes",
        "dickens",
        "dobbs",
        "edwards",
        "evans",
        "fields",
        "flowers",
        "fowles",
        "giles",
        "gibbs",
        "graves",
        "greaves",
        "griffiths",
        "griggs",
        "hastings",
        "hayes",
        "haynes",
        "higgins",
        "hobbs",
        "holmes",
        "hopkins",
        "hughes",
        "humphries",
        "hutchings",
        "jacobs",
        "james",
        "jeffries",
        "jenkins",
        "jennings",
        "johns",
        "jones",
        "keys",
        "knowles",
        "lyons",
        "marks",
        "masters",
        "matthews",
        "mathews",
        "mears",
        "meyers",
        "michaels",
        "mills",
        "moss",
        "myers",
        "nicholas",
        "nichols",
        "owens",
        "parsons",
        "parkes",
        "perkins",
        "peters",
        "phillips",
        "pitts",
        "potts",
        "powers",
        "reeves",
        "reynolds",
        "rhodes",
        "richards",
        "rivers",
        "roberts",
        "rogers",
        "sanders",
        "saunders",
        "sands",
        "simmons",
        "simons",
        "simms",
        "sparks",
        "stephens",
        "stevens",
        "stubbs",
        "summers",
        "symonds",
        "thomas",
        "tibbs",
        "timms",
        "tompkins",
        "underwoods",
        "vickers",
        "walters",
        "waters",
        "watkins",
        "watts",
        "wells",
        "wilkins",
        "williams",
        "willis",
        "woods",
        "yates",
    ]
)
_ADDRESS = r"(?:address(?:es)?|addy|whereabouts)"
_FOR_AN_ADDRESS = re.compile(rf"\b{_ADDRESS}(?: please| pls| thanks)?[?.! ]*$|\b{_ADDRESS} (?:of|for)\b")
_WHERE = re.compile(r"\bwhere (?:does|do|is|are) .*\b(?:liv|stay|resid)\w*|\bwhere .* lives\b")
# What somebody did at an address is told of, and no address asked for.
_TOLD_OF = re.compile(r"\b(?:he|she|they|i|we)\b")


def without_possessives(text: str) -> str:
    """The name as it is without the sign of whose it is."""
    return _WHOSE.sub(_name, straight(text))


def asks_for_address(text: str) -> bool:
    """Of somebody; a line that names an address to search by may do so too."""
    said = straight(text.casefold())
    return _WHERE.search(said) is not None or (_FOR_AN_ADDRESS.search(said) is not None and _TOLD_OF.search(said) is None)


def _name(seen: re.Match[str]) -> str:
    name, ending = seen["name"], seen["ending"]
    if ending == "s" and (len(name) < 3 or name.casefold().endswith(("s", "u", "i")) or f"{name}s".casefold() in _ENDS_SO):
        return f"{name}s"
    return f"{name}s" if ending == "s'" else name
