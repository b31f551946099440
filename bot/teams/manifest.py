"""The Teams app manifest as a plain dict: a bot for one person's own chat, and nothing else."""

import re
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from domain.errors import Unreadable

SCHEMA = "1.27"
VERSION = "0.1.0"
# With this consent Teams tells the bot what of its own chat with an officer was read.
READ_RECEIPTS = "ChatMessageReadReceipt.Read.Chat"
_HOST = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
# Teams shows everybody the same list, so it goes from what most roles may do to what few may; who may do what is decided when it is asked.
COMMANDS = (
    ("Help", "What you can do here, by your role"),
    ("Look up an order", "By name with a date of birth or postcode, or by case number"),
    ("Record a breach", "Page by page through a breach of an order"),
    ("My contacts", "Which protected persons you are to contact, and when"),
    ("What guidance is there?", "Pages on the law and good practice, with their sources"),
    ("Cancel", "Leave what you have begun; nothing is recorded"),
)


def manifest(app_id: str, hostname: str, pages: str, asks: Sequence[str] = ()) -> dict[str, Any]:
    """`pages` is the https address under which the force keeps the app's support, privacy and terms pages; `asks` are the consents to a chat that it asks for."""
    return _plain(app_id, hostname, pages) | (_consents(app_id, asks) if asks else {})


def _plain(app_id: str, hostname: str, pages: str) -> dict[str, Any]:
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA,
        "version": VERSION,
        "id": _app(app_id),
        "developer": {
            "name": "NMO Bot",
            "websiteUrl": _address(pages, "support"),
            "privacyUrl": _address(pages, "privacy"),
            "termsOfUseUrl": _address(pages, "terms"),
        },
        "name": {"short": "NMO Bot", "full": "NMO Bot: non-molestation orders"},
        "description": {
            "short": "Look up a non-molestation order, record a breach, keep the contact duty.",
            "full": (
                "For police officers. Look up a non-molestation order, record its breach page by page, keep up reassurance contact with "
                "protected persons, and ask about the law and good practice. It is no emergency channel: in danger, press your emergency button, "
                "use radio control, or call 999 if you are off air."
            ),
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#1B365D",
        "bots": [_bot(app_id)],
        "permissions": ["identity"],
        "validDomains": [_host(hostname)],
        "defaultInstallScope": "personal",
    }


def _consents(app_id: str, asks: Sequence[str]) -> dict[str, Any]:
    return {
        "webApplicationInfo": {"id": _app(app_id)},
        "authorization": {"permissions": {"resourceSpecific": [{"name": name, "type": "Application"} for name in asks]}},
    }


def _bot(app_id: str) -> dict[str, Any]:
    return {
        "botId": _app(app_id),
        "scopes": ["personal"],
        "isNotificationOnly": False,
        "supportsFiles": False,
        "supportsCalling": False,
        "supportsVideo": False,
        "commandLists": [{"scopes": ["personal"], "commands": list(_commands(COMMANDS))}],
    }


def _commands(titles: Iterable[tuple[str, str]]) -> Iterable[dict[str, str]]:
    return ({"title": title, "description": words} for title, words in titles)


def _app(id: str) -> str:
    try:
        return str(UUID(id))
    except ValueError as trouble:
        raise Unreadable("The app id is not one of Entra's (8-4-4-4-12 hexadecimal digits): set NMO_APP_ID.") from trouble


def _host(name: str) -> str:
    if not _HOST.fullmatch(name):
        raise Unreadable("The host name must be the bot's public name alone, such as nmo.force.example, without https:// or a port.")
    return name.lower()


def _address(pages: str, page: str) -> str:
    if not re.fullmatch(r"https://[^\s/?#@:]+(:\d+)?(/[^\s?#]*)?", pages):
        raise Unreadable("The address of the app's pages must begin with https://.")
    return f"{pages.rstrip('/')}/{page}"
