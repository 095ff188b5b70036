"""How sensitive calls can run before anybody agrees, on the samples: looked up by hand in their sources."""

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.facts import CallPath
from tests.conftest import SAMPLES


def paths(catalogue: Catalogue, sample: str, context: str = "start") -> dict[str, CallPath]:
    code = read_apk(SAMPLES / sample / f"{sample}.apk", catalogue.knowledge).code
    assert code is not None
    return {each.caller.partition("(")[0]: each for each in code.paths if each.context == context}


@pytest.fixture(scope="module")
def greedy(catalogue: Catalogue) -> dict[str, CallPath]:
    return paths(catalogue, "greedy")


def frames(path: CallPath) -> list[str]:
    return [frame.partition("(")[0] for frame in path.frames]


def test_an_sdk_that_the_application_starts_reads_two_calls_further_down(greedy: dict[str, CallPath]) -> None:
    path = greedy["Lcn/jpush/android/helper/DeviceReader;->read"]
    assert frames(path) == [
        "Lcn/jpush/android/helper/DeviceReader;->read",
        "Lcn/jpush/android/api/JPushInterface;->init",
        "Lcom/example/greedy/GreedyApp;->onCreate",
    ]
    assert path.hops == ("call", "call", "application")


def test_a_timer_task_is_reached_by_a_callback(greedy: dict[str, CallPath]) -> None:
    path = greedy["Lcom/example/greedy/ClipTask;->run"]
    assert frames(path) == ["Lcom/example/greedy/ClipTask;->run", "Lcom/example/greedy/GreedyApp;->onCreate"]
    assert path.hops == ("timer", "application")


def test_a_providers_onCreate_is_a_start_of_its_own(greedy: dict[str, CallPath]) -> None:  # noqa: N802 - a method's name
    name = "Lcom/sensorsdata/analytics/android/sdk/data/SensorsDataContentProvider;->onCreate"
    assert frames(greedy[name]) == [name]


def test_a_service_that_a_boot_receiver_starts_runs_unasked(greedy: dict[str, CallPath]) -> None:
    path = greedy["Lcom/example/greedy/KeepAliveService;->onStartCommand"]
    assert path.hops == ("service", "receiver")


@pytest.mark.parametrize("name", ["WeatherClick;->onClick", "TorchClick;->onClick"])
def test_click_handlers_wait_for_the_user(greedy: dict[str, CallPath], catalogue: Catalogue, name: str) -> None:
    assert f"Lcom/example/greedy/{name}" not in greedy
    assert paths(catalogue, "greedy", "user")[f"Lcom/example/greedy/{name}"].state == "user_action"


def test_what_only_the_agree_button_starts_is_not_reached_at_the_start(catalogue: Catalogue) -> None:
    assert set(paths(catalogue, "tidy")) == {"Lcom/example/tidy/TidyApp;->onCreate"}  # preInit, which collects nothing
    after = paths(catalogue, "tidy", "user")["Lcom/umeng/commonsdk/statistics/common/DeviceConfig;->getMac"]
    assert (after.state, after.action) == ("user_action", "agree")
