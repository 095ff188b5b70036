"""`appscan policy`: a policy by itself, for reading, as JSON and as one page."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.conftest import SAMPLES, Run
from tests.policy.policy_files import cell, docx, paragraph, pdf, table
from tests.policy.policy_texts import policy_page, policy_text

TIDY, GREEDY = SAMPLES / "tidy" / "policy.html", SAMPLES / "greedy" / "policy.html"
LOGIN = SAMPLES / "broken" / "login-wall.html"
VALUES = {"company", "email", "phone", "updated", "effective", "response_days", "retention"}


def test_json_has_documents_clauses_statements_parties_values_and_wording(appscan: Run) -> None:
    done = appscan("policy", GREEDY, "--format", "json")
    made = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert [(each["kind"], each["language"]) for each in made["documents"]] == [("policy", "zh-Hans")]
    states = {each["id"]: each["state"] for each in made["clauses"]}
    assert (states["response_time"], states["cookies"], states["permissions_list"]) == (
        "present",
        "absent",
        "title_only",
    )
    assert {each["data_type"] for each in made["statements"] if each["negated"]} >= {"contacts"}
    assert made["third_parties"]
    assert made["values"].keys() >= VALUES
    assert (made["values"]["response_days"], made["values"]["email"]) == ("30", "")
    assert {"kind", "severity", "evidence"} <= made["wording"][0].keys()
    assert made["limits"] == []


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ["Absent", "privacy policy"]), ("zh", ["没有（", "隐私政策", "答复时限"])]
)
def test_text_shows_values_and_clauses_by_state_in_both_languages(appscan: Run, lang: str, words: list[str]) -> None:
    shown = appscan("policy", GREEDY, lang=lang).stdout
    assert all(word in shown for word in words)
    assert "policy.html:40  因人手有限，我们会在收到您的请求后30个工作日内回复" in shown


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_no_line_of_the_text_is_wider_than_the_terminal(appscan: Run, width: str) -> None:
    lines = appscan("policy", TIDY, COLUMNS=width, lang="zh").stdout.splitlines()
    assert max(map(cell_len, lines)) <= int(width)


def test_several_files_and_folders_are_one_policy(appscan: Run, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    listed = table([cell("SDK名称"), cell("使用目的")], [cell("友盟"), cell("统计分析")])
    (tmp_path / "more" / "sdk.docx").write_bytes(docx(paragraph("第三方SDK清单") + listed))
    (tmp_path / "main.pdf").write_bytes(pdf(policy_text().splitlines()))
    made = json.loads(appscan("policy", "main.pdf", "more", "--format", "json").stdout)
    assert [(each["path"], each["kind"]) for each in made["documents"]] == [
        ("main.pdf", "policy"),
        ("more/sdk.docx", "sdk_list"),
    ]
    assert "umeng-analytics" in {each["sdk"] for each in made["third_parties"]}


def test_a_login_page_is_shown_as_what_it_is_and_is_bad_input(appscan: Run) -> None:
    done = appscan("policy", LOGIN, "--format", "json")
    made = json.loads(done.stdout)
    assert done.returncode == 3
    assert "a login page, not a policy text" in done.stderr
    assert made["documents"][0]["kind"] == "login_wall"
    assert [each["kind"] for each in made["limits"]] == ["policy_no_text"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "give a file"),
        (("none.html",), 3, "no such file"),
        (("a.txt", "-o", "a.txt"), 2, "it is an input"),
        (("--policy-url", "ftp://x.example/"), 3, "not an http or https address"),
    ],
)
def test_what_is_called_wrongly_is_said(
    appscan: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "a.txt").write_text(policy_text())
    done = appscan("policy", *arguments)
    assert (done.returncode, said in done.stderr) == (code, True)
    assert (tmp_path / "a.txt").read_text() == policy_text()


class Page(HTMLParser):
    """The elements of a page, and what they load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked: list[str] = []
        self._mark = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        self._mark = tag == "mark"
        assert not {"src", "onclick", "onload"} & values.keys()

    def handle_data(self, data: str) -> None:
        if self._mark:
            self.marked.append(data)
            self._mark = False


