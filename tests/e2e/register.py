"""Where a register of a test lies, and the settings that lead a program there."""

from dataclasses import dataclass
from pathlib import Path

from tests.databases import FORCE
from tests.fakes.connector_server import FakeConnector
from tests.fakes.issuer import APP_ID, SECRET, TENANT, FakeIssuer


@dataclass(frozen=True)
class Register:
    """`address` is a PostgreSQL one in place of the embedded database."""

    folder: Path
    address: str = ""

    @property
    def key(self) -> Path:
        return self.folder / "master.key"

    @property
    def file(self) -> Path:
        return self.folder / "nmo.db"

    @property
    def url(self) -> str:
        return self.address or f"sqlite:///{self.file}"

    @property
    def settings(self) -> dict[str, str]:
        return {"NMO_DATABASE_URL": self.url, "NMO_MASTER_KEY_FILE": str(self.key)}

    def in_teams(self, issuer: FakeIssuer, connector: FakeConnector) -> dict[str, str]:
        """The settings of a force, with the local issuer and channel in Microsoft's place."""
        secret = self.folder / "app.secret"
        secret.write_text(SECRET, encoding="utf-8")
        secret.chmod(0o600)
        return {
            **self.settings,
            "NMO_FORCE": FORCE,
            "NMO_APP_ID": APP_ID,
            "NMO_TENANT_ID": TENANT,
            "NMO_APP_SECRET_FILE": str(secret),
            "NMO_OPENID_METADATA_URL": issuer.metadata_url,
            "NMO_TOKEN_URL": issuer.token_url,
            "NMO_SERVICE_HOSTS": f"smba.trafficmanager.net,{connector.url}",
        }
