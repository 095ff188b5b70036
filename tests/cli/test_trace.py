"""`appscan trace`: stack traces of sensitive calls from the app's start."""

from tests.conftest import SAMPLES, Run

GREEDY = SAMPLES / "greedy" / "greedy.apk"


def test_a_path_is_printed_as_a_stack_with_the_sdk_named(appscan: Run) -> None:
    done = appscan("trace", GREEDY, "--api", "getSimSerialNumber")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1:] == [
        "    at cn.jpush.android.helper.DeviceReader.read  [JPush]",
        "    at cn.jpush.android.api.JPushInterface.init  [JPush]",
        "    at com.example.greedy.GreedyApp.onCreate",
    ]


def test_a_callback_is_marked(appscan: Run) -> None:
    assert "ClipTask.run  (called back by the platform)" in appscan("trace", GREEDY, "--api", "getPrimaryClip").stdout


def test_calls_without_a_path_are_shown_on_request(appscan: Run) -> None:
    assert appscan("trace", GREEDY, "--api", "Camera;->open").stdout.strip() == "no sensitive call matches"
    assert "no path from the app's start" in appscan("trace", GREEDY, "--api", "Camera;->open", "--all").stdout


def test_data_types_can_be_asked_for_in_chinese(appscan: Run) -> None:
    assert "国际移动设备识别码" in appscan("trace", GREEDY, "--api", "imei_meid", lang="zh").stdout


def test_an_app_that_starts_nothing_has_no_trace(appscan: Run) -> None:
    assert "no sensitive call" in appscan("trace", SAMPLES / "quiet" / "quiet.apk").stdout
