"""Which service hosts the bot will believe and call; checked for every activity and every stored reference."""

import re

TEAMS_HOSTS = frozenset({"smba.trafficmanager.net"})
LONGEST_URL = 512

HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
PATH = r"(?P<path>(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*)/?"
SECURE = re.compile(r"(?P<base>https://(?P<host>[a-z0-9.-]+))" + PATH)
LOOPBACK_NAME = re.compile(r"http://127\.0\.0\.1:(?P<port>[1-9][0-9]{0,4})")
LOOPBACK = re.compile(r"(?P<base>http://127\.0\.0\.1:(?P<port>[1-9][0-9]{0,4}))" + PATH)


class HostRefused(Exception):
    """The URL is not one the bot may call. It may hold anything, so it is not repeated here."""

    def __init__(self) -> None:
        super().__init__("the service URL is not on the list")


class ServiceHosts:
    """Exact names, never a pattern: anybody may register a name beside the real one. On loopback the named ports, or any where that is said."""

    def __init__(
        self, names: frozenset[str] = TEAMS_HOSTS, *, loopback_ports: frozenset[int] = frozenset(), loopback_port_ok: bool = False
    ) -> None:
        if not all(HOST.fullmatch(name) for name in names):
            raise ValueError("a service host is a plain lower-case host name")
        self._names = names
        self._loopback_ports = loopback_ports
        self._loopback_port_ok = loopback_port_ok

    def check(self, url: str) -> str:
        """The URL without its last slash. Whatever is not spelt exactly as the channel spells it is refused, never mended."""
        if len(url) > LONGEST_URL:
            raise HostRefused
        found = SECURE.fullmatch(url)
        if found and found["host"] in self._names:
            return found["base"] + found["path"]
        found = LOOPBACK.fullmatch(url)
        if found and self._may_call(int(found["port"])):
            return found["base"] + found["path"]
        raise HostRefused

    def _may_call(self, port: int) -> bool:
        return port in self._loopback_ports or (self._loopback_port_ok and port < 2**16)


def loopback_port(name: str) -> int | None:
    """The port of `http://127.0.0.1:PORT`, written exactly so; None for anything else."""
    found = LOOPBACK_NAME.fullmatch(name)
    return int(found["port"]) if found and int(found["port"]) < 2**16 else None
