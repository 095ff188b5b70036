"""`appscan trace`: stack traces of sensitive calls from the app's start."""

from tests.conftest import SAMPLES, Run

GREEDY = SAMPLES / "greedy" / "greedy.apk"


def test_a_path_is_printed_as_a_stack_with_the_sdk_named(appscan: Run) -> None:
    done = appscan("trace", GREEDY, "--api", "getSimSerialNumber")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1:] == [
        "    runs before consent · the Application class",
        "    at cn.jpush.android.helper.DeviceReader.read  [JPush]",
        "    at cn.jpush.android.api.JPushInterface.init  [JPush]",
        "    at com.example.greedy.GreedyApp.onCreate",
    ]


def test_a_callback_is_marked(appscan: Run) -> None:
    assert "ClipTask.run  (called back: timer)" in appscan("trace", GREEDY, "--api", "getPrimaryClip").stdout


def test_what_waits_for_the_user_says_so_and_names_the_agree_button(appscan: Run) -> None:
    assert "only after a user action" in appscan("trace", GREEDY, "--api", "Camera;->open").stdout
    tidy = SAMPLES / "tidy" / "tidy.apk"
    assert "only after a user action · the launcher activity · the agree button" in appscan("trace", tidy).stdout


def test_data_types_can_be_asked_for_in_chinese(appscan: Run) -> None:
    assert "国际移动设备识别码" in appscan("trace", GREEDY, "--api", "imei_meid", lang="zh").stdout


def test_an_app_that_starts_nothing_has_no_trace(appscan: Run) -> None:
    assert "no sensitive call" in appscan("trace", SAMPLES / "quiet" / "quiet.apk").stdout
