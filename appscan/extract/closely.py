"""Close readings that only security asks for: operands, checks of certificates that check nothing, secrets in logs."""

import re
from collections.abc import Iterable, Iterator

import numpy as np

from appscan.dex import mutf8
from appscan.dex.edges import Mask
from appscan.dex.errors import DexError
from appscan.dex.index import Dex
from appscan.dex.instructions import Body
from appscan.dex.opcodes import INVOKE
from appscan.extract.operands import BRANCHES, NUMBERS, OPERANDS, Operand, calls
from appscan.facts import MethodNote

MAX_NOTES = 200
"""Of one kind in one DEX file."""

CHECKS_SERVER = "([Ljava/security/cert/X509Certificate;Ljava/lang/String;"
CHECKS_HOST = "(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z"
LOG, LOGS = "Landroid/util/Log;", ("v", "d", "i", "w", "e", "wtf")
SECRET = re.compile(
    r"(?:passw(?:or)?d|\bpwd|\bcvv2?|card_?(?:no|num(?:ber)?)|id_?card|密码|口令|卡号|身份证号?码?|验证码)\s*(?:is)?\s*[=:：]\s*$",
    re.IGNORECASE,
)
NEEDLES = ("assword", "asswd", "pwd", "cvv", "ard", "密码", "口令", "卡号", "身份证", "验证码")
ENDS = tuple(each.encode() for each in ("=", ":", "："))
MAX_LABEL = 40
STORES = (
    ("Landroid/content/SharedPreferences$Editor;", "putString"),
    ("Landroid/content/ContentValues;", "put"),
    ("Lcom/tencent/mmkv/MMKV;", "encode"),
    ("Lcom/tencent/mmkv/MMKV;", "putString"),
)
"""Methods that keep a value under the name in their first argument."""

