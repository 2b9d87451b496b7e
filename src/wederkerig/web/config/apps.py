"""The project as an app, so that its checks and commands are found."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers the checks on settings."""

    name = "wederkerig.web.config"
    label = "config"

    def ready(self) -> None:
        """Let Django know of the checks."""
        from wederkerig.web.config import checks  # noqa: F401, PLC0415  # registered by being imported
