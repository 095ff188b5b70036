"""A policy as it is read, against the code of a real app file: the greedy sample, with better policies than its own."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from appscan.catalogue.model import Catalogue
from appscan.evaluate import Context, _hold
from appscan.extract.apk import read_apk
from appscan.facts import Facts
from appscan.policy.reader import read
from appscan.sdks import find_sdks
from appscan.verdict import Case
from tests.conftest import SAMPLES

HEAD = "SDK名称|公司|使用目的|收集的个人信息|隐私政策链接"
JPUSH = "极光推送SDK|深圳市和讯华谷信息技术有限公司|推送消息|{}|https://www.jiguang.cn/license/privacy"
PANGLE = "穿山甲SDK|北京巨量引擎网络技术有限公司|展示广告|设备序列号、精确位置信息、应用列表|https://csj.example"
AMAP = "高德地图SDK|高德软件有限公司|{}|{}|https://lbs.amap.com/pages/privacy"

Ask = Callable[..., dict[str, Case]]


def table(*rows: str) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in (HEAD, *rows))
    return f"<h2>第三方SDK清单</h2><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


@pytest.fixture(scope="module")
def app(catalogue: Catalogue) -> Facts:
    facts = read_apk(Path(SAMPLES / "greedy/greedy.apk"), catalogue.knowledge)
    return msgspec.structs.replace(facts, sdks=find_sdks(facts, catalogue.knowledge.sdks))


@pytest.fixture(scope="module")
def ask(app: Facts, catalogue: Catalogue) -> Ask:
    """Asks a predicate of the greedy app with a policy; what breaks it, by subject."""

    def asked(predicate: str, body: str) -> dict[str, Case]:
        page = f"<html><title>隐私政策</title><body><h1>隐私政策</h1>{body}</body></html>"
        policy = read([("policy.html", page.encode())], catalogue.knowledge)
        facts = msgspec.structs.replace(app, policy=policy)
        verdict = _hold({predicate: {}}, Context(facts, catalogue.knowledge), [])
        return {} if verdict.holds else {case.subject: case for case in verdict.cases}

    return asked


def test_a_row_is_held_against_the_calls_of_its_sdk(ask: Ask) -> None:
    assert set(ask("sdk.keeps_to_row", table(JPUSH.format("IMEI"), PANGLE))) == {"iccid:jpush"}
    assert ask("sdk.keeps_to_row", table(JPUSH.format("IMEI、ICCID"), PANGLE)) == {}


def test_a_name_that_a_family_shares_is_an_entry_for_each_of_it(ask: Ask) -> None:
    family = JPUSH.format("IMEI").replace("极光推送SDK", "极光")
    assert set(ask("sdk.keeps_to_row", table(family, PANGLE))) == {"iccid:jpush"}


def test_the_row_and_the_place_in_the_code_are_quoted(ask: Ask) -> None:
    case = ask("sdk.keeps_to_row", table(JPUSH.format("IMEI"), PANGLE))["iccid:jpush"]
    row, call = case.evidence
    assert row.quote.startswith("极光推送SDK | 深圳市和讯华谷信息技术有限公司")
    assert call.where.startswith("classes.dex@0x")
    assert call.quote.startswith("cn.jpush.android.helper.DeviceReader.read")


def test_a_wide_word_in_a_row_is_a_suspicion_and_words_for_places_are_plain_enough(ask: Ask) -> None:
    found = ask("sdk.keeps_to_row", table(JPUSH.format("设备信息"), PANGLE, AMAP.format("定位", "位置信息、WLAN列表")))
    assert {subject: case.confidence for subject, case in found.items()} == {"vague:jpush": "tentative"}


def test_a_cell_left_empty_is_missing_for_that_sdk_alone(ask: Ask) -> None:
    rows = (JPUSH.format("IMEI"), PANGLE, AMAP.format("定位", "位置信息"))
    assert ask("sdk.disclosed_fully", table(*rows)) == {}
    found = ask("sdk.disclosed_fully", table(*rows[:2], AMAP.format("定位", "")))
    assert found["amap:entry"].message.en.endswith("does not give what it collects")
    found = ask("sdk.disclosed_fully", table(*rows[:2], AMAP.format("", "位置信息")))
    assert found["amap:entry"].message.en.endswith("does not give its purpose")


@pytest.mark.parametrize(
    ("said", "contradicted"),
    [
        ("我们不会读取您的通讯录。", {"contacts"}),
        ("我们不会收集您的剪贴板内容。", {"clipboard"}),
        ("未经您同意，我们不会收集您的通讯录。", set()),
        ("除您使用通讯录备份功能外，我们不会收集您的通讯录。", set()),
        ("您可以拒绝我们收集您的通讯录。", set()),
        ("我们不会向第三方共享您的通讯录。", set()),
        ("我们不收集您的健康数据。", set()),
    ],
)
def test_a_denial_without_condition_is_held_against_the_code(ask: Ask, said: str, contradicted: set[str]) -> None:
    assert set(ask("code.keeps_to_policy", f"<p>{said}</p>")) == contradicted


def test_a_denial_is_held_against_each_whose_code_reads_it_and_the_row_of_an_sdk_excepts_it(ask: Ask) -> None:
    denial = "<p>我们不会收集您的IMEI。</p>"
    assert set(ask("code.keeps_to_policy", denial)) == {"imei_meid", "imei_meid:jpush"}
    assert set(ask("code.keeps_to_policy", denial + table(JPUSH.format("IMEI"), PANGLE))) == {"imei_meid"}
