"""Reads the report of an earlier version that `--previous` names."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from appscan.errors import UsageError
from appscan.report.followup import Earlier
from appscan.report.model import SCHEMA_VERSION, AppReport

MAX_BYTES = 1 << 29


def load(path: Path) -> Earlier:
    """The report in a file. Raises `UsageError` with what is wrong."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _fault(path, f"larger than {MAX_BYTES} bytes", f"大于 {MAX_BYTES} 字节")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "?"
        raise _fault(path, f"cannot be read ({reason})", f"无法读取（{reason}）") from error
    try:
        found = msgspec.json.decode(data, type=Earlier)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        fault = "not a JSON report of `appscan scan --format json`", "不是 `appscan scan --format json` 的报告"
        raise _fault(path, *fault) from error
    if found.schema_version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        fault = f"a report of version {found.schema_version}", f"报告版本为 {found.schema_version}，无法比较"
        raise _fault(path, f"{fault[0]}, which cannot be compared", fault[1])
    return found


def check(path: Path, apps: Iterable[AppReport]) -> None:
    """At least one of the apps must be in the earlier report. Raises `UsageError`."""
    scanned = [each for each in apps if each.app]
    if scanned and not any(each.previous for each in scanned):
        names = ", ".join(dict.fromkeys(each.app.package for each in scanned if each.app))
        raise _fault(path, f"no report of {names} is in it", f"其中没有 {names} 的报告")


def _fault(path: Path, en: str, zh: str) -> UsageError:
    return UsageError(f"--previous {path}: {en}", f"--previous {path}：{zh}")
