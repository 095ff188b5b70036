"""Hatchling hook: compiles `checklists/` into the wheel, so that start-up reads one file."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds `appscan/_knowledge.bin` to a wheel; a checklist error stops the build with its file and line."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected; an editable install reads the checkout instead."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from appscan.catalogue import store  # noqa: PLC0415 - importable only from here on

        target = store.write_compiled(Path(self.root))
        build_data["artifacts"].append(str(target.relative_to(self.root)))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave the checkout as it was: a stale compiled file must never be read there."""
        del version, build_data, artifact_path
        (Path(self.root) / "appscan" / "_knowledge.bin").unlink(missing_ok=True)