def page(appscan: Run, path: Path) -> Page:
    made = Page()
    made.feed(appscan("policy", path, "--format", "html").stdout)
    return made


def test_the_page_marks_the_evidence_and_leads_to_it(appscan: Run) -> None:
    made = page(appscan, TIDY)
    assert len(made.marked) > 20
    assert {link.removeprefix("#") for link in made.links} <= set(made.ids)
    assert len(made.ids) == len(set(made.ids))
    assert any("15个工作日" in text for text in made.marked)


def test_the_page_runs_and_loads_nothing_of_the_policy(appscan: Run, tmp_path: Path) -> None:
    evil = "&lt;/mark&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x&gt;\u202e"
    body = f"<p>{policy_text(f'{evil}我们会收集您的位置信息，用于向您提供天气。')}</p>"
    (tmp_path / "a.html").write_text(policy_page(body, title=f"{evil}隐私政策"))
    made = page(appscan, tmp_path / "a.html")
    assert not {"script", "img", "iframe", "link", "object"} & set(made.tags)
    shown = appscan("policy", "a.html", "--format", "html").stdout
    assert "&lt;script&gt;" in shown
    assert "\u202e" not in shown
    assert "default-src 'none'" in shown


def test_stdin_is_read_for_a_dash() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "appscan", "policy", "-", "--format", "json"],
        input=policy_text().encode(),
        capture_output=True,
        cwd=SAMPLES.parent,
        check=False,
    )
    assert json.loads(done.stdout)["documents"][0]["kind"] == "policy"


def test_a_scan_says_that_the_policy_is_the_one_inside_the_apk(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "tidy" / "tidy.apk", tmp_path / "app.apk")
    with zipfile.ZipFile(tmp_path / "app.apk", "a") as archive:
        archive.writestr("assets/privacy.html", policy_page(policy_text()))
    assert re.search(
        r"policy +assets/privacy\.html \(.* characters, inside the APK\)", appscan("scan", "app.apk").stdout
    )
    report = json.loads(appscan("scan", "app.apk", "--format", "json").stdout)["apps"][0]
    outcomes = {each["item"]: each["outcome"] for each in report["findings"]}
    assert report["policy"]["documents"][0]["source"] == "apk"
    assert outcomes["A191-1-1"] == "pass"
    assert "安装包内" in appscan("scan", "app.apk", lang="zh").stdout


def test_a_scan_without_a_policy_names_the_addresses_in_the_app(appscan: Run, tmp_path: Path) -> None:
    facts = json.loads(appscan("inspect", SAMPLES / "greedy" / "greedy.apk").stdout)
    facts["ui"]["policy_urls"] = [{"where": "classes.dex@0x12", "text": "https://greedy.example/privacy.html"}]
    (tmp_path / "facts.json").write_text(json.dumps(facts))
    report = json.loads(appscan("scan", "facts.json", "--format", "json").stdout)["apps"][0]
    assert report["policy"] is None
    assert report["policy_links"] == [{"where": "classes.dex@0x12", "quote": "https://greedy.example/privacy.html"}]
    assert "the app links to https://greedy.example/privacy.html" in appscan("scan", "facts.json", COLUMNS="200").stdout


def test_facts_keep_the_policy_that_was_found_inside(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "tidy" / "tidy.apk", tmp_path / "app.apk")
    with zipfile.ZipFile(tmp_path / "app.apk", "a") as archive:
        archive.writestr("res/raw/p.txt", policy_text())
    appscan("inspect", "app.apk", "-o", "facts.json")
    again = json.loads(appscan("scan", "facts.json", "--format", "json").stdout)["apps"][0]
    given = json.loads(appscan("scan", "facts.json", "--policy", TIDY, "--format", "json").stdout)["apps"][0]
    assert again["policy"]["documents"][0]["path"] == "res/raw/p.txt"
    assert given["policy"]["documents"][0]["path"] == TIDY.as_posix()
