"""Whether a list of service hosts believes a URL."""

from bot.hosts import HostRefused, ServiceHosts


def believed(hosts: ServiceHosts, url: str) -> bool:
    try:
        hosts.check(url)
    except HostRefused:
        return False
    return True
