"""Puts exercises/ and assets/ into the wheel, as steady/_data.

An editable install must not get a copy: it would be made once and then go stale beside the files being edited.
hatchling's own `force-include` copies there too, so the folders are named here, for real wheels only.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("exercises", "assets")


class BundledData(BuildHookInterface):
    """The content that is not Python."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name what goes along. `version` is "standard" for a wheel, "editable" for a checkout in use."""
        if version != "editable":
            build_data["force_include"].update({folder: f"steady/_data/{folder}" for folder in FOLDERS})
