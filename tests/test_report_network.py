"""The hosts of a report: grouped, with whose domain each is and whose code names it."""

import msgspec
import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.facts import FACTS_VERSION, App, Endpoint, Facts, Filing, Input, Limit, Network
from appscan.report.model import EndpointRow, NetworkRow
from appscan.report.network import network_row
from appscan.scene import Scene
from tests.conftest import SAMPLES

APP = "Lcom/example/app/Api;->get()V"
JPUSH = "Lcn/jpush/android/api/Push;->send()V"


def facts(*endpoints: Endpoint, limits: tuple[Limit, ...] = ()) -> Facts:
    return Facts(
        facts_version=FACTS_VERSION,
        tool_version="0",
        input=Input(path="", sha256="", size=0),
        app=App(package="com.example.app"),
        network=Network(
            endpoints=endpoints,
            filings=(
                Filing(number="京ICP备12345678号", text="京ICP备12345678号", where="classes.dex@0x10", caller=APP),
                Filing(number="京ICP备12345678号", text="京 ICP备12345678号", where="resources.arsc:string#1"),
            ),
        ),
        limits=limits,
    )


def endpoint(host: str, scheme: str, caller: str = "", port: int = 0, where: str = "classes.dex@0x10") -> Endpoint:
    return Endpoint(host=host, scheme=scheme, port=port, url=f"{scheme}://{host}/", where=where, caller=caller, uses=2)


def rows(catalogue: Catalogue, *endpoints: Endpoint) -> dict[str, EndpointRow]:
    made = network_row(Scene(facts(*endpoints), catalogue.knowledge), "en")
    assert made
    return {row.host: row for row in made.endpoints}


def test_a_host_is_one_row_with_schemes_ports_owners_and_places(catalogue: Catalogue) -> None:
    row = rows(
        catalogue,
        endpoint("api.example.cn", "https", APP),
        endpoint("api.example.cn", "http", JPUSH, port=8080),
        endpoint("api.example.cn", "https", where="assets/a.json:1"),
    )["api.example.cn"]
    assert (row.schemes, row.ports, row.cleartext, row.places) == (("http", "https"), (8080,), True, 6)
    assert (row.owners[0], row.sdks, row.operator, row.cross_border) == ("app", ("jpush",), "", "")
    assert row.evidence[0].quote == "cn.jpush.android.api.Push.send -> http://api.example.cn/"


def test_the_domain_says_operator_country_role_and_sdk(catalogue: Catalogue) -> None:
    found = rows(
        catalogue,
        endpoint("ulogs.umeng.com", "https", APP),
        endpoint("app-measurement.com", "https"),
        endpoint("10.0.2.2", "http", APP),
        endpoint("schemas.android.com", "http", APP),
    )
    umeng, google = found["ulogs.umeng.com"], found["app-measurement.com"]
    assert (umeng.country, umeng.cross_border, umeng.role, umeng.sdk) == ("CN", "no", "analytics", "umeng-analytics")
    assert (google.country, google.cross_border, google.owners) == ("US", "yes", ())
    assert (found["10.0.2.2"].local, found["10.0.2.2"].address) == (True, True)
    assert (found["schemas.android.com"].role, found["schemas.android.com"].cleartext) == ("namespace", False)


def test_a_filing_number_is_one_row(catalogue: Catalogue) -> None:
    made = network_row(Scene(facts(), catalogue.knowledge), "en")
    assert made
    assert [(row.number, row.places, len(row.evidence)) for row in made.filings] == [("京ICP备12345678号", 2, 2)]


@pytest.mark.parametrize(
    ("limit", "complete"),
    [
        (Limit(kind="static", detail=""), True),
        (Limit(kind="packed", detail="", affects=("code", "ui")), False),
        (Limit(kind="bundle", detail="", affects=("ui",)), False),
        (Limit(kind="unsearched_files", detail=""), False),
    ],
)
def test_whether_all_could_be_seen(catalogue: Catalogue, limit: Limit, complete: bool) -> None:  # noqa: FBT001
    made = network_row(Scene(facts(limits=(limit,)), catalogue.knowledge), "en")
    assert made
    assert made.complete == complete


def test_facts_saved_without_a_network_part_have_none(catalogue: Catalogue) -> None:
    bare = msgspec.structs.replace(facts(), network=None)
    assert network_row(Scene(bare, catalogue.knowledge), "en") is None


def test_the_greedy_sample_sends_in_plain_text_by_its_own_code(catalogue: Catalogue) -> None:
    read = read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge)
    made = network_row(Scene(read, catalogue.knowledge), "en")
    assert isinstance(made, NetworkRow)
    row = made.endpoints[0]
    assert (row.host, row.cleartext, row.owners) == ("collect.greedy.example", True, ("app",))
    assert row.evidence[0].quote.startswith("com.example.greedy.Uploader.")
