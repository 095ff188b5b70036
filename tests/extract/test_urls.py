"""Addresses in text: what is one, what is cut, what is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appscan.extract.urls import addresses, bare, quoted
from appscan.hosts import Domains, valid
from appscan.knowledge import Domain

KNOWN = Domains((Domain(domain="umeng.com"), Domain(domain="w3.org", role="namespace")))


def seen(text: str) -> list[tuple[str, str, int]]:
    return [(each.scheme, each.host, each.port) for each in addresses(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://api.example.cn/v1?x=1", ("https", "api.example.cn", 0)),
        ("HTTP://API.Example.CN", ("http", "api.example.cn", 0)),
        ("http://example.cn:80/", ("http", "example.cn", 0)),
        ("https://example.cn:80/", ("https", "example.cn", 80)),
        ("http://example.cn:8080", ("http", "example.cn", 8080)),
        ("ws://push.example.cn/socket", ("ws", "push.example.cn", 0)),
        ("wss://push.example.cn", ("wss", "push.example.cn", 0)),
        ("mqtt://iot.example.cn:1883", ("mqtt", "iot.example.cn", 0)),
        ("tcp://10.251.70.75:55555", ("tcp", "10.251.70.75", 55555)),
        ("ftp://files.example.cn/a", ("ftp", "files.example.cn", 0)),
        ("http://1.2.3.4/x", ("http", "1.2.3.4", 0)),
        ("http://[2001:db8::1]:8443/", ("http", "2001:db8::1", 8443)),
        ("http://localhost:3000", ("http", "localhost", 3000)),
        ("https://user:secret@example.cn/", ("https", "example.cn", 0)),
        ("https://xn--fiqs8s.xn--fiqs8s/", ("https", "xn--fiqs8s.xn--fiqs8s", 0)),
        ("(见 https://example.cn/a)", ("https", "example.cn", 0)),
        ("详见https://example.cn，或致电", ("https", "example.cn", 0)),
        ("See http://example.cn. Then", ("http", "example.cn", 0)),
        ("?url=http://example.cn", ("http", "example.cn", 0)),
        ("https://%s.example.cn/x", ("https", "example.cn", 0)),
        ("https://api-%1$s.eu.example.cn/x", ("https", "eu.example.cn", 0)),
        ("https://${region}.example.cn/x", ("https", "example.cn", 0)),
        ("https://*.example.cn", ("https", "example.cn", 0)),
        ("https://example.cn:%d/x", ("https", "example.cn", 0)),
        ("https://example.cn%s", ("https", "example.cn", 0)),
        ("10.0.2.2:8080", ("", "10.0.2.2", 8080)),
        ("proxy 8.8.8.8:53, next", ("", "8.8.8.8", 53)),
    ],
)
def test_an_address(text: str, found: tuple[str, str, int]) -> None:
    assert seen(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "https://",
        "https://%s/api",
        "https://{host}/api",
        "https://${BuildConfig.HOST}/api",
        "https://%s.com.cn/",
        "https://example.%s/",
        "https://api.",
        "https://example...",
        "https://myserver/",
        "https://example.cn:0/",
        "https://example.cn:65536/",
        "https://example.cn:port/",
        "https://[::1/",
        "https://[%s]/",
        "https://a_b.example.cn/",
        "https://例子.cn/",
        "content://com.android.contacts/data",
        "file:///android_asset/a.html",
        "android-app://com.example.app/http",
        "xhttp://example.cn",
        "1.2.3.4",
        "v1.2.3.4:beta",
        "1.2.3.4.5:80",
        "300.1.1.1:80",
        "1.2.3.4:99999",
        "1.2.3.4:5",
        "12:30:45.678",
    ],
)
def test_no_address(text: str) -> None:
    assert seen(text) == []


def test_several_in_one_text_and_where_each_stands() -> None:
    text = "a http://one.example.cn b wss://two.example.cn/x c"
    assert [(each.host, text[each.at : each.at + 3]) for each in addresses(text)] == [
        ("one.example.cn", "htt"),
        ("two.example.cn", "wss"),
    ]


def test_a_url_is_kept_as_written_without_userinfo_and_closing_marks() -> None:
    (found,) = addresses("(https://user:secret@Example.cn/a/%s?k={v}).")
    assert found.url == "https://Example.cn/a/%s?k={v}"


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("ulogs.umeng.com", ["ulogs.umeng.com"]),
        ("UMENG.com", ["umeng.com"]),
        ("notumeng.com", []),
        ("umeng.com.evil.cn", []),
        ("see umeng.com", []),
        ("a@umeng.com", []),
        ("www.w3.org", []),
        ("com.umeng.analytics", []),
    ],
)
def test_a_bare_name_counts_where_its_domain_is_known(text: str, hosts: list[str]) -> None:
    assert [each.host for each in bare(text, KNOWN)] == hosts


def test_in_files_a_bare_name_stands_in_quotes_or_is_a_value() -> None:
    text = '{"host": "a.umeng.com"}\nserver=b.umeng.com\nsee c.umeng.com or mail d@umeng.com "e.example.cn"'
    assert [each.host for each in quoted(text, KNOWN)] == ["a.umeng.com", "b.umeng.com"]


PIECES = st.sampled_from(
    "http https ws tcp :// : / @ . .. %s %1$d ${x} {x} * [ ] ::1 1.2.3.4 256.1.1.1 a.cn umeng.com xn-- - _ 80 "
    "99999 例 \0 \n \" ' = \\".split(" ")
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_gives_valid_hosts_and_ports_or_nothing(text: str) -> None:
    for each in (*addresses(text), *bare(text, KNOWN), *quoted(text, KNOWN)):
        assert valid(each.host)
        assert 0 <= each.port < 1 << 16
        assert 0 <= each.at < len(text)
        assert "@" not in each.url.partition("://")[2].partition("/")[0]
