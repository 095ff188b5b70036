"""Bad input through a real process: one clear sentence, the published exit code, never a traceback."""

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from samples.broken.make import make_bomb
from tests.conftest import ROOT, SAMPLES, Run

BROKEN = SAMPLES / "broken"
QUIET = SAMPLES / "quiet" / "quiet.apk"
TIDY = SAMPLES / "tidy" / "tidy.apk"
SPLIT = SAMPLES / "split" / "split.apks"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("not-a-zip.apk", "not a ZIP archive, so not an APK"),
        ("no-manifest.apk", "without AndroidManifest.xml"),
        ("truncated.apk", "damaged or cut off"),
        ("encrypted.apk", "it is encrypted"),
        ("lying-sizes.apk", "AndroidManifest.xml cannot be read"),
        ("bad-manifest.apk", "AndroidManifest.xml cannot be read"),
        ("manifest-without-package.apk", "it names no package"),
        ("nowhere.apk", "there is no such file"),
    ],
)
def test_an_input_that_cannot_be_read_exits_3(appscan: Run, name: str, said: str) -> None:
    done = appscan("scan", BROKEN / name, "--quiet")
    assert done.returncode == 3
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_messages_come_in_chinese_too(appscan: Run) -> None:
    assert "已损坏或不完整" in appscan("scan", BROKEN / "truncated.apk", "-q", lang="zh").stderr
    assert "已损坏或不完整" in appscan("scan", BROKEN / "truncated.apk", "-q", "--lang", "zh").stderr


