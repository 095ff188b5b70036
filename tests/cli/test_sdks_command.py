"""`appscan sdks`: the known SDKs, and those of an app, for reading and as JSON."""

import json

import pytest

from tests.conftest import SAMPLES, Run

GREEDY = SAMPLES / "greedy" / "greedy.apk"


def test_a_list_can_be_narrowed_by_category_and_market(appscan: Run) -> None:
    push = json.loads(appscan("sdks", "list", "--category", "push", "--market", "cn", "--format", "json").stdout)
    assert {each["category"] for each in push} == {"push"}
    assert {each["market"] for each in push} == {"cn"}
    assert "jpush" in {each["id"] for each in push}


@pytest.mark.parametrize(
    "text", ["友盟", "U-App", "com.umeng.commonsdk.UMConfigure", "umeng-analytics", "ulogs.umeng.com"]
)
def test_an_sdk_is_found_by_any_of_its_names(appscan: Run, text: str) -> None:
    found = json.loads(appscan("sdks", "search", text, "--format", "json").stdout)
    assert "umeng-analytics" in {each["id"] for each in found}


def test_a_class_finds_its_owner_first(appscan: Run) -> None:
    found = json.loads(
        appscan("sdks", "search", "com.tencent.bugly.crashreport.CrashReport", "--format", "json").stdout
    )
    assert found[0]["id"] == "bugly"


def test_nothing_found_is_said(appscan: Run) -> None:
    done = appscan("sdks", "search", "no such thing")
    assert (done.returncode, done.stdout.strip()) == (0, "no SDK matches")


def test_one_sdk_with_its_switches(appscan: Run) -> None:
    shown = " ".join(appscan("sdks", "show", "umeng-analytics").stdout.split())
    assert "may run before consent com.umeng.commonsdk.UMConfigure.preInit" in shown
    made = json.loads(appscan("sdks", "show", "umeng-analytics", "--format", "json").stdout)
    starts = [each["method"] for each in made["sdk"]["switches"] if each["kind"] == "start"]
    assert starts == ["Lcom/umeng/commonsdk/UMConfigure;->init"]


def test_the_switches_of_a_part_are_shown_with_the_whole(appscan: Run) -> None:
    made = json.loads(appscan("sdks", "show", "jpush", "--format", "json").stdout)
    assert "jcore" in made["contains"]
    assert "jverification" in made["same_vendor"]
    assert "cn.jiguang.api.utils.JCollectionAuth.setAuth" in appscan("sdks", "show", "jpush").stdout


def test_an_id_that_does_not_exist_names_near_ones(appscan: Run) -> None:
    done = appscan("sdks", "show", "umeng-analytic", lang="zh")
    assert done.returncode == 2
    assert "相近：umeng-analytics" in done.stderr


def test_the_sdks_of_an_app_with_what_proves_them(appscan: Run) -> None:
    made = json.loads(appscan("sdks", "match", GREEDY, "--format", "json").stdout)
    found = {each["id"]: each for each in made["sdks"]}
    assert {"jpush", "amap", "sensorsdata"} <= found.keys()
    assert found["jpush"]["evidence"]
    assert made["not_seen"] == []
    assert "JPush  jpush  certain" in appscan("sdks", "match", GREEDY).stdout


def test_what_could_not_be_seen_is_said_beside_what_was_found(appscan: Run) -> None:
    assert (
        "not all of the code could be seen: packed"
        in appscan("sdks", "match", SAMPLES / "packed" / "packed.apk").stdout
    )


def test_no_sdk_in_an_app(appscan: Run) -> None:
    assert appscan("sdks", "match", SAMPLES / "quiet" / "quiet.apk").stdout.strip() == "no known SDK was found"


def test_a_file_that_is_no_apk_is_refused(appscan: Run) -> None:
    done = appscan("sdks", "match", SAMPLES / "broken" / "not-a-zip.apk")
    assert done.returncode == 3
    assert done.stdout == ""
