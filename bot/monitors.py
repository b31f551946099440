"""Who may read the pages for machines that tell how the bot is doing: this machine, and the addresses a setting names; nobody through a proxy."""

from collections.abc import Iterable, Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from bot.loopback import FORWARDED, is_loopback

Net = IPv4Network | IPv6Network


def nets_of(named: Iterable[str]) -> tuple[Net, ...]:
    """Addresses and nets as a setting names them. Raises ValueError where one cannot be read."""
    return tuple(ip_network(one) for one in sorted(named))


def may_watch(remote: str | None, headers: Mapping[str, str], nets: Iterable[Net]) -> bool:
    """`remote` is the other end of the connection. A proxy's header may say anything of who is behind it, so it lets nobody in."""
    if remote is None or any(header in headers for header in FORWARDED):
        return False
    if is_loopback(remote):
        return True
    try:
        address = ip_address(remote)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback or any(mapped in net for net in nets)
