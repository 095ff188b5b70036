"""`appscan match-stack`: a stack from a store's or regulator's notice, found again in the APK."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES, Run

GREEDY = SAMPLES / "greedy" / "greedy.apk"
STACK = """\
java.lang.Throwable: getDeviceId
\tat android.telephony.TelephonyManager.getDeviceId(TelephonyManager.java:1)
\tat cn.jpush.android.helper.DeviceReader.read(SourceFile:12)
\tat cn.jpush.android.api.JPushInterface.init(SourceFile:3)
\tat com.example.greedy.GreedyApp.onCreate(GreedyApp.java:20)
\tat android.app.Instrumentation.callApplicationOnCreate(Instrumentation.java:1)
"""
ROWS = """\
序号\t行为\t堆栈
1\t收集Android ID\tcom.qq.e.comm.managers.GDTAdSdk.init（X：1）<-com.example.greedy.MainActivity.onCreate（X：3）
2\t应用列表\tcom.sensorsdata.analytics.android.sdk.data.SensorsDataContentProvider.onCreate(X:1)\\na.b.c.d(X:1)
"""


def write(folder: Path, text: str, encoding: str = "utf-8") -> str:
    (folder / "stack.txt").write_text(text, encoding=encoding)
    return "stack.txt"


def test_the_frames_are_named_and_the_path_is_found(appscan: Run, tmp_path: Path) -> None:
    done = appscan("match-stack", GREEDY, write(tmp_path, STACK))
    assert done.returncode == 0
    out = done.stdout
    assert "5 frames in the stack, the classes of 3 are in the APK:" in out
    assert "at cn.jpush.android.helper.DeviceReader.read  [JPush]" in out
    assert "at com.example.greedy.GreedyApp.onCreate  [the app's own code]" in out
    assert "at android.app.Instrumentation.callApplicationOnCreate  [the platform]" in out
    found = out.partition("The sensitive calls")[2]
    assert "IMEI / MEID  android.telephony.TelephonyManager.getDeviceId" in found
    assert "ICCID" not in found


def test_the_fix_names_what_to_move_and_the_sdks_own_switches(appscan: Run, tmp_path: Path) -> None:
    out = appscan("match-stack", GREEDY, write(tmp_path, STACK)).stdout.partition("How to fix it:")[2]
    assert "com.example.greedy.GreedyApp.onCreate runs when the process starts" in out
    assert "Move the call of cn.jpush.android.api.JPushInterface.init in com.example.greedy.GreedyApp.onCreate" in out
    assert "only after consent JPushInterface.init (called now by com.example.greedy.GreedyApp.onCreate)" in out
    chinese = appscan("match-stack", GREEDY, "stack.txt", lang="zh").stdout
    assert "同意后才调用 JPushInterface.init（现由 com.example.greedy.GreedyApp.onCreate 调用）" in chinese


def test_each_row_of_a_table_is_answered_by_itself(appscan: Run, tmp_path: Path) -> None:
    out = appscan("match-stack", GREEDY, write(tmp_path, ROWS, "gb18030")).stdout
    first, _, second = out.partition("2. 2 应用列表")
    assert "1. 1 收集Android ID" in first
    assert "Android ID  android_id  classes2.dex@" in first
    assert "of the launcher activity runs before the user can agree" in first
    assert "Installed apps  android.content.pm.PackageManager.getInstalledPackages" in second
    provider = "com.sensorsdata.analytics.android.sdk.data.SensorsDataContentProvider"
    assert f'<provider android:name="{provider}" tools:node="remove" />' in second
    assert "Frames that are not in the APK: 1." in second
    assert "mapping.txt" in second
    assert "Their names look obfuscated." in second


def test_json_is_one_document(appscan: Run, tmp_path: Path) -> None:
    made = json.loads(appscan("match-stack", GREEDY, write(tmp_path, STACK), "--format", "json").stdout)
    assert (made["schema_version"], made["package"], made["matched"]) == ("1.0", "com.example.greedy", 3)
    (stack,) = made["stacks"]
    assert [each["status"] for each in stack["frames"]] == ["platform", "apk", "apk", "apk", "platform"]
    assert [each["sdk"] for each in stack["frames"]] == ["", "jpush", "jpush", "", ""]
    assert stack["begins"]["kind"] == "application"
    assert [(each["data_type"], each["exact"]) for each in stack["calls"]] == [("imei_meid", True)]
    assert stack["calls"][0]["path"][-1]["method"] == "com.example.greedy.GreedyApp.onCreate"
    assert [(each["api"], each["before"]) for each in stack["switches"]] == [
        ("cn.jpush.android.api.JPushInterface.init", False)
    ]


def test_the_stack_can_come_from_stdin() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "appscan", "match-stack", str(GREEDY), "-", "--lang", "zh"],
        input=ROWS.encode("gb18030"),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=120,
    )
    assert done.returncode == 0
    assert "已安装应用列表" in done.stdout.decode()


@pytest.mark.parametrize("text", ["at com.other.App.onCreate(App.java:1)", "at android.app.Activity.onCreate(X:1)"])
def test_a_stack_of_another_app_exits_1(appscan: Run, tmp_path: Path, text: str) -> None:
    done = appscan("match-stack", GREEDY, write(tmp_path, text))
    assert done.returncode == 1
    assert "no frame is in the APK" in done.stdout
    assert "How to fix it" not in done.stdout


def test_the_help_tells_the_exit_codes(appscan: Run) -> None:
    assert "with 1 where none is" in " ".join(appscan("match-stack", "--help").stdout.split())


def test_a_text_without_frames_exits_3(appscan: Run, tmp_path: Path) -> None:
    done = appscan("match-stack", GREEDY, write(tmp_path, "nothing here"))
    assert done.returncode == 3
    assert "holds no stack frame" in done.stderr
    assert appscan("match-stack", GREEDY, "missing.txt").returncode == 3
