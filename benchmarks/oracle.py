"""Compares the DEX index with androguard's own analysis, call by call: the two sets of pairs must be equal.

    python benchmarks/oracle.py APP.apk ...

androguard is slow on large files (about a minute for 15 MB of bytecode): that is why this is a script.
"""

import sys
import zipfile
from pathlib import Path

from androguard.core.dex import DEX
from loguru import logger

from appscan.dex.errors import DexError
from appscan.dex.index import read_entry
from appscan.dex.opcodes import INVOKE

POLYMORPHIC = (0xFA, 0xFB)
Pairs = set[tuple[str, str]]


def ours(data: bytes) -> Pairs:
    """(caller, callee) of every invoke by appscan's index."""
    result: Pairs = set()
    for dex in read_entry(data, "classes.dex"):
        pairs = set(zip(dex.calls.caller.tolist(), dex.calls.target.tolist(), strict=True))
        result |= {(dex.method(caller), dex.method(target)) for caller, target in pairs}
    return result


def androguards(data: bytes) -> Pairs:
    """The same by androguard's instruction objects."""
    result: Pairs = set()
    dex = DEX(data)
    manager = dex.get_class_manager()
    for method in dex.get_encoded_methods():
        caller = f"{method.get_class_name()}->{method.get_name()}{method.get_descriptor().replace(' ', '')}"
        for instruction in method.get_instructions():
            opcode = instruction.get_op_value()
            if opcode < len(INVOKE) and INVOKE[opcode]:
                # invoke-polymorphic has no accessor in androguard: its method index is an attribute.
                index = instruction.BBBB if opcode in POLYMORPHIC else instruction.get_ref_kind()
                owner, name, prototype = manager.get_method(index)
                result.add((caller, f"{owner}->{name}{''.join(prototype).replace(' ', '')}"))
    return result


def compare(path: Path) -> tuple[int, Pairs, Pairs]:
    """(pairs in common, only ours, only androguard's) over all DEX entries of an APK."""
    common, extra, missing = 0, set(), set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("classes") and name.endswith(".dex"):
                data = archive.read(name)
                mine, theirs = ours(data), androguards(data)
                common += len(mine & theirs)
                extra |= mine - theirs
                missing |= theirs - mine
    return common, extra, missing


def main() -> int:
    """Print one line an APK; 1 if any differs."""
    logger.disable("androguard")
    worst = 0
    for path in map(Path, sys.argv[1:]):
        try:
            common, extra, missing = compare(path)
        except DexError as error:
            print(f"{path.name}: {error}")
            continue
        print(f"{path.name}: {common} pairs equal, {len(extra)} only ours, {len(missing)} only androguard's")
        for caller, callee in sorted(extra | missing)[:5]:
            print(f"    {caller} -> {callee}")
        worst |= bool(extra or missing)
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
