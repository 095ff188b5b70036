"""One method's code as instructions with operands, branches and exception handlers: read only where it is asked for.

The index sweeps all methods for what they refer to; this reads a single one closely. Source: the Dalvik bytecode and
Dalvik executable instruction formats, and the layout of `code_item`.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from appscan.dex.errors import DexError
from appscan.dex.leb128 import read_uleb
from appscan.dex.opcodes import FILL_ARRAY, LENGTH, PACKED_SWITCH, SPARSE_SWITCH

_LENGTH_LIST: list[int] = LENGTH.tolist()
MAX_SWITCH = 4096
"""Cases of a switch that are followed; a larger one counts as unreadable."""


class Instruction(NamedTuple):
    """`at`: 16-bit units from the start of the code. `registers`: operands in the order of the format.

    `ref`: index into the table that the opcode names. `literal`: a constant operand. `targets`: where a branch or a
    switch may go (without the instruction behind it).
    """

    at: int
    opcode: int
    registers: tuple[int, ...] = ()
    ref: int = -1
    literal: int = 0
    targets: tuple[int, ...] = ()


class Try(NamedTuple):
    """A guarded range `[start, end)` in units, and where its handlers begin."""

    start: int
    end: int
    handlers: tuple[int, ...]


class Body(NamedTuple):
    """A method's code: how many registers, how many of them (the last ones) hold the arguments, and the rest."""

    registers: int
    arguments: int
    instructions: tuple[Instruction, ...]
    tries: tuple[Try, ...]


Reader = Callable[[Sequence[int], int], Instruction]


def _signed(value: int, bits: int) -> int:
    return value - (1 << bits) if value >> bits - 1 else value


def _wide(units: Sequence[int], at: int) -> int:
    return units[at] | units[at + 1] << 16


def _f10x(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF)


def _f11x(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,))


def _f12x(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8 & 0xF, u[i] >> 12))


def _f11n(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8 & 0xF,), literal=_signed(u[i] >> 12, 4))


def _f10t(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, targets=(i + _signed(u[i] >> 8, 8),))


def _f20t(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, targets=(i + _signed(u[i + 1], 16),))


def _f30t(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, targets=(i + _signed(_wide(u, i + 1), 32),))


def _f22x(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8, u[i + 1]))


def _f32x(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i + 1], u[i + 2]))


def _f21t(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,), targets=(i + _signed(u[i + 1], 16),))


def _f22t(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8 & 0xF, u[i] >> 12), targets=(i + _signed(u[i + 1], 16),))


def _f21s(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,), literal=_signed(u[i + 1], 16))


def _f21h(u: Sequence[int], i: int) -> Instruction:
    shift = 48 if u[i] & 0xFF == 0x19 else 16
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,), literal=_signed(u[i + 1], 16) << shift)


def _f31i(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,), literal=_signed(_wide(u, i + 1), 32))


def _f51l(u: Sequence[int], i: int) -> Instruction:
    literal = _signed(_wide(u, i + 1) | _wide(u, i + 3) << 32, 64)
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,), literal=literal)


def _f21c(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,), u[i + 1])


def _f31c(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8,), _wide(u, i + 1))


def _f22c(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8 & 0xF, u[i] >> 12), u[i + 1])


def _f22s(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8 & 0xF, u[i] >> 12), literal=_signed(u[i + 1], 16))


def _f22b(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8, u[i + 1] & 0xFF), literal=_signed(u[i + 1] >> 8, 8))


def _f23x(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, (u[i] >> 8, u[i + 1] & 0xFF, u[i + 1] >> 8))


def _f35c(u: Sequence[int], i: int) -> Instruction:
    listed = u[i + 2]
    registers = (listed & 0xF, listed >> 4 & 0xF, listed >> 8 & 0xF, listed >> 12, u[i] >> 8 & 0xF)
    return Instruction(i, u[i] & 0xFF, registers[: min(5, u[i] >> 12)], u[i + 1])


def _f3rc(u: Sequence[int], i: int) -> Instruction:
    return Instruction(i, u[i] & 0xFF, tuple(range(u[i + 2], u[i + 2] + (u[i] >> 8))), u[i + 1])


def _f31t(u: Sequence[int], i: int) -> Instruction:
    """A switch, or a table for an array: where the cases of the payload go."""
    opcode, at = u[i] & 0xFF, i + _signed(_wide(u, i + 1), 32)
    targets = () if opcode == 0x26 else tuple(i + each for each in _cases(u, at))
    return Instruction(i, opcode, (u[i] >> 8,), targets=targets)


