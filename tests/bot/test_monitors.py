"""How the bot is doing is told to this machine and to the addresses that a setting names."""

import pytest
from pydantic import ValidationError

from bot.loopback import FORWARDED
from bot.monitors import may_watch
from bot.settings import Settings

NETS = Settings(monitor_addresses="192.0.2.7, 198.51.100.0/24,2001:db8::/64").monitors()


@pytest.mark.parametrize("remote", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_always_ask(remote: str) -> None:
    assert may_watch(remote, {}, ())


@pytest.mark.parametrize("remote", ["192.0.2.7", "::ffff:192.0.2.7", "198.51.100.200", "2001:db8::5"])
def test_an_address_that_is_named_may_ask_and_without_being_named_it_may_not(remote: str) -> None:
    assert (may_watch(remote, {}, NETS), may_watch(remote, {}, ())) == (True, False)


@pytest.mark.parametrize("remote", ["192.0.2.8", "198.51.101.1", "2001:db8:1::5", "monitor.example", "", None])
def test_nobody_else_may(remote: str | None) -> None:
    assert not may_watch(remote, {}, NETS)


@pytest.mark.parametrize("header", FORWARDED)
def test_a_proxy_lets_nobody_in_whatever_it_says(header: str) -> None:
    assert not may_watch("127.0.0.1", {header: "127.0.0.1"}, NETS)
    assert not may_watch("192.0.2.7", {header: "192.0.2.7"}, NETS)


@pytest.mark.parametrize("value", ["monitor.example", "192.0.2.7/24", "192.0.2", "*"])
def test_an_address_that_cannot_be_read_stops_the_start(value: str) -> None:
    with pytest.raises(ValidationError):
        Settings(monitor_addresses=value)
