"""`appscan match-stack`: a stack from a store's or regulator's notice, found again in the APK."""

from pathlib import Path

from tests.conftest import SAMPLES, Run

GREEDY = SAMPLES / "greedy" / "greedy.apk"
STACK = """\
java.lang.Throwable: getDeviceId
\tat android.telephony.TelephonyManager.getDeviceId(TelephonyManager.java:1)
\tat cn.jpush.android.helper.DeviceReader.read(SourceFile:12)
\tat cn.jpush.android.api.JPushInterface.init(SourceFile:3)
\tat com.example.greedy.GreedyApp.onCreate(GreedyApp.java:20)
\tat android.app.Instrumentation.callApplicationOnCreate(Instrumentation.java:1)
"""


def test_the_frames_are_named_and_the_path_is_found(appscan: Run, tmp_path: Path) -> None:
    (tmp_path / "stack.txt").write_text(STACK, encoding="utf-8")
    out = appscan("match-stack", GREEDY, "stack.txt").stdout
    assert "5 frames in the stack, the classes of 3 are in the APK:" in out
    assert "at cn.jpush.android.helper.DeviceReader.read  [JPush]" in out
    assert "at com.example.greedy.GreedyApp.onCreate  [the app's own code]" in out
    assert "at android.app.Instrumentation.callApplicationOnCreate  [not in the APK]" in out
    found = out.partition("The static path that it matches:")[2]
    assert "IMEI / MEID  android.telephony.TelephonyManager.getDeviceId" in found
    assert "ICCID" not in found


def test_a_stack_of_another_app_matches_nothing(appscan: Run, tmp_path: Path) -> None:
    (tmp_path / "stack.txt").write_text("at com.other.App.onCreate(App.java:1)", encoding="utf-8")
    assert "no sensitive call is made by these frames" in appscan("match-stack", GREEDY, "stack.txt").stdout


def test_a_text_without_frames_exits_3(appscan: Run, tmp_path: Path) -> None:
    (tmp_path / "stack.txt").write_text("nothing here", encoding="utf-8")
    done = appscan("match-stack", GREEDY, "stack.txt")
    assert done.returncode == 3
    assert "holds no stack frame" in done.stderr
