"""How sensitive calls can run before anybody agrees, on the samples: looked up by hand in their sources."""

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.facts import StartPath
from tests.conftest import SAMPLES


def paths(catalogue: Catalogue, sample: str) -> dict[str, StartPath]:
    code = read_apk(SAMPLES / sample / f"{sample}.apk", catalogue.knowledge).code
    assert code is not None
    return {each.caller.partition("(")[0]: each for each in code.start_paths}


@pytest.fixture(scope="module")
def greedy(catalogue: Catalogue) -> dict[str, StartPath]:
    return paths(catalogue, "greedy")


def frames(path: StartPath) -> list[str]:
    return [frame.partition("(")[0] for frame in path.frames]


def test_an_sdk_that_the_application_starts_reads_two_calls_further_down(greedy: dict[str, StartPath]) -> None:
    path = greedy["Lcn/jpush/android/helper/DeviceReader;->read"]
    assert frames(path) == [
        "Lcn/jpush/android/helper/DeviceReader;->read",
        "Lcn/jpush/android/api/JPushInterface;->init",
        "Lcom/example/greedy/GreedyApp;->onCreate",
    ]
    assert path.callbacks == ()


def test_a_timer_task_is_reached_by_a_callback(greedy: dict[str, StartPath]) -> None:
    path = greedy["Lcom/example/greedy/ClipTask;->run"]
    assert frames(path) == ["Lcom/example/greedy/ClipTask;->run", "Lcom/example/greedy/GreedyApp;->onCreate"]
    assert path.callbacks == (0,)


def test_a_providers_onCreate_is_a_start_of_its_own(greedy: dict[str, StartPath]) -> None:  # noqa: N802 - a method's name
    name = "Lcom/sensorsdata/analytics/android/sdk/data/SensorsDataContentProvider;->onCreate"
    assert frames(greedy[name]) == [name]


@pytest.mark.parametrize(
    "name", ["KeepAliveService;->onStartCommand", "WeatherClick;->onClick", "TorchClick;->onClick"]
)
def test_a_service_and_click_handlers_are_not_reached(greedy: dict[str, StartPath], name: str) -> None:
    assert f"Lcom/example/greedy/{name}" not in greedy


def test_what_only_the_agree_button_starts_is_not_reached(catalogue: Catalogue) -> None:
    found = paths(catalogue, "tidy")
    assert set(found) == {"Lcom/example/tidy/TidyApp;->onCreate"}  # preInit, which collects nothing