def _cases(u: Sequence[int], at: int) -> list[int]:
    if not 0 <= at < len(u) - 1:
        raise DexError("a switch refers beyond its method")
    size = u[at + 1]
    first = {PACKED_SWITCH: at + 4, SPARSE_SWITCH: at + 2 + 2 * size}.get(u[at], -1)
    if first < 0 or size > MAX_SWITCH or first + 2 * size > len(u):
        raise DexError("a switch has no table")
    return [_signed(_wide(u, first + 2 * case), 32) for case in range(size)]


_FORMATS: tuple[tuple[Reader, tuple[int, ...]], ...] = (
    (_f12x, (0x01, 0x04, 0x07, 0x21, *range(0x7B, 0x90), *range(0xB0, 0xD0))),
    (_f22x, (0x02, 0x05, 0x08)),
    (_f32x, (0x03, 0x06, 0x09)),
    (_f11x, (*range(0x0A, 0x0E), 0x0F, 0x10, 0x11, 0x1D, 0x1E, 0x27)),
    (_f11n, (0x12,)),
    (_f21s, (0x13, 0x16)),
    (_f31i, (0x14, 0x17)),
    (_f21h, (0x15, 0x19)),
    (_f51l, (0x18,)),
    (_f21c, (0x1A, 0x1C, 0x1F, 0x22, *range(0x60, 0x6E), 0xFE, 0xFF)),
    (_f31c, (0x1B,)),
    (_f22c, (0x20, 0x23, *range(0x52, 0x60))),
    (_f35c, (0x24, *range(0x6E, 0x73), 0xFA, 0xFC)),
    (_f3rc, (0x25, *range(0x74, 0x79), 0xFB, 0xFD)),
    (_f31t, (0x26, 0x2B, 0x2C)),
    (_f10t, (0x28,)),
    (_f20t, (0x29,)),
    (_f30t, (0x2A,)),
    (_f23x, (*range(0x2D, 0x32), *range(0x44, 0x52), *range(0x90, 0xB0))),
    (_f22t, tuple(range(0x32, 0x38))),
    (_f21t, tuple(range(0x38, 0x3E))),
    (_f22s, tuple(range(0xD0, 0xD8))),
    (_f22b, tuple(range(0xD8, 0xE3))),
)
_READERS: list[Reader] = [_f10x] * 256
for _reader, _opcodes in _FORMATS:
    for _opcode in _opcodes:
        _READERS[_opcode] = _reader


def read_body(header: Sequence[int], units: Sequence[int], behind: bytes) -> Body:
    """A method's code. `header`: the 8 units before it; `units`: the code; `behind`: the bytes after it (handlers).

    Raises `DexError` where the code contradicts itself.
    """
    instructions: list[Instruction] = []
    at, end = 0, len(units)
    try:
        while at < end:
            word = units[at]
            if word & 0xFF == 0 and word:
                at += _payload(units, at, word)
                continue
            instructions.append(_READERS[word & 0xFF](units, at))
            at += _LENGTH_LIST[word & 0xFF]
        tries = _tries(header[3], behind, end)
    except IndexError as error:
        raise DexError("an instruction runs past the end of its method") from error
    return Body(header[0], header[1], tuple(instructions), tries)


def _payload(units: Sequence[int], at: int, word: int) -> int:
    size = units[at + 1] if at + 1 < len(units) else 0
    if word == PACKED_SWITCH:
        return size * 2 + 4
    if word == SPARSE_SWITCH:
        return size * 4 + 2
    if word == FILL_ARRAY:
        return (size * _wide(units, at + 2) + 1) // 2 + 4
    return 1


def _tries(count: int, behind: bytes, units: int) -> tuple[Try, ...]:
    if not count:
        return ()
    first = 2 if units % 2 else 0
    lists = first + 8 * count
    found = []
    for each in range(count):
        at = first + 8 * each
        start = int.from_bytes(behind[at : at + 4], "little")
        length = int.from_bytes(behind[at + 4 : at + 6], "little")
        handler = int.from_bytes(behind[at + 6 : at + 8], "little")
        found.append(Try(start, start + length, _handlers(behind, lists + handler)))
    return tuple(found)


def _handlers(data: bytes, at: int) -> tuple[int, ...]:
    """The addresses in one `encoded_catch_handler`; a catch-all comes last."""
    size, at = _sleb(data, at)
    found = []
    for _ in range(abs(size)):
        _, at = read_uleb(data, at)
        address, at = read_uleb(data, at)
        found.append(address)
    if size <= 0:
        address, at = read_uleb(data, at)
        found.append(address)
    return tuple(found)


def _sleb(data: bytes, at: int) -> tuple[int, int]:
    value, end = read_uleb(data, at)
    return _signed(value, 7 * (end - at)), end
