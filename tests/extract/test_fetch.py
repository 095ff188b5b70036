"""A policy is fetched from an address within bounds, and the way to it is kept. The server is this machine's own."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from appscan.catalogue.model import Catalogue
from appscan.errors import InputError, LimitError
from appscan.extract import fetch as fetcher
from appscan.extract.fetch import fetch
from appscan.extract.policy import load
from appscan.knowledge import Knowledge
from tests.policy.policy_files import docx, paragraph, pdf
from tests.policy.policy_texts import policy_page, policy_text

PAGE = policy_page(policy_text())


class Handler(BaseHTTPRequestHandler):
    """Answers by the path."""

    def do_GET(self) -> None:
        name, _, rest = self.path.lstrip("/").partition("/")
        if name == "hop":
            left = int(rest)
            self.answer(302, {"Location": f"/hop/{left - 1}" if left > 1 else "/page"}, b"")
        elif name == "away":
            self.answer(302, {"Location": "file:///etc/passwd"}, b"")
        elif name == "gbk":
            self.answer(200, {"Content-Type": "text/html; charset=gb2312"}, PAGE.encode("gb18030"))
        elif name == "gzip":
            self.answer(200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode()))
        elif name == "bomb":
            self.answer(200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(4 << 20)))
        elif name == "large":
            self.answer(200, {}, b"a" * (4 << 20))
        elif name == "docx":
            self.answer(200, {}, docx("".join(map(paragraph, policy_text().splitlines()))))
        elif name == "pdf":
            self.answer(200, {}, pdf(policy_text().splitlines()))
        elif name == "page":
            self.answer(200, {"Content-Type": "text/html"}, PAGE.encode())
        elif name == "broken":
            self.answer(200, {"Content-Encoding": "gzip"}, b"no gzip")
        else:
            self.answer(404, {}, b"none")

    def answer(self, code: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(code)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:  # the reader has had enough
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def knowledge(catalogue: Catalogue) -> Knowledge:
    return catalogue.knowledge


@pytest.fixture(autouse=True)
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy between this machine and itself."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_a_page_is_fetched_and_read(server: str, knowledge: Knowledge) -> None:
    url = f"{server}/page"
    (document,) = load([], knowledge, [url]).documents
    assert (document.path, document.final_url, document.redirects) == (url, url, ())
    assert (document.source, document.kind) == ("url", "policy")


def test_redirects_and_the_final_address_are_kept(server: str, knowledge: Knowledge) -> None:
    (document,) = load([], knowledge, [f"{server}/hop/3"]).documents
    assert document.final_url == f"{server}/page"
    assert document.redirects == (f"{server}/hop/2", f"{server}/hop/1")
    assert document.path == f"{server}/hop/3"


def test_evidence_names_the_address_that_was_asked_for(server: str, knowledge: Knowledge) -> None:
    policy = load([], knowledge, [f"{server}/hop/1"])
    evidence = [each for clause in policy.clauses for each in clause.evidence]
    assert evidence
    assert all(each.where.startswith(f"{server}/hop/1:") for each in evidence)


def test_the_charset_of_the_header_is_tried(server: str, knowledge: Knowledge) -> None:
    (document,) = load([], knowledge, [f"{server}/gbk"]).documents
    assert (document.encoding, document.kind) == ("gb18030", "policy")


@pytest.mark.parametrize("name", ["gzip", "docx", "pdf"])
def test_what_is_sent_is_told_by_its_bytes(server: str, knowledge: Knowledge, name: str) -> None:
    assert load([], knowledge, [f"{server}/{name}"]).documents[0].kind == "policy"


def test_too_many_redirects(server: str) -> None:
    assert fetch(f"{server}/hop/5").final_url.endswith("/page")
    with pytest.raises(InputError, match="more than 5 redirects"):
        fetch(f"{server}/hop/6")


def test_a_redirect_to_a_file_is_not_followed(server: str) -> None:
    with pytest.raises(InputError, match="not an http or https address"):
        fetch(f"{server}/away")


@pytest.mark.parametrize("name", ["large", "bomb"])
def test_too_much_is_stopped(server: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetcher, "MAX_BYTES", 1 << 20)
    with pytest.raises(LimitError, match="larger than 1 MB"):
        fetch(f"{server}/{name}")


def test_too_slow_is_stopped(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetcher, "DEADLINE", -1.0)
    with pytest.raises(LimitError, match="takes longer"):
        fetch(f"{server}/page")


@pytest.mark.parametrize(("name", "said"), [("none", "the server answers 404"), ("broken", "cannot be fetched")])
def test_an_answer_that_is_no_page(server: str, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        fetch(f"{server}/{name}")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/p", "privacy.html", "http://", "http://[::1", ""]
)
def test_only_addresses_of_the_web_are_fetched(url: str) -> None:
    with pytest.raises(InputError, match="not an http or https address") as caught:
        fetch(url)
    assert "不是 http 或 https 网址" in caught.value.zh


def test_addresses_in_chinese_are_sent_in_ascii() -> None:
    assert fetcher.ascii_form("https://例子.中国:8443/隐私?a=政#一") == (
        "https://xn--fsqu00a.xn--fiqs8s:8443/%E9%9A%90%E7%A7%81?a=%E6%94%BF"
    )
    with pytest.raises(InputError, match="not a valid address"):
        fetch("http://x.example:port/")


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(InputError, match="cannot be fetched"):
        fetch("http://127.0.0.1:1/privacy.html")
