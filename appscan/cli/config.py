"""The configuration file `appscan.toml`: the profile, the app type, and what the operator says of the app."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from appscan.checklist import Attribute
from appscan.cli.options import Profiles
from appscan.errors import UsageError

FILE = Path("appscan.toml")
MAX_BYTES = 1 << 20


class AppConfig(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is said of one app, by its package."""

    app_type: str = ""
    attributes: dict[Attribute, bool] = {}
    filing_number: str = ""


class Config(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file: what holds for every app, and under `apps` what holds for one."""

    profile: Profiles | None = None
    app_type: str = ""
    attributes: dict[Attribute, bool] = {}
    filing_number: str = ""
    apps: dict[str, AppConfig] = {}


def load(path: Path | None) -> Config:
    """The configuration in a file; without a path `appscan.toml` in the current folder, where there is one.

    Raises `UsageError` with the file and the fault.
    """
    if path is None and not FILE.is_file():
        return Config()
    source = path or FILE
    try:
        data = source.read_bytes()
        if len(data) > MAX_BYTES:
            raise _fault(source, f"larger than {MAX_BYTES} bytes")
        return msgspec.convert(tomllib.loads(data.decode("utf-8")), Config)
    except OSError as error:
        raise _fault(source, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise _fault(source, "not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _fault(source, f"not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise _fault(source, str(error)) from error


def plain(attributes: Mapping[Attribute, bool]) -> dict[str, bool]:
    """Attributes by name."""
    return {str(name): value for name, value in attributes.items()}


def _fault(path: Path, message: str) -> UsageError:
    return UsageError(f"{path}: {message}", f"{path}：{message}")


def assigned(given: Sequence[str]) -> dict[str, bool]:
    """`has_accounts=yes` as a pair. Raises `UsageError`."""
    found: dict[str, bool] = {}
    for each in given:
        name, equals, value = each.partition("=")
        try:
            known = msgspec.convert(name, Attribute)
            found[known] = msgspec.convert({"yes": True, "no": False}[value if equals else "yes"], bool)
        except (msgspec.ValidationError, KeyError) as error:
            raise UsageError(
                f"--attribute {each}: not NAME=yes or NAME=no with a known name",
                f"--attribute {each}：应为已知名称加 =yes 或 =no",
            ) from error
    return found
