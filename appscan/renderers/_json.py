r"""One value → JSON text: what the JSON formats share.

Chinese stays readable. Characters that a terminal or an editor would act on (C1 controls, bidirectional
overrides, zero-width characters) are written as `\uXXXX`, which means the same to every reader.
"""

import re
from typing import Any

import msgspec

ACTIVE = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def encode(value: Any, indent: int = 0) -> str:
    """JSON with the keys in the order of the structs; on one line unless `indent` is given."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_paired(msgspec.to_builtins(value)))
    if indent:
        data = msgspec.json.format(data, indent=indent)
    return ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", data.decode())


def _paired(value: Any) -> Any:
    """The same value with lone surrogates, which DEX strings may hold and UTF-8 may not, spelt out."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {_paired(key): _paired(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_paired(each) for each in value]
    return value
