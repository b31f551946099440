"""Every setting, from the environment only, read once in app.py. docs/settings.md says what each does."""

from pathlib import Path

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.hosts import HOST, loopback_port
from bot.monitors import Net, nets_of
from bot.outbound import origin

FORCES = Path(__file__).parents[1] / "forces"
MICROSOFT_METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"


class Settings(BaseSettings):
    """Prefix NMO_. Frozen: parts receive values, never this object's source."""

    model_config = SettingsConfigDict(env_prefix="NMO_", frozen=True, extra="ignore")

    force: str = Field(default="demo", pattern=r"^[a-z0-9-]{1,40}$")
    database_url: str = ""
    master_key_file: Path | None = None
    app_id: str = ""
    app_secret_file: Path | None = None
    tenant_id: str = ""
    openid_metadata_url: str = MICROSOFT_METADATA
    token_url: str = ""
    token_issuer: str = "https://api.botframework.com"  # noqa: S105 - an address, no password
    service_hosts: str = "smba.trafficmanager.net"
    file_hosts: str = ""
    feed_zip_password_file: Path | None = None
    forces_dir: Path = FORCES
    print_dir: Path | None = None
    erased_list: Path | None = None
    print_passphrase_file: Path | None = None
    dead_mans_url: str = ""
    monitor_addresses: str = ""
    allow_unsealed_postgresql: bool = False
    log_level: str = "info"

    @field_validator("database_url", "app_id", "tenant_id", "openid_metadata_url", "token_url", "dead_mans_url")
    @classmethod
    def _stripped(cls, value: str) -> str:
        return value.strip()

    @field_validator("openid_metadata_url", "token_url", "dead_mans_url")
    @classmethod
    def _callable(cls, value: str, field: ValidationInfo) -> str:
        """What the bot calls of itself: https, or http on this machine; empty only where empty is the default."""
        if value or cls.model_fields[field.field_name or ""].default:
            origin(value)
        return value

    @field_validator("service_hosts")
    @classmethod
    def _some_hosts(cls, value: str) -> str:
        """A bot without a host could answer nobody, and one that is misspelt would refuse all that comes from it."""
        named = _parts(value)
        if not named or not all(HOST.fullmatch(name) or loopback_port(name) for name in named):
            raise ValueError("hosts are plain lower-case names, or http://127.0.0.1:PORT")
        return value

    @field_validator("file_hosts")
    @classmethod
    def _file_hosts(cls, value: str) -> str:
        """Exact names or none: a pattern would let anybody bring files."""
        if not all(HOST.fullmatch(name) or loopback_port(name) for name in _parts(value)):
            raise ValueError("hosts are plain lower-case names, or http://127.0.0.1:PORT")
        return value

    @field_validator("monitor_addresses")
    @classmethod
    def _some_nets(cls, value: str) -> str:
        nets_of(_parts(value))
        return value

    @field_validator(
        "master_key_file", "app_secret_file", "feed_zip_password_file", "print_dir", "print_passphrase_file", "erased_list", mode="before"
    )
    @classmethod
    def _none_if_empty(cls, value: object) -> object:
        """A variable that is set to nothing names no file."""
        return value or None

    def hosts(self) -> frozenset[str]:
        return _parts(self.service_hosts)

    def file_sources(self) -> frozenset[str]:
        return _parts(self.file_hosts)

    def monitors(self) -> tuple[Net, ...]:
        return nets_of(_parts(self.monitor_addresses))

    def outgoing_token_url(self) -> str:
        """The tenant's own token endpoint unless a setting names another."""
        return self.token_url or f"https://login.microsoftonline.com/{self.tenant_id}/oauth2/v2.0/token"


def _parts(value: str) -> frozenset[str]:
    return frozenset(part.strip() for part in value.split(",") if part.strip())
