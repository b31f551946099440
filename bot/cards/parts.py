"""The pieces every card is built of: plain dicts, accessible, with nothing in them that markdown can change."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

Card = dict[str, Any]
ADAPTIVE = "application/vnd.microsoft.card.adaptive"
SUMMARY = "NMO Bot has a message for you."
MARKING = "OFFICIAL-SENSITIVE"
VERSION = "1.4"
# Of one set. Teams shows six and puts the rest behind a menu; the chat page draws no card with more than `maxActions` of static/look.js.
MOST_BUTTONS, MOST_BELOW = 6, 12
# Whatever changes anything below has one of these.
_ANY_SIGN = re.compile(r"[<>\\*_\[\]`#~@./()+-]")
_SIGN = re.compile(r"[<>\\*_\[\]`#~@]")
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "<>\\*_[]`#~@"})
_HOST_OR_DOTS = re.compile(r"\.(?:(?=[^\W\d_]|\.)|(?<=[Ww]{3}\.))")
# Two, each begun by one letter that is quickly found: together they are tried at every letter of a text.
_TYPESET_SIGN = re.compile(r"\((?=(?:c|r|p|tm)\))", re.IGNORECASE)
_TYPESET_DASH = re.compile(r"(?<=[-+])-")
_LIST = re.compile(r"^(\s*\d{0,9})([.)+-])(?=\s)", re.MULTILINE)


def plain(text: str) -> str:
    """Text that Adaptive Cards' markdown leaves alone: no emphasis, no link, no tag, no list (a list is numbered anew from one).

    Some clients make a link of whatever looks like one, and another sign of "42(c)" or "--"; an escaped sign is drawn and copied as itself,
    and nothing reaches across it.
    """
    # Most text holds none of these, and to look is cheaper than to replace.
    if not _ANY_SIGN.search(text):
        return text
    if _SIGN.search(text):
        text = text.translate(_SIGNS)
    if "." in text:
        text = _HOST_OR_DOTS.sub(r"\\.", text)
    if "//" in text:
        text = text.replace("//", "/\\/")
    if "(" in text:
        text = _TYPESET_SIGN.sub(r"\\(", text)
    if "--" in text or "+-" in text:
        text = _TYPESET_DASH.sub(r"\\-", text)
    return _LIST.sub(r"\1\\\2", text) if _LIST.search(text) else text


def heading(text: str) -> Card:
    return {"type": "TextBlock", "text": plain(text), "style": "heading", "size": "Large", "weight": "Bolder", "wrap": True}


def line(text: str, *, strong: bool = False, quiet: bool = False) -> Card:
    block: Card = {"type": "TextBlock", "text": plain(text), "wrap": True}
    if strong:
        block["weight"] = "Bolder"
    if quiet:
        block["isSubtle"] = True
        block["size"] = "Small"
    return block


def facts(pairs: Iterable[tuple[str, str | None]]) -> Card:
    """A table of title and value; pairs without a value are left out."""
    return {"type": "FactSet", "facts": [{"title": plain(title), "value": plain(value)} for title, value in pairs if value]}


def warning(text: str) -> Card:
    """A box that says its kind in words and by its style, never by colour alone."""
    return {"type": "Container", "style": "warning", "bleed": True, "items": [line(text, strong=True)]}


def button(title: str, data: dict[str, str], *, style: str | None = None) -> Card:
    """Action.Execute with Action.Submit for clients that cannot do it."""
    submit: Card = {"type": "Action.Submit", "title": title, "data": data}
    execute: Card = {"type": "Action.Execute", "title": title, "verb": "press", "data": data, "fallback": submit}
    if style:
        execute["style"] = submit["style"] = style
    return execute


def button_sets(buttons: Sequence[Card]) -> list[Card]:
    """Many buttons in sets of few: a client draws no card at all, or hides buttons, where one set holds too many."""
    return [{"type": "ActionSet", "actions": list(buttons[at : at + MOST_BUTTONS])} for at in range(0, len(buttons), MOST_BUTTONS)]


def text_input(id: str, label: str, *, multiline: bool = False, required: str | None = None, value: str = "", limit: int = 1000) -> Card:
    """`required` is the error message; without it the input may stay empty."""
    field: Card = {"type": "Input.Text", "id": id, "label": plain(label), "isMultiline": multiline, "maxLength": limit}
    if required:
        field |= {"isRequired": True, "errorMessage": required}
    if value:
        field["value"] = value
    return field


def choices(id: str, label: str, options: Sequence[tuple[str, str]], *, required: str | None = None, many: bool = False) -> Card:
    """`options` are (title, value). Raises ValueError where one is empty: the chat page then draws nothing of the whole card."""
    if not all(title and value for title, value in options):
        raise ValueError(f"{label}: every choice needs words and a value")
    field: Card = {"type": "Input.ChoiceSet", "id": id, "label": plain(label), "style": "expanded", "isMultiSelect": many, "wrap": True}
    field["choices"] = [{"title": plain(title), "value": value} for title, value in options]
    if required:
        field |= {"isRequired": True, "errorMessage": required}
    return field


def card(body: Iterable[Card], actions: Iterable[Card] = (), *, speak: str = "A card from NMO Bot.", marked: bool = True) -> Card:
    """A whole card; `marked` puts the protective marking on top, as every card about a person must have. Buttons that are too many for one set stand in several."""
    items = [line(MARKING, quiet=True)] if marked else []
    below = list(actions)
    sets, below = (button_sets(below), []) if len(below) > MOST_BELOW else ([], below)
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": VERSION,
        "fallbackText": "This card needs a newer client: type help.",
        "speak": speak,
        "body": [*items, *body, *sets],
        "actions": below,
    }


def as_message(whole: Card) -> dict[str, Any]:
    """The activity that carries a card; `summary`, which a locked phone shows, is always the same words."""
    return {"type": "message", "summary": SUMMARY, "attachments": [{"contentType": ADAPTIVE, "content": whole}]}
