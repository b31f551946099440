"""The way to Teams and back, as the settings have it: whose tokens are believed, and where may be called."""

from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession

from bot.auth import TokenCheck
from bot.connector import Connector
from bot.hosts import ServiceHosts
from bot.keys import SigningKeys
from bot.loopback import is_loopback
from bot.settings import Settings
from bot.tokens import ClientCredentials, NoToken
from domain.clock import Clock
from domain.errors import AssistantError


@dataclass(frozen=True)
class Channel:
    """`check` is None where tokens are not checked at all: only ever under --dev."""

    connector: Connector
    check: TokenCheck | None


def open_channel(settings: Settings, session: ClientSession, clock: Clock, host: str) -> Channel:
    hosts = _hosts(settings, host)
    keys = SigningKeys(session, clock, settings.openid_metadata_url)
    check = TokenCheck(keys, clock, hosts, settings.app_id, settings.tenant_id, issuer=settings.token_issuer)
    tokens = ClientCredentials(session, clock, settings.outgoing_token_url(), settings.app_id, _secret(settings.app_secret_file))
    return Channel(Connector(session, tokens, hosts), check)


def open_dev_channel(settings: Settings, session: ClientSession, host: str) -> Channel:
    return Channel(Connector(session, NoToken(), ServiceHosts(_names(settings), loopback_port_ok=is_loopback(host))), None)


def _hosts(settings: Settings, host: str) -> ServiceHosts:
    """A bot behind a proxy is bound to loopback too, so loopback must also be named in the setting before it may be called."""
    return ServiceHosts(_names(settings), loopback_port_ok=is_loopback(host) and _names(settings) != settings.hosts())


def _names(settings: Settings) -> frozenset[str]:
    return frozenset(name for name in settings.hosts() if not name.startswith("http://127.0.0.1:"))


def _secret(file: Path | None) -> str:
    if file is None:
        raise AssistantError("No app secret: set NMO_APP_SECRET_FILE.")
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as trouble:
        raise AssistantError(f"The app secret file {file} cannot be read.") from trouble
