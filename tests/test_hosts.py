"""Host names: which are well formed, which are local, and whose domain they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appscan.catalogue.model import Catalogue
from appscan.hosts import Domains, is_address, is_local, valid
from appscan.knowledge import Domain


@pytest.mark.parametrize(
    "host",
    [
        "api.umeng.com",
        "a-b.c--d.cn",
        "xn--fiqs8s.xn--fiqs8s",
        "1.2.3.com",
        "localhost",
        "10.0.2.2",
        "fe80::1",
        f"{'a' * 63}.com",
    ],
)
def test_a_host(host: str) -> None:
    assert valid(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "com",
        "myserver",
        ".com",
        "a..com",
        "-a.com",
        "a-.com",
        "a_b.com",
        "a.b.1",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "xn--.com",
        "xn--999999999.com",
        "A.com",
        f"{'a' * 64}.com",
        f"{'a.' * 130}com",
        "fe80::1%eth0",
        "例子.cn",
    ],
)
def test_no_host(host: str) -> None:
    assert not valid(host)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("10.251.70.75", True),
        ("172.16.0.1", True),
        ("172.32.0.1", False),
        ("192.168.1.1", True),
        ("169.254.1.1", True),
        ("192.0.2.1", True),
        ("198.51.100.7", True),
        ("203.0.113.9", True),
        ("0.0.0.0", True),  # noqa: S104 - an address to look at, not to listen on
        ("239.255.255.250", True),
        ("8.8.8.8", False),
        ("::1", True),
        ("fe80::1", True),
        ("2001:db8::1", True),
        ("2400:3200::1", False),
        ("localhost", True),
        ("printer.local", True),
        ("local.com", False),
    ],
)
def test_what_never_leaves_the_local_network(host: str, local: bool) -> None:  # noqa: FBT001
    assert is_local(host) == local


def test_a_domain_is_found_by_its_longest_suffix_on_label_boundaries() -> None:
    known = Domains((Domain(domain="qq.com"), Domain(domain="tbs.qq.com", role="webview")))
    names = {host: known.of(host) for host in ("log.tbs.qq.com", "tbs.qq.com", "a.qq.com", "xqq.com", "com", "")}
    assert [each.domain if each else None for each in names.values()] == [
        "tbs.qq.com",
        "tbs.qq.com",
        "qq.com",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("schemas.android.com", True),
        ("www.w3.org", True),
        ("developer.android.com", True),
        ("github.com", True),
        ("api.github.com", False),
        ("raw.githubusercontent.com", False),
        ("firebaseinstallations.googleapis.com", False),
        ("www.google.com", False),
        ("nobody.example", False),
    ],
)
def test_hosts_that_are_named_and_never_called_are_data(catalogue: Catalogue, host: str, named: bool) -> None:  # noqa: FBT001
    assert Domains(catalogue.knowledge.domains).names_only(host) == named


def test_every_known_domain_is_a_host(catalogue: Catalogue) -> None:
    assert [each.domain for each in catalogue.knowledge.domains if not valid(each.domain)] == []


@given(st.text(alphabet="a1.:-%[]xn例\0 ", max_size=40))
def test_any_text_is_judged(host: str) -> None:
    assert valid(host) or not is_address(host)
    is_local(host)
