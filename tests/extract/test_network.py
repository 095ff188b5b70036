"""Addresses and filing numbers in bytecode, resources and files: who names them, and at which place."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract import network as networks
from appscan.extract import textfiles
from appscan.extract.apk import read_apk
from appscan.extract.archive import Archive, Bounds
from appscan.extract.code import read_code
from appscan.extract.network import bounded, file_network, merged, text_network
from appscan.facts import App, Endpoint, Limit, Network, Text
from appscan.hosts import Domains
from appscan.knowledge import Domain, Knowledge
from tests.conftest import SAMPLES
from tests.dexwriter import RETURN_VOID, Method, Writer

KNOWN = Domains((Domain(domain="umeng.com"), Domain(domain="w3.org", role="namespace")))
KNOWLEDGE = Knowledge(sha256="", domains=(Domain(domain="umeng.com"), Domain(domain="w3.org", role="namespace")))
LOAD = 0x001A  # const-string v0


def in_code(uses: Mapping[str, list[str]], unused: list[str] | None = None) -> Network:
    """What is found where methods `run` of some classes load some strings, and others stand in the table alone."""
    methods = [Method(owner, "run") for owner in uses]
    texts = [text for each in uses.values() for text in each]
    writer = Writer(methods, [*texts, *(unused or [])])
    code = {
        (owner, "run"): [*(unit for text in loaded for unit in (LOAD, writer.string(text))), RETURN_VOID]
        for owner, loaded in uses.items()
    }
    entries = [("classes.dex", writer.write(code))]
    return read_code(entries, KNOWLEDGE, App(package="app")).network


def test_a_string_that_code_loads_is_told_with_its_caller_and_byte() -> None:
    (found,) = in_code({"Lapp/A;": ["http://api.example.cn:8080/x", "hello"]}).endpoints
    assert (found.scheme, found.host, found.port, found.source) == ("http", "api.example.cn", 8080, "code")
    assert found.caller == "Lapp/A;->run()V"
    assert found.where.startswith("classes.dex@0x")


def test_uses_are_counted_by_class_and_the_first_is_kept() -> None:
    url = "https://api.example.cn/a"
    one, two = in_code({"Lapp/A;": [url, url, "https://api.example.cn/b"], "Lapp/B;": [url]}).endpoints
    assert {(each.caller, each.uses, each.url) for each in (one, two)} == {
        ("Lapp/A;->run()V", 3, url),
        ("Lapp/B;->run()V", 1, url),
    }


def test_a_string_that_no_code_loads_is_told_by_its_index() -> None:
    (found,) = in_code({"Lapp/A;": ["hello"]}, ["https://static.example.cn/"]).endpoints
    assert found.caller == ""
    assert found.where.startswith("classes.dex:string#")


def test_of_a_namespace_one_use_stands_for_all_classes() -> None:
    url = "http://www.w3.org/2000/xmlns/"
    (found,) = in_code({"Lapp/A;": [url, url], "Lapp/B;": [url, "http://www.w3.org/1999/xhtml"]}).endpoints
    assert found.uses == 4


def test_bare_names_sockets_and_versions() -> None:
    loaded = ["ulogs.umeng.com", "notumeng.com", "10.0.2.2:8080", "1.2.3.4", "com.umeng.sdk", "www.w3.org"]
    found = in_code({"Lapp/A;": loaded}).endpoints
    assert [(each.scheme, each.host, each.port) for each in found] == [
        ("", "ulogs.umeng.com", 0),
        ("", "10.0.2.2", 8080),
    ]


def test_a_filing_number_in_code() -> None:
    (found,) = in_code({"Lapp/A;": ["备案号：浙ＩＣＰ备１２３４５６７８号", "京ICP证030173号"]}).filings
    assert (found.number, found.text) == ("浙ICP备12345678号", "浙ＩＣＰ备１２３４５６７８号")
    assert found.caller == "Lapp/A;->run()V"


def test_the_samples(catalogue: Catalogue) -> None:
    greedy = read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge).network
    tidy = read_apk(SAMPLES / "tidy" / "tidy.apk", catalogue.knowledge).network
    quiet = read_apk(SAMPLES / "quiet" / "quiet.apk", catalogue.knowledge).network
    assert greedy
    assert tidy
    assert quiet == Network()
    first = greedy.endpoints[0]
    assert (first.scheme, first.host) == ("http", "collect.greedy.example")
    assert first.url == "http://collect.greedy.example/report?imei="
    assert first.caller.startswith("Lcom/example/greedy/Uploader;->")
    assert {each.scheme for each in tidy.endpoints} == {"https"}
    assert [(each.number, each.where) for each in tidy.filings] == [
        ("京ICP备12345678号-3A", "resources.arsc:string#27")
    ]


def test_in_the_resource_table_and_in_layouts() -> None:
    pool = ["hello", "https://res.example.cn", "a.umeng.com"]
    found = text_network(pool, [Text(where="res/layout/a.xml", text="京ICP备12345678号-3A")], KNOWN)
    assert [(each.host, each.where, each.source) for each in found.endpoints] == [
        ("res.example.cn", "resources.arsc:string#1", "resources"),
        ("a.umeng.com", "resources.arsc:string#2", "resources"),
    ]
    assert [each.where for each in found.filings] == ["res/layout/a.xml"]


def in_files(
    tmp_path: Path, files: Mapping[str, str | bytes], bounds: Bounds | None = None
) -> tuple[Network, list[Limit]]:
    path = tmp_path / "a.apk"
    with zipfile.ZipFile(path, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    limits: list[Limit] = []
    with Archive(path, bounds or Bounds()) as archive:
        return file_network(archive, KNOWN, limits), limits


def test_in_text_files_each_is_told_by_its_line(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "assets/config.json": '{\n "api": "https:\\/\\/one.example.cn\\/v1",\n "log": "ulogs.umeng.com"\n}',
        "res/raw/page.html": "<a href='http://two.example.cn'>京ICP备12345678号</a>",
        "res/aB.bundle": "fetch('https://three.example.cn')",
        "assets/noending": "wss://four.example.cn",
        "res/layout/a.xml": "https://binary.example.cn",
        "assets/image.png": "https://picture.example.cn",
        "assets/data": b"\x00\x01https://noise.example.cn",
        "lib/a.txt": "https://elsewhere.example.cn",
    }
    found, limits = in_files(tmp_path, files)
    assert [(each.host, each.where) for each in found.endpoints] == [
        ("one.example.cn", "assets/config.json:2"),
        ("ulogs.umeng.com", "assets/config.json:3"),
        ("four.example.cn", "assets/noending:1"),
        ("three.example.cn", "res/aB.bundle:1"),
        ("two.example.cn", "res/raw/page.html:1"),
    ]
    assert {each.source for each in found.endpoints} == {"files"}
    assert [(each.number, each.where) for each in found.filings] == [("京ICP备12345678号", "res/raw/page.html:1")]
    assert limits == []


def test_comments_of_scripts_lead_nobody_anywhere(tmp_path: Path) -> None:
    script = """/*!
       see http://one.example.cn */
    // http://two.example.cn
    run(); // http://three.example.cn
    accept("*/*"); get("http://four.example.cn")
    ;(function(){get("http://five.example.cn")})()
    """
    page = "<!--\nhttp://six.example.cn\n-->\n<a href=http://seven.example.cn>"
    found, _ = in_files(
        tmp_path, {"assets/a.js": script, "assets/b.html": page, "assets/c.js": "/* open\nws://x.example.cn"}
    )
    assert [(each.host, each.where) for each in found.endpoints] == [
        ("four.example.cn", "assets/a.js:5"),
        ("five.example.cn", "assets/a.js:6"),
        ("seven.example.cn", "assets/b.html:4"),
        ("x.example.cn", "assets/c.js:2"),
    ]


def test_what_is_too_long_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textfiles, "PER_FILE", 1000)
    monkeypatch.setattr(textfiles, "IN_ALL", 1500)
    text = "https://head.example.cn " + "x " * 1000 + "https://tail.example.cn"
    found, limits = in_files(tmp_path, {f"assets/{name}.txt": text for name in "abc"})
    assert {each.host for each in found.endpoints} == {"head.example.cn"}
    assert [(each.kind, each.detail, each.affects) for each in limits] == [
        ("unsearched_files", "assets/a.txt (+2)", ())
    ]


def test_files_within_a_bound_on_entries_are_read_to_the_bound(tmp_path: Path) -> None:
    text = "https://head.example.cn " + "x " * 1000
    found, limits = in_files(tmp_path, {"assets/a.txt": text}, Bounds(entry=1000))
    assert [each.host for each in found.endpoints] == ["head.example.cn"]
    assert [each.kind for each in limits] == ["unsearched_files"]


def endpoint(host: str, where: str, caller: str = "") -> Endpoint:
    return Endpoint(host=host, scheme="https", port=0, url=f"https://{host}", where=where, caller=caller)


def test_a_constant_that_one_dex_file_loads_is_not_told_again_of_another() -> None:
    used = endpoint("a.example.cn", "classes.dex@0x10", "Lapp/A;->run()V")
    again = endpoint("a.example.cn", "classes2.dex:string#3")
    other = endpoint("b.example.cn", "classes2.dex:string#4")
    parts = (Network(endpoints=(used,)), Network(endpoints=(again, other)))
    assert bounded(merged(parts, KNOWN), []).endpoints == (used, other)


def test_facts_keep_so_many_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "MAX_ENDPOINTS", 3)
    limits: list[Limit] = []
    many = Network(endpoints=tuple(endpoint(f"h{n}.example.cn", "classes.dex:string#1") for n in range(9)))
    assert len(bounded(merged([many], KNOWN), limits).endpoints) == 3
    assert [each.kind for each in limits] == ["many_addresses"]


def test_the_order_of_what_is_read_does_not_matter() -> None:
    parts = [Network(endpoints=(endpoint(f"h{n}.example.cn", "classes.dex:string#1"),)) for n in range(9)]
    assert bounded(merged(parts, KNOWN), []) == bounded(merged(reversed(parts), KNOWN), [])
