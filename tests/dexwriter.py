"""A small DEX writer for tests: classes with methods whose code is given as 16-bit units.

Only what the tests need: static fields are constant strings, and there are no annotations and no debug information;
checksums are left zero. Offsets count from the start of the entry, so that several files written with a `base` make a
version 041 container.
"""

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from appscan.dex import mutf8

Key = tuple[str, str]
Code = Mapping[Key, Sequence[int]]
Constants = Mapping[Key, str]
"""(class, field) → the string that the static final field holds."""

CALL = 0x71  # invoke-static
RETURN_VOID = 0x000E
STRING = "Ljava/lang/String;"
STATIC_FINAL = 0x18
VALUE_STRING = 0x17


class Method(NamedTuple):
    """`owner->name()V` with its code as units; None where it is only referenced. `text`: it returns a string."""

    owner: str
    name: str
    code: Sequence[int] | None = None
    text: bool = False


def uleb(value: int) -> bytes:
    """A number as ULEB128."""
    result = bytearray()
    while True:
        byte, value = value & 0x7F, value >> 7
        result.append(byte | (0x80 if value else 0))
        if not value:
            return bytes(result)


class Writer:
    """Collects methods and strings; `method` and `string` give the indices to use in code."""

    def __init__(
        self,
        methods: Sequence[Method],
        strings: Sequence[str] = (),
        version: str = "035",
        parents: Mapping[str, str] | None = None,
        constants: Constants | None = None,
    ) -> None:
        """`parents`: class → superclass, for classes that are defined; the others have none."""
        self.version = version
        self.parents = parents or {}
        self.constants = constants or {}
        owners = {each.owner for each in methods} | set(self.parents.values()) | {owner for owner, _ in self.constants}
        self.texts = any(each.text for each in methods)
        owners |= {STRING} if self.constants or self.texts else set()
        texts = {"V", *({"L"} if self.texts else ()), *owners, *strings, *(each.name for each in methods)}
        texts |= {text for (_, name), value in self.constants.items() for text in (name, value)}
        self.strings = sorted(texts, key=lambda text: text.encode("utf-16-be", "surrogatepass"))
        self._string = {text: index for index, text in enumerate(self.strings)}
        self.types = sorted({"V", *owners}, key=self._string.__getitem__)
        self._type = {name: index for index, name in enumerate(self.types)}
        self.fields = sorted(self.constants, key=lambda key: (self._type[key[0]], self._string[key[1]]))
        self.methods = sorted(methods, key=lambda each: (self._type[each.owner], self._string[each.name]))
        self._method = {(each.owner, each.name): index for index, each in enumerate(self.methods)}

    def method(self, owner: str, name: str) -> int:
        """The method index of `owner->name()V`."""
        return self._method[owner, name]

    def string(self, text: str) -> int:
        """The string index of a text."""
        return self._string[text]

    def call(self, owner: str, name: str) -> list[int]:
        """An `invoke-static {}` of a method."""
        return [CALL, self.method(owner, name), 0]

    def call_virtual(self, owner: str, name: str) -> list[int]:
        """An `invoke-virtual {v0}` of a method."""
        return [0x106E, self.method(owner, name), 0]

    def create(self, owner: str) -> list[int]:
        """A `new-instance v0` of a class."""
        return [0x0022, self._type[owner]]

    def write(self, code: Code, base: int = 0, moved: Mapping[Key, tuple[Key, int]] | None = None) -> bytes:
        """The file. `code`: units by (owner, name). `moved`: a method whose code stands inside that of another."""
        header = 0x78 if self.version == "041" else 0x70
        at = header
        places = {}
        for name, count, width in (
            ("strings", len(self.strings), 4),
            ("types", len(self.types), 4),
            ("protos", 1 + self.texts, 12),
            ("fields", len(self.fields), 8),
            ("methods", len(self.methods), 8),
            ("classes", len(self._defined(code)), 32),
        ):
            places[name] = (count, base + at)
            at += count * width
        data, string_offsets, class_offsets, value_offsets = self._data(code, base + at, moved or {})
        tables = [struct.pack("<I", offset) for offset in string_offsets]
        tables += [struct.pack("<I", self._string[name]) for name in self.types]
        shorty = {"V": "V", STRING: "L"} if self.texts else {"V": "V"}
        self._proto = sorted(shorty, key=self._type.__getitem__)
        tables += [struct.pack("<III", self._string[shorty[each]], self._type[each], 0) for each in self._proto]
        tables += [
            struct.pack("<HHI", self._type[owner], self._type[STRING], self._string[name])
            for owner, name in self.fields
        ]
        tables += [
            struct.pack(
                "<HHI",
                self._type[each.owner],
                self._proto.index(STRING if each.text else "V"),
                self._string[each.name],
            )
            for each in self.methods
        ]
        none = 0xFFFFFFFF
        tables += [
            struct.pack(
                "<8I",
                self._type[owner],
                1,
                self._type.get(self.parents.get(owner, ""), none),
                0,
                none,
                0,
                class_offsets[owner],
                value_offsets.get(owner, 0),
            )
            for owner in self._defined(code)
        ]
        body = b"".join(tables) + data
        size = header + len(body)
        words = [size, header, 0x12345678, 0, 0, 0]
        for name in ("strings", "types", "protos", "fields", "methods", "classes"):
            count, offset = places[name]
            words += [count, offset if count else 0]
        words += [len(data), base + at]
        head = b"dex\n" + self.version.encode() + b"\0" + bytes(24) + struct.pack("<20I", *words)
        return head + (struct.pack("<II", size, base) if header == 0x78 else b"") + body

    def _defined(self, code: Code) -> list[str]:
        return sorted({owner for owner, _ in (*code, *self.constants)}, key=self._type.__getitem__)

    def _data(
        self, code: Code, at: int, moved: Mapping[Key, tuple[Key, int]]
    ) -> tuple[bytes, list[int], dict[str, int], dict[str, int]]:
        data = bytearray()
        string_offsets = []
        for text in self.strings:
            string_offsets.append(at + len(data))
            data += uleb(len(text.encode("utf-16-le", "surrogatepass")) // 2) + mutf8.encode(text) + b"\0"
        offsets: dict[Key, int] = {}
        for key, units in code.items():
            data += bytes(-(at + len(data)) % 4)
            offsets[key] = at + len(data)
            data += struct.pack("<HHHHII", 1, 0, 0, 0, 0, len(units)) + struct.pack(f"<{len(units)}H", *units)
        for key, (other, delta) in moved.items():
            offsets[key] = offsets[other] + delta
        class_offsets: dict[str, int] = {}
        by_owner: dict[str, list[int]] = {}
        for index, each in enumerate(self.methods):
            if (each.owner, each.name) in code:
                by_owner.setdefault(each.owner, []).append(index)
        for owner in self._defined(code):
            class_offsets[owner] = at + len(data)
            own = by_owner.get(owner, [])
            fields = [index for index, (each, _) in enumerate(self.fields) if each == owner] if self.fields else []
            data += uleb(len(fields)) + uleb(0) + uleb(len(own)) + uleb(0)
            for step in [after - before for before, after in zip([0, *fields], fields, strict=False)]:
                data += uleb(step) + uleb(STATIC_FINAL)
            before = 0
            for index in own:
                each = self.methods[index]
                data += uleb(index - before) + uleb(8) + uleb(offsets[each.owner, each.name])
                before = index
        value_offsets: dict[str, int] = {}
        for owner in {owner for owner, _ in self.fields}:
            value_offsets[owner] = at + len(data)
            own_values = [self._string[self.constants[key]] for key in self.fields if key[0] == owner]
            data += uleb(len(own_values))
            for value in own_values:
                data += struct.pack("<BH", 0x20 | VALUE_STRING, value)
        return bytes(data), string_offsets, class_offsets, value_offsets
