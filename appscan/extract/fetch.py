"""Fetches a policy from the address that was asked for, within bounds, and keeps the way that it took."""

import http.client
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from typing import IO, Any, NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from appscan import __version__
from appscan.errors import InputError, LimitError

MAX_BYTES = 20 << 20
MAX_REDIRECTS = 5
PATIENCE = 20.0
"""Seconds without an answer after which the server counts as silent."""

DEADLINE = 60.0
"""Seconds for the whole transfer."""

CHUNK = 64 << 10
REDIRECTS = (301, 302, 303, 307, 308)
SCHEMES = ("http", "https")
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_AGENT = f"Mozilla/5.0 (compatible; appscan/{__version__})"


class Fetched(NamedTuple):
    """What an address gave. `redirects`: every address on the way, the one asked for and the last one left out."""

    url: str
    final_url: str
    redirects: tuple[str, ...]
    data: bytes
    charset: str


def fetch(url: str) -> Fetched:
    """The content of an address. Raises `InputError` where there is none, `LimitError` beyond the bounds."""
    _check(url, url)
    asked = ascii_form(url)
    way = _Redirects(url)
    opener = urllib.request.build_opener(way)
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked
        asked, headers={"User-Agent": _AGENT, "Accept": "text/html,*/*", "Accept-Encoding": "gzip, identity"}
    )
    end = time.monotonic() + DEADLINE
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            data = b"".join(_chunks(url, answer, end))
            charset = answer.headers.get_content_charset("") or ""
            final = answer.geturl()
    except urllib.error.HTTPError as error:
        if error.code in REDIRECTS:  # the library has refused to go where it leads
            _check(error.headers.get("Location") or "", url)
        raise InputError(f"{url}: the server answers {error.code}", f"{url}：服务器返回 {error.code}") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        reason = getattr(error, "reason", error)
        raise InputError(
            f"{url}: cannot be fetched ({reason or type(error).__name__})", f"{url}：无法下载（{reason}）"
        ) from error
    return Fetched(url, final, tuple(each for each in way.seen if each != final), data, charset)


def ascii_form(url: str) -> str:
    """An address as it is sent: Chinese domains in their ASCII form, other characters escaped."""
    parts = urlsplit(url)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        where = f"{host}:{parts.port}" if parts.port else host
    except ValueError as error:
        raise InputError(f"{url}: not a valid address", f"{url}：网址无效") from error
    netloc = parts.netloc if parts.netloc.isascii() else where
    return quote(urlunsplit(parts._replace(netloc=netloc, fragment="")), safe=_SAFE)


def _check(url: str, asked: str) -> None:
    """Only addresses of the web are fetched, also after a redirect."""
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() in SCHEMES and bool(parts.hostname)
    except ValueError:
        good = False
    if not good:
        also = "" if url == asked else f" (redirected to {url})"
        raise InputError(f"{asked}: not an http or https address{also}", f"{asked}：不是 http 或 https 网址{also}")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, only to addresses of the web, and writes them down."""

    def __init__(self, url: str) -> None:
        self._asked = url
        self.seen: list[str] = []

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        """The request for the next address. Raises `InputError` beyond the bounds."""
        _check(newurl, self._asked)
        if len(self.seen) >= MAX_REDIRECTS:
            raise InputError(
                f"{self._asked}: more than {MAX_REDIRECTS} redirects", f"{self._asked}：重定向超过 {MAX_REDIRECTS} 次"
            )
        self.seen.append(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _chunks(url: str, answer: Any, end: float) -> Iterator[bytes]:
    """What the server sends, unpacked, until it is too much or takes too long."""
    size = 0
    packed = answer.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    for chunk in _unpacked(answer) if packed else iter(lambda: answer.read1(CHUNK), b""):
        size += len(chunk)
        if size > MAX_BYTES:
            raise LimitError(f"{url}: larger than {MAX_BYTES >> 20} MB", f"{url}：超过 {MAX_BYTES >> 20} MB")
        if time.monotonic() > end:
            raise LimitError(f"{url}: takes longer than {DEADLINE:.0f} s", f"{url}：下载超过 {DEADLINE:.0f} 秒")
        yield chunk


def _unpacked(answer: IO[bytes]) -> Iterator[bytes]:
    """A gzip stream unpacked piece by piece, so that a bomb is stopped at the bound."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while chunk := answer.read1(CHUNK):  # type: ignore[attr-defined]
        while chunk:
            yield unpacker.decompress(chunk, CHUNK)
            chunk = unpacker.unconsumed_tail
    yield unpacker.flush()[:CHUNK]
