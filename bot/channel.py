"""The way to Teams and back, as the settings have it: whose tokens are believed, and where may be called."""

from dataclasses import dataclass

from aiohttp import ClientSession

from bot.auth import TokenCheck
from bot.connector import Connector
from bot.hosts import ServiceHosts, loopback_port
from bot.keys import SigningKeys
from bot.loopback import is_loopback
from bot.settings import Settings
from bot.tokens import ClientCredentials, NoToken
from domain.clock import Clock
from storage.secret_files import read_secret_text


@dataclass(frozen=True)
class Channel:
    """`check` is None where tokens are not checked at all: only ever under --dev."""

    connector: Connector
    check: TokenCheck | None


def open_channel(settings: Settings, session: ClientSession, clock: Clock, host: str) -> Channel:
    hosts = service_hosts(settings, host)
    keys = SigningKeys(session, clock, settings.openid_metadata_url)
    check = TokenCheck(keys, clock, hosts, settings.app_id, settings.tenant_id, issuer=settings.token_issuer)
    secret = read_secret_text(settings.app_secret_file, "app secret", "NMO_APP_SECRET_FILE")
    tokens = ClientCredentials(session, clock, settings.outgoing_token_url(), settings.app_id, secret)
    return Channel(Connector(session, tokens, hosts), check)


def open_dev_channel(settings: Settings, session: ClientSession, host: str) -> Channel:
    return Channel(Connector(session, NoToken(), dev_service_hosts(settings, host)), None)


def service_hosts(settings: Settings, host: str) -> ServiceHosts:
    """A bot behind a proxy is bound to loopback too, so each port there must also be named in the setting before it may be called."""
    names, ports = _named(settings)
    return ServiceHosts(names, loopback_ports=ports if is_loopback(host) else frozenset())


def dev_service_hosts(settings: Settings, host: str) -> ServiceHosts:
    """Whoever develops may name the ports of loopback; where none is named, each may be called."""
    names, ports = _named(settings)
    here = is_loopback(host)
    return ServiceHosts(names, loopback_ports=ports if here else frozenset(), loopback_port_ok=here and not ports)


def _named(settings: Settings) -> tuple[frozenset[str], frozenset[int]]:
    hosts = settings.hosts()
    ports = {name: port for name in hosts if (port := loopback_port(name)) is not None}
    return hosts - ports.keys(), frozenset(ports.values())
