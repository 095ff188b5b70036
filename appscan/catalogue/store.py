"""Loads the catalogue: compiled inside a wheel, or compiled once from a checkout and kept by what its files are."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from appscan import __version__
from appscan.catalogue.model import Catalogue, files_of
from appscan.errors import ChecklistError

PACKAGE = Path(__file__).resolve().parent.parent
COMPILED = PACKAGE / "_knowledge.bin"
"""Written when the wheel is built; absent from a checkout."""


def builtin_folder() -> Path:
    """The folder of checklists that ships: in a wheel beside the package's modules, else in the checkout."""
    inside = PACKAGE / "_checklists"
    return inside if inside.is_dir() else PACKAGE.parent / "checklists"


def load(extra: Sequence[Path] = ()) -> Catalogue:
    """The built-in catalogue, with the user's own folders laid over it. Raises `ChecklistError`."""
    if not extra and COMPILED.is_file():
        return msgspec.msgpack.decode(COMPILED.read_bytes(), type=Catalogue)
    folders = [builtin_folder(), *extra]
    kept = _cache_file(folders)
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(kept.read_bytes(), type=Catalogue)
    catalogue = build(folders)
    _keep(kept, msgspec.msgpack.encode(catalogue))
    return catalogue


def build(folders: Sequence[Path]) -> Catalogue:
    """Read, check and compile folders, whatever is kept. Raises `ChecklistError`."""
    # YAML and the predicates are only needed where nothing is kept.
    from appscan.catalogue import joins  # noqa: PLC0415
    from appscan.catalogue.compile import compile_folders  # noqa: PLC0415

    return joins.check(*compile_folders(folders))


def write_compiled(root: Path) -> Path:
    """Compile `root/checklists` into the package folder, for a wheel. Returns the file written."""
    target = root / "appscan" / COMPILED.name
    target.write_bytes(msgspec.msgpack.encode(build([root / "checklists"])))
    return target


def _cache_file(folders: Sequence[Path]) -> Path:
    """The kept form's name: by path, size and time of every file, so that an edit is never missed."""
    digest = hashlib.sha256(f"{__version__} {PACKAGE}".encode())
    for module in ("checklist.py", "facts.py", "verdict.py"):
        _stat(PACKAGE / module, digest)
    for package in ("knowledge", "predicates", "catalogue"):
        for path in sorted((PACKAGE / package).glob("*.py")):
            _stat(path, digest)
    for folder in folders:
        for _, path in files_of(folder):
            _stat(path, digest)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "appscan" / f"{digest.hexdigest()[:32]}.bin"


def _stat(path: Path, digest: "hashlib._Hash") -> None:
    try:
        stat = path.stat()
    except OSError as error:
        raise ChecklistError(f"{path}: cannot be read ({error.strerror})") from error
    digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())


def _keep(path: Path, data: bytes) -> None:
    """Write the kept form whole or not at all; where the folder cannot be written, do without."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        Path(file.name).replace(path)
