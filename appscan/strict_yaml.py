"""Reads one YAML file into a typed value; every fault names file and line.

Scalars stay text until the target type says otherwise, so `no`, `1.10` and `2021-11-01` keep their spelling.
Duplicate keys, anchors and unknown fields are errors.
"""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from appscan.errors import ChecklistError

T = TypeVar("T")
Tree = str | list["Tree"] | dict[str, "Tree"]

MAX_BYTES = 1 << 20
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")


def read(path: Path, kind: type[T]) -> T:
    """The file's content as `kind` (a msgspec struct). Raises `ChecklistError` naming file, line and fault."""
    node = _compose(path)
    tree = _plain(node, path, set())
    try:
        return msgspec.convert(tree, kind, strict=False)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `")
        unknown = _UNKNOWN.search(message)
        where = f"{where.rstrip('`') or '$'}{f'.{unknown[1]}' if unknown else ''}"
        raise fault(path, _line(node, where), message) from None


def fault(path: Path, line: int, message: str) -> ChecklistError:
    """The error for a fault at a line (1-based) of a file."""
    return ChecklistError(f"{path}:{line}: {message}")


def line_of(path: Path, *keys: str) -> int:
    """The line (1-based) of a key path in a file that was read before; 1 where it is not found."""
    return _line(_compose(path), "$" + "".join(f".{key}" for key in keys))


def _compose(path: Path) -> Any:
    try:
        data = path.read_bytes()
        if len(data) > MAX_BYTES:
            raise fault(path, 1, f"larger than {MAX_BYTES} bytes")
        node = yaml.compose(data.decode("utf-8"), Loader=yaml.CBaseLoader)
    except OSError as error:
        raise ChecklistError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise fault(path, 1, "not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise fault(path, line, f"not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise fault(path, 1, f"not YAML: {error}") from error
    if node is None:
        raise fault(path, 1, "empty file")
    return node


def _plain(node: Any, path: Path, seen: set[int]) -> Tree:
    if id(node) in seen:
        raise fault(path, node.start_mark.line + 1, "anchors and aliases are not used here")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, path, seen) for child in node.value]
    result: dict[str, Tree] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise fault(path, line, "a key must be a word")
        if key.value in result:
            raise fault(path, line, f"the key `{key.value}` stands twice")
        result[str(key.value)] = _plain(value, path, seen)
    return result


def _line(node: Any, where: str) -> int:
    """The line of a msgspec error path such as `$.signatures.classes[0]`."""
    for key, index in _STEP.findall(where):
        if isinstance(node, yaml.MappingNode) and key:
            found = [value if value.value else name for name, value in node.value if name.value == key]
        elif isinstance(node, yaml.SequenceNode) and index.isdigit():
            found = node.value[int(index) : int(index) + 1]
        else:
            found = []
        if not found:
            break
        node = found[0]
    return int(node.start_mark.line) + 1
