"""Which service hosts the bot believes and calls."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.hosts import HostRefused, ServiceHosts
from tests.bot.hosts import believed

TEAMS = "smba.trafficmanager.net"
PUBLIC = ServiceHosts()
LOCAL = ServiceHosts(loopback_port_ok=True)


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://smba.trafficmanager.net", "https://smba.trafficmanager.net"),
        ("https://smba.trafficmanager.net/", "https://smba.trafficmanager.net"),
        ("https://smba.trafficmanager.net/uk/", "https://smba.trafficmanager.net/uk"),
        ("https://smba.trafficmanager.net/emea/7a1b3c4d-0000-4000-8000-0000000000bb/", None),
    ],
)
def test_the_channels_own_urls_are_believed(url: str, base: str | None) -> None:
    assert PUBLIC.check(url) == (base or url.removesuffix("/"))


REFUSED = [
    "",
    "https://",
    "smba.trafficmanager.net",
    "//smba.trafficmanager.net/",
    "http://smba.trafficmanager.net/",
    "ftp://smba.trafficmanager.net/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "HTTPS://smba.trafficmanager.net/",
    "https://SMBA.trafficmanager.net/",
    "https://smba.trafficmanager.net./",
    "https://evil.trafficmanager.net/",
    "https://trafficmanager.net/",
    "https://x.smba.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://smba.trafficmanager.netevil.example/",
    "https://smba-trafficmanager.net/",
    "https://smba.trafficmanager.net:443/",
    "https://smba.trafficmanager.net:8443/",
    "https://smba.trafficmanager.net:/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://user@smba.trafficmanager.net/",
    "https://user:pass@smba.trafficmanager.net/",
    "https://evil.example\\@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net\\.evil.example/",
    "https:\\\\smba.trafficmanager.net/",
    "https:/smba.trafficmanager.net/",
    "https:///smba.trafficmanager.net/",
    "https://smba.trafficmanager.net#@evil.example/",
    "https://smba.trafficmanager.net/#x",
    "https://smba.trafficmanager.net/?x=1",
    "https://smba.trafficmanager.net?x",
    "https://smba.trafficmanager.net/uk//x",
    "https://smba.trafficmanager.net/../x",
    "https://smba.trafficmanager.net/./x",
    "https://smba.trafficmanager.net/%2e%2e/x",
    "https://smba.trafficmanager.net/a b",
    " https://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net/\n",
    "https://smba.traffic\tmanager.net/",
    "https://smba.trafficmanager.net/\x00",
    "https://smbа.trafficmanager.net/",
    "https://xn--smb-5cd.trafficmanager.net/",
    "https://smba。trafficmanager。net/",
    "https://smba.trafficmanager.net\u200b/",
    "https://ｓmba.trafficmanager.net/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/metadata",
    "http://169.254.169.254/metadata",
    "https://smba.trafficmanager.net/" + "a" * 600,
]
NEVER_LOCAL = [
    "http://127.0.0.1",
    "http://127.0.0.1/",
    "http://127.0.0.1:/",
    "http://127.0.0.1:0/",
    "http://127.0.0.1:080/",
    "http://127.0.0.1:65536/",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:3978@evil.example/",
    "http://user@127.0.0.1:3978/",
    "https://127.0.0.1:3978/",
    "http://127.0.0.2:3978/",
    "http://127.1:3978/",
    "http://2130706433:3978/",
    "http://localhost:3978/",
    "http://[::1]:3978/",
    "http://0.0.0.0:3978/",
    "http://127.0.0.1:3978/?x",
    "http://127.0.0.1:٣٩٧٨/",
]


@pytest.mark.parametrize("url", REFUSED + NEVER_LOCAL)
def test_whatever_is_not_spelt_as_the_channel_spells_it_is_refused_on_loopback_too(url: str) -> None:
    with pytest.raises(HostRefused):
        LOCAL.check(url)


@pytest.mark.parametrize(
    ("url", "base"), [("http://127.0.0.1:3978", "http://127.0.0.1:3978"), ("http://127.0.0.1:65535/x/", "http://127.0.0.1:65535/x")]
)
def test_this_machine_is_believed_only_by_a_bot_that_listens_on_loopback(url: str, base: str) -> None:
    assert LOCAL.check(url) == base
    with pytest.raises(HostRefused):
        PUBLIC.check(url)


@given(st.text(alphabet=string.ascii_letters + string.digits + ".-:@/\\#?%[]\t\n \u0430\u3002\u200b", max_size=40))
@example(".evil.example/")
@example("@evil.example")
@example(":443/")
def test_nothing_but_a_path_may_follow_the_name(tail: str) -> None:
    plain = set(string.ascii_letters + string.digits + "-._~")
    segments = tail.removesuffix("/").split("/")
    is_path = tail == "" or (segments[0] == "" and all(part and set(part) <= plain and part[0] != "." for part in segments[1:]))
    assert believed(PUBLIC, f"https://{TEAMS}{tail}") == is_path


@given(st.text(max_size=30).filter(lambda head: head != "https://"))
def test_nothing_but_https_may_stand_before_the_name(head: str) -> None:
    assert not believed(PUBLIC, f"{head}{TEAMS}/uk/")


@given(st.from_regex(r"[a-z0-9-]{1,12}(\.[a-z0-9-]{1,12}){1,3}", fullmatch=True).filter(lambda name: name != TEAMS))
@example("evil.trafficmanager.net")
def test_no_other_name_is_believed(name: str) -> None:
    assert not believed(PUBLIC, f"https://{name}/")


@pytest.mark.parametrize(
    "name", ["*.trafficmanager.net", "https://smba.trafficmanager.net", "SMBA.trafficmanager.net", "a b.example", "", "x.example:1"]
)
def test_a_list_with_anything_but_plain_names_stops_the_start(name: str) -> None:
    with pytest.raises(ValueError, match="plain lower-case host name"):
        ServiceHosts(frozenset({name}))
