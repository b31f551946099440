"""Every setting stands in docs/settings.md, and nothing else does."""

from bot.settings import Settings
from tests.house.rules import undocumented
from tests.house.sources import texts


def test_every_setting_is_documented() -> None:
    settings = {f"{Settings.model_config.get('env_prefix', '')}{name}".upper() for name in Settings.model_fields}
    assert list(undocumented(settings, texts()["docs/settings.md"])) == []
