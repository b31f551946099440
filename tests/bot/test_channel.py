"""Where the bot may call, as its settings and the address it is bound to have it."""

from pathlib import Path

import aiohttp
import pytest
from pydantic import ValidationError

from bot.channel import dev_service_hosts, open_channel, open_dev_channel, service_hosts
from bot.hosts import ServiceHosts
from bot.settings import Settings
from storage.secret_files import SecretTrouble
from tests.bot.hosts import believed
from tests.fakes.clock import FrozenClock
from tests.fakes.issuer import APP_ID, TENANT

TEAMS = "https://smba.trafficmanager.net/uk/"
HERE, NEXT_DOOR = "http://127.0.0.1:5001/", "http://127.0.0.1:5002/"
NAMED = Settings(service_hosts="smba.trafficmanager.net,http://127.0.0.1:5001")


def called(hosts: ServiceHosts) -> list[str]:
    return [url for url in (TEAMS, HERE, NEXT_DOOR) if believed(hosts, url)]


def test_unless_told_otherwise_the_bot_calls_the_public_cloud_of_teams_and_nothing_else() -> None:
    assert Settings.model_fields["service_hosts"].default == "smba.trafficmanager.net"
    assert Settings(service_hosts="smba.trafficmanager.net").hosts() == {"smba.trafficmanager.net"}
    assert called(service_hosts(Settings(), "127.0.0.1")) == [TEAMS]


def test_a_port_of_this_machine_is_called_only_when_it_is_named_and_the_bot_is_bound_to_this_machine() -> None:
    assert called(service_hosts(NAMED, "127.0.0.1")) == [TEAMS, HERE]
    assert called(service_hosts(NAMED, "0.0.0.0")) == [TEAMS]  # noqa: S104 - it must make no difference


def test_in_development_any_port_of_this_machine_is_called_unless_some_are_named() -> None:
    assert called(dev_service_hosts(Settings(), "127.0.0.1")) == [TEAMS, HERE, NEXT_DOOR]
    assert called(dev_service_hosts(NAMED, "127.0.0.1")) == [TEAMS, HERE]
    assert called(dev_service_hosts(Settings(), "0.0.0.0")) == [TEAMS]  # noqa: S104 - it must make no difference


async def test_tokens_are_checked_unless_it_is_for_development(session: aiohttp.ClientSession, tmp_path: Path) -> None:
    secret = tmp_path / "app.secret"
    secret.write_text("made-up\n")
    secret.chmod(0o600)
    settings = Settings(app_id=APP_ID, tenant_id=TENANT, app_secret_file=secret)
    assert open_channel(settings, session, FrozenClock(), "127.0.0.1").check is not None
    assert open_dev_channel(settings, session, "127.0.0.1").check is None


@pytest.mark.parametrize("mode", [0o666, 0o640, 0o604, 0o620])
async def test_an_app_secret_that_others_can_read_or_change_stops_the_start(
    session: aiohttp.ClientSession, tmp_path: Path, mode: int
) -> None:
    secret = tmp_path / "app.secret"
    secret.write_text("made-up")
    secret.chmod(mode)
    settings = Settings(app_id=APP_ID, tenant_id=TENANT, app_secret_file=secret)
    with pytest.raises(SecretTrouble, match=r"app secret file .* can be read by others: run 'chmod 600"):
        open_channel(settings, session, FrozenClock(), "127.0.0.1")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("service_hosts", ""),
        ("service_hosts", " , "),
        ("service_hosts", "*.trafficmanager.net"),
        ("service_hosts", "https://smba.trafficmanager.net"),
        ("service_hosts", "SMBA.trafficmanager.net"),
        ("service_hosts", "smba.trafficmanager.net,http://127.0.0.1:"),
        ("service_hosts", "http://127.0.0.1:65536"),
        ("service_hosts", "http://127.0.0.1:5001/path"),
        ("service_hosts", "http://10.0.0.1:5001"),
        ("token_url", "http://login.example/token"),
        ("token_url", "login.example"),
        ("openid_metadata_url", ""),
        ("openid_metadata_url", "http://login.example/metadata"),
        ("openid_metadata_url", "file:///etc/passwd"),
        ("dead_mans_url", "http://monitor.example/ping"),
        ("dead_mans_url", "https://user:secret@monitor.example/ping"),
    ],
)
def test_an_address_that_the_bot_may_not_call_is_no_setting(setting: str, value: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        Settings.model_validate({setting: value})
    assert [one["loc"] for one in wrong.value.errors()] == [(setting,)]


@pytest.mark.parametrize("url", ["https://monitor.example/ping/7f?from=nmo", "http://127.0.0.1:5001/ping", " https://monitor.example "])
def test_https_and_this_machine_may_be_called(url: str) -> None:
    settings = Settings(dead_mans_url=url, token_url=url, openid_metadata_url=url)
    assert {settings.dead_mans_url, settings.token_url, settings.openid_metadata_url} == {url.strip()}
