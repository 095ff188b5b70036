"""What stands in the operands of some calls: the mode of a file, a flag of a window, a cipher's name, a fixed key.

Read straight down, without following branches: what is said of an operand holds where the code runs as written.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from appscan.dex.index import Dex
from appscan.dex.instructions import Body, Instruction
from appscan.dex.opcodes import CONST_STRING, CONST_STRING_JUMBO, INVOKE

Held = int | str | bytes | None
"""What a register holds: a number, a text, bytes that stand in the file (empty here: they are not told), or unknown."""

SECURE = 0x2000
"""WindowManager.LayoutParams.FLAG_SECURE."""

OTHERS = 3
"""MODE_WORLD_READABLE and MODE_WORLD_WRITEABLE."""

FIXED = b""
NUMBERS = range(0x12, 0x16)
BRANCHES = frozenset((*range(0x32, 0x3E), 0x2B, 0x2C))
_MOVES = frozenset(range(0x01, 0x0A))
_READ_ONLY = frozenset((0x00, 0x0E, 0x0F, 0x10, 0x11, 0x1D, 0x1E, 0x1F, 0x24, 0x25, *range(0x27, 0x2B), *BRANCHES))
_PUTS = frozenset((*range(0x4B, 0x52), *range(0x59, 0x60), *range(0x67, 0x6E)))
_RESULT, _ARRAY_DATA = 0x0C, 0x26


class Operand(NamedTuple):
    """A call of which one operand says something: `place` counts the call's registers, an object itself is 0."""

    kind: str
    owner: str
    member: str
    place: int
    says: Callable[[Held], bool]


def _number(test: Callable[[int], bool]) -> Callable[[Held], bool]:
    return lambda held: isinstance(held, int) and test(held)


def _text(held: Held) -> bool:
    return isinstance(held, str)


def _fixed(held: Held) -> bool:
    return isinstance(held, bytes)


def _any(held: Held) -> bool:  # noqa: ARG001 - the call alone says it
    return True


_secure, _others = _number(lambda held: bool(held & SECURE)), _number(lambda held: bool(held & OTHERS))
_true, _false = _number(lambda held: held == 1), _number(lambda held: held == 0)
_WINDOW, _PAGE = "Landroid/view/Window;", "Landroid/webkit/WebSettings;"

OPERANDS = (
    Operand("secure-window", _WINDOW, "addFlags", 1, _secure),
    Operand("secure-window", _WINDOW, "setFlags", 2, _secure),
    Operand("secure-window", "Landroid/view/SurfaceView;", "setSecure", 1, _true),
    Operand("secure-window", "", "setRecentsScreenshotEnabled", 1, _false),
    Operand("own-keyboard", "", "setShowSoftInputOnFocus", 1, _false),
    Operand("open-file", "", "getSharedPreferences", 2, _others),
    Operand("open-file", "", "openFileOutput", 2, _others),
    Operand("open-page", _PAGE, "setAllowFileAccessFromFileURLs", 1, _true),
    Operand("open-page", _PAGE, "setAllowUniversalAccessFromFileURLs", 1, _true),
    Operand("open-page", "Landroid/webkit/WebView;", "setWebContentsDebuggingEnabled", 0, _true),
    Operand("cipher", "Ljavax/crypto/Cipher;", "getInstance", 0, _text),
    Operand("tls", "Ljavax/net/ssl/SSLContext;", "getInstance", 0, _text),
    Operand("signs", "Ljavax/crypto/Mac;", "getInstance", 0, _text),
    Operand("signs", "Ljava/security/Signature;", "getInstance", 0, _text),
    Operand("fixed-key", "Ljavax/crypto/spec/SecretKeySpec;", "<init>", 1, _fixed),
    Operand("fixed-seed", "Ljava/security/SecureRandom;", "<init>", 1, _fixed),
    Operand("plain-random", "Ljava/util/Random;", "nextBytes", 0, _any),
)


def calls(dex: Dex, body: Body) -> Iterator[tuple[Instruction, dict[int, Held]]]:
    """Every call of a method with what the registers hold before it, as far as constants tell."""
    held: dict[int, Held] = {}
    result: Held = None
    for step in body.instructions:
        if INVOKE[step.opcode]:
            yield step, held
            result = _returned(dex, step, held)
        elif step.registers and _writes(step.opcode):
            held[step.registers[0]] = result if step.opcode == _RESULT else _written(dex, step, held)


def _writes(opcode: int) -> bool:
    return opcode not in _READ_ONLY and opcode not in _PUTS


def _written(dex: Dex, step: Instruction, held: dict[int, Held]) -> Held:
    """What an instruction leaves in its first register."""
    if step.opcode in NUMBERS:
        return step.literal
    if step.opcode in (CONST_STRING, CONST_STRING_JUMBO):
        return dex.string(step.ref) if step.ref < len(dex.tables.strings) else None
    if step.opcode == _ARRAY_DATA:
        return FIXED
    return held.get(step.registers[1]) if step.opcode in _MOVES else None


def _returned(dex: Dex, step: Instruction, held: dict[int, Held]) -> Held:
    """The bytes of a constant text; of other calls nothing is known."""
    if step.ref >= len(dex.tables.methods) or not step.registers:
        return None
    text = isinstance(held.get(step.registers[0]), str)
    return FIXED if text and dex.method_name(step.ref) == ("Ljava/lang/String;", "getBytes") else None