def test_an_empty_folder_exits_3(appscan: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = appscan("scan", tmp_path / "empty")
    assert done.returncode == 3
    assert "a folder without any .apk file" in done.stderr


def test_split_apks_are_one_app_in_every_report(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(SPLIT, tmp_path / "app.XAPK")
    done = appscan("scan", tmp_path, "--format", "json", "--fail-on", "never", "--allow-incomplete")
    [app] = json.loads(done.stdout)["apps"]
    assert done.returncode == 0
    assert app["input"]["size"] == SPLIT.stat().st_size
    assert app["app"]["splits"][0] == "splits/base-master.apk"
    assert len(app["app"]["splits"]) == 4
    text = appscan("scan", "app.XAPK", "--fail-on", "never", COLUMNS="400").stdout
    assert "4 APKs read as one: splits/base-master.apk, splits/base-arm64_v8a.apk" in text
    assert "4 个 APK 合并：splits/base-master.apk" in appscan("scan", "app.XAPK", lang="zh", COLUMNS="400").stdout
    assert "splits/share-master.apk!classes.dex@0x" in appscan("trace", "app.XAPK").stdout


@pytest.mark.parametrize(
    ("entries", "en", "zh"),
    [
        (("tidy/tidy.apk", "quiet/quiet.apk"), "more than one app", "不止一个应用"),
        (("broken/truncated.apk",), "damaged or cut off", "已损坏或不完整"),
        (("broken/encrypted.apk",), "it is encrypted", "已加密"),
        (("broken/no-manifest.apk",), "without AndroidManifest.xml", "没有 AndroidManifest.xml"),
    ],
)
def test_an_archive_that_makes_no_app_exits_3(
    appscan: Run, tmp_path: Path, entries: tuple[str, ...], en: str, zh: str
) -> None:
    with zipfile.ZipFile(tmp_path / "app.apks", "w") as archive:
        for name in entries:
            archive.write(SAMPLES / name, name)
    done = appscan("scan", "app.apks", "--quiet")
    assert done.returncode == 3
    assert en in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert zh in appscan("scan", "app.apks", "--quiet", lang="zh").stderr


def test_a_bomb_exits_3_and_names_the_option(appscan: Run, tmp_path: Path) -> None:
    make_bomb(tmp_path / "bomb.apk", 40)
    done = appscan("scan", "bomb.apk", "--max-entry-mb", "32", "-q")
    assert done.returncode == 3
    assert "--max-entry-mb" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan"],
        ["scan", "a.apk", "--format", "docx"],
        ["scan", "a.apk", "--output", "report.unknown"],
        ["scan", "a.apk", "--format", "json", "--format", "text"],
        ["scan", "a.apk", "--app-type", "no such type"],
        ["scan", "a.apk", "--fail-on", "sometimes"],
        ["scan", "a.apk", "--checklists", "nowhere"],
        ["explain", "NO-SUCH-ITEM"],
        ["checklists", "show", "NO-SUCH-ITEM"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_exits_2(appscan: Run, arguments: list[str]) -> None:
    done = appscan(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_an_output_that_cannot_be_written_exits_2(appscan: Run) -> None:
    done = appscan("scan", QUIET, "--output", "no/such/folder/report.json")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize(
    ("name", "said"), [("empty-policy.html", "empty"), ("login-wall.html", "login"), ("nowhere.html", "no such file")]
)
def test_a_policy_that_cannot_be_read_exits_3(appscan: Run, name: str, said: str) -> None:
    done = appscan("scan", TIDY, "--policy", BROKEN / name)
    assert done.returncode == 3
    assert said in done.stderr


def test_saved_facts_that_are_none_exit_3(appscan: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"a": 1}', encoding="utf-8")
    done = appscan("scan", "facts.json", "-q")
    assert done.returncode == 3
    assert "appscan inspect" in done.stderr


def test_one_bad_app_never_stops_or_spoils_the_rest(appscan: Run, tmp_path: Path) -> None:
    for path in (QUIET, TIDY, BROKEN / "truncated.apk", BROKEN / "bad-dex.apk"):
        shutil.copy(path, tmp_path)
    done = appscan("scan", tmp_path, "--format", "json", "--fail-on", "never")
    report = json.loads(done.stdout)
    states = {Path(app["input"]["path"]).name: app["failure"] for app in report["apps"]}
    assert done.returncode == 3
    assert states["quiet.apk"] is None
    assert states["tidy.apk"] is None
    assert states["bad-dex.apk"] is None
    assert states["truncated.apk"]["code"] == 3
    assert report["summary"]["scanned"] == 3
    assert report["summary"]["unreadable"] == 1


def test_a_file_name_that_is_no_text_is_shown_as_escapes(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(QUIET, tmp_path / os.fsdecode(b"bad\xff.apk"))
    shutil.copy(TIDY, tmp_path)
    done = appscan("scan", tmp_path, "--format", "json", "--fail-on", "never", "--allow-incomplete")
    apps = json.loads(done.stdout)["apps"]
    assert done.returncode == 0
    assert [app["failure"] for app in apps] == [None, None]
    assert any("bad\\udcff.apk" in app["input"]["path"] for app in apps)


def test_what_is_no_file_in_a_folder_is_reported(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(QUIET, tmp_path)
    (tmp_path / "broken.apk").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.apk")
    done = appscan("scan", tmp_path, "--format", "json")
    messages = [app["failure"]["message"] for app in json.loads(done.stdout)["apps"] if app["failure"]]
    assert done.returncode == 3
    assert any("no such file" in each for each in messages)
    assert any("not a regular file" in each for each in messages)


def test_a_quiet_batch_still_says_what_it_could_not_read(appscan: Run) -> None:
    done = appscan("scan", "nowhere.apk", QUIET, "--quiet")
    assert done.returncode == 3
    assert "no such file" in done.stderr


def test_an_output_is_never_written_over_an_input(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(QUIET, tmp_path / "app.apk")
    before = (tmp_path / "app.apk").read_bytes()
    done = appscan("scan", "app.apk", "--format", "json", "--output", "app.apk")
    assert done.returncode == 2
    assert (tmp_path / "app.apk").read_bytes() == before


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    for number in range(12):
        shutil.copy(TIDY, tmp_path / f"{number}.apk")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "appscan", "scan", str(tmp_path), "--jobs", "2", "--quiet"]
    with subprocess.Popen(command, env=environment, start_new_session=True) as parent:
        children: list[int] = []
        while not children and parent.poll() is None:
            children = _children(parent.pid)
        parent.kill()
    deadline = time.monotonic() + 10
    while any(_alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [child for child in children if _alive(child)] == []


def _children(parent: int) -> list[int]:
    try:
        return [
            int(each) for each in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_full_disk_is_no_defect_of_ours(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "appscan", "scan", str(QUIET), "--format", "json"]
    with Path("/dev/full").open("wb") as full:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "APPSCAN_LANG": "en"}
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


def test_an_app_that_takes_too_long_is_stopped_and_said(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(QUIET, tmp_path)
    shutil.copy(TIDY, tmp_path)
    done = appscan("scan", tmp_path, "--format", "json", "--timeout", "0.001")
    failures = [app["failure"] for app in json.loads(done.stdout)["apps"]]
    assert done.returncode == 3
    assert all(each and "--timeout" in each["message"] for each in failures)


def test_an_app_that_needs_too_much_memory_is_stopped_and_said(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(QUIET, tmp_path)
    make_bomb(tmp_path / "large.apk", 300)
    done = appscan(
        "scan", tmp_path, "--format", "json", "--memory-mb", "400", "--fail-on", "never", "--allow-incomplete"
    )
    states = {Path(app["input"]["path"]).name: app["failure"] for app in json.loads(done.stdout)["apps"]}
    assert done.returncode == 3
    assert "--memory-mb" in states["large.apk"]["message"]
    assert states["quiet.apk"] is None
