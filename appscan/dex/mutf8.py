"""Decodes MUTF-8, the string encoding of DEX files."""


def decode(raw: bytes) -> str:
    """The text of a DEX string. Lone surrogates become U+FFFD: nothing that a file holds breaks the output."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.replace(b"\xc0\x80", b"\0").decode("utf-8", "surrogatepass" if _regular(raw) else "replace")
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def encode(text: str) -> bytes:
    """The MUTF-8 bytes of a text, to look it up without decoding a table."""
    if text.isascii() and "\0" not in text:
        return text.encode()
    units = text.encode("utf-16-le", "surrogatepass")
    result = bytearray()
    for low, high in zip(units[::2], units[1::2], strict=True):
        unit = low | high << 8
        if 0 < unit < 0x80:
            result.append(unit)
        elif unit < 0x800:
            result += bytes((0xC0 | unit >> 6, 0x80 | unit & 0x3F))
        else:
            result += bytes((0xE0 | unit >> 12, 0x80 | unit >> 6 & 0x3F, 0x80 | unit & 0x3F))
    return bytes(result)


def _regular(raw: bytes) -> bool:
    try:
        raw.replace(b"\xc0\x80", b"\0").decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