KEY = re.compile(
    r"(?:\w*_)?(?:password|passwd|pwd|cvv2?|cvn2?|card_?no|card_?num(?:ber)?|bank_?card|track_?2)(?:_\w*)?",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
KEY_NEEDLES = ("assw", "ASSW", "pwd", "Pwd", "PWD", "cvv", "Cvv", "CVV", "cvn", "CVN", "ard", "ARD", "track", "TRACK")
MAX_KEY = 32
_THROW = 0x27


def closely(dex: Dex, live: Mask | None) -> Iterator[MethodNote]:
    """The notes of one DEX file. A method whose code contradicts itself is left out."""
    counts: dict[str, int] = {}
    for note in (*_operands(dex, live), *_unchecked(dex, live), *_logged(dex, live), *_stored(dex, live)):
        counts[note.kind] = counts.get(note.kind, 0) + 1
        if counts[note.kind] <= MAX_NOTES:
            yield note


def _named(dex: Dex, names: Iterable[str]) -> list[int]:
    """Methods (indices) that have one of some names."""
    found = list(dex.strings.find([mutf8.encode(name) for name in names]).values())
    methods: list[int] = np.flatnonzero(np.isin(dex.tables.methods["name"], found)).tolist()
    return methods


def _callers(dex: Dex, live: Mask | None, targets: Iterable[int]) -> list[int]:
    sites = dex.calls
    mask = np.zeros(len(dex.tables.methods), bool)
    mask[list(targets)] = True
    chosen = mask[sites.target] if len(mask) else np.zeros(0, bool)
    if live is not None:
        chosen &= live[sites.caller]
    callers: list[int] = np.unique(sites.caller[chosen]).tolist()
    return callers


def _body(dex: Dex, method: int) -> Body | None:
    try:
        return dex.body(method)
    except DexError:
        return None


def _note(dex: Dex, kind: str, method: int, detail: str, at: int) -> MethodNote:
    offset = 2 * (dex.unit_of(method) + at)
    return MethodNote(kind=kind, method=dex.method(method), detail=detail, dex=dex.name, offset=offset)


def _operands(dex: Dex, live: Mask | None) -> Iterator[MethodNote]:
    targets: dict[int, list[Operand]] = {}
    for index in _named(dex, {each.member for each in OPERANDS}):
        owner, name = dex.method_name(index)
        fits = [each for each in OPERANDS if each.member == name and each.owner in ("", owner)]
        if fits:
            targets[index] = fits
    for method in _callers(dex, live, targets):
        body = _body(dex, method)
        for step, held in calls(dex, body) if body else ():
            for each in targets.get(step.ref, ()):
                value = held.get(step.registers[each.place]) if each.place < len(step.registers) else None
                if each.says(value):
                    detail = value if isinstance(value, str) else dex.method(step.ref)
                    yield _note(dex, each.kind, method, detail, step.at)


def _unchecked(dex: Dex, live: Mask | None) -> Iterator[MethodNote]:
    """Methods that ought to check a certificate or a host's name, and cannot refuse any."""
    for method in _named(dex, ("checkServerTrusted", "verify", "onReceivedSslError")):
        if live is not None and not live[method]:
            continue
        body = _body(dex, method)
        name = dex.method_name(method)[1]
        kind = _lax(dex, name, dex.prototype(int(dex.tables.methods[method]["proto"])), body) if body else ""
        if kind:
            yield _note(dex, kind, method, name, 0)


def _lax(dex: Dex, name: str, prototype: str, body: Body) -> str:
    opcodes = {each.opcode for each in body.instructions}
    called = [each.ref for each in body.instructions if INVOKE[each.opcode]]
    if name == "onReceivedSslError":
        proceeds = any(_is_proceed(dex, each) for each in called)
        return "passes-tls-errors" if proceeds and not opcodes & BRANCHES else ""
    if called or _THROW in opcodes:
        return ""
    if name == "checkServerTrusted" and prototype.startswith(CHECKS_SERVER):
        return "trusts-all"
    given = {each.literal for each in body.instructions if each.opcode in NUMBERS}
    return "any-host" if prototype == CHECKS_HOST and given == {1} and not opcodes & BRANCHES else ""


def _is_proceed(dex: Dex, method: int) -> bool:
    known = method < len(dex.tables.methods)
    return known and dex.method_name(method) == ("Landroid/webkit/SslErrorHandler;", "proceed")


def _logged(dex: Dex, live: Mask | None) -> Iterator[MethodNote]:
    """Methods that write to the log and hold a label such as `password=`."""
    labels = dict(_labels(dex))
    if not labels:
        return
    logs = [each for each in _named(dex, LOGS) if dex.method_name(each)[0] == LOG]
    writers = set(_callers(dex, live, logs))
    sites = dex.string_constants
    chosen = np.isin(sites.target, list(labels))
    columns = (sites.caller[chosen], sites.target[chosen], sites.offset[chosen])
    for caller, target, offset in zip(*(each.tolist() for each in columns), strict=True):
        if caller in writers:
            detail = labels[target].strip()[-MAX_LABEL:]
            yield MethodNote(kind="logs-secret", method=dex.method(caller), detail=detail, dex=dex.name, offset=offset)


def _stored(dex: Dex, live: Mask | None) -> Iterator[MethodNote]:
    """Places that keep a value under a name such as `password`."""
    targets = [each for each in _named(dex, {name for _, name in STORES}) if dex.method_name(each) in STORES]
    keys = list(_keys(dex)) if targets else []
    if not keys:
        return
    sites = dex.string_constants
    holding = set(sites.caller[np.isin(sites.target, keys)].tolist())
    for method in _callers(dex, live, targets):
        body = _body(dex, method) if method in holding else None
        for step, held in calls(dex, body) if body else ():
            key = held.get(step.registers[1]) if step.ref in targets and len(step.registers) > 1 else None
            if isinstance(key, str) and _is_key(key):
                yield _note(dex, "stores-secret", method, key, step.at)


def _is_key(text: str) -> bool:
    return len(text) <= MAX_KEY and KEY.fullmatch(CAMEL.sub("_", text)) is not None


def _keys(dex: Dex) -> Iterator[int]:
    raw = dex.strings.raw
    for index in {each for needle in KEY_NEEDLES for each in dex.strings.holding(mutf8.encode(needle))}:
        if len(raw(index)) <= MAX_KEY and _is_key(dex.string(index)):
            yield index


def _labels(dex: Dex) -> Iterator[tuple[int, str]]:
    raw = dex.strings.raw
    for index in {each for needle in NEEDLES for each in dex.strings.holding(mutf8.encode(needle))}:
        if raw(index).rstrip().endswith(ENDS):
            text = dex.string(index)
            if SECRET.search(text):
                yield index, text
