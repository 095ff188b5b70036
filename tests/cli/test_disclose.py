"""`appscan disclose` writes the two lists from the code, says what it could not see, and compares with the policy."""

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from tests.conftest import SAMPLES, Run

GREEDY, GREEDY_POLICY = SAMPLES / "greedy" / "greedy.apk", SAMPLES / "greedy" / "policy.html"
TIDY, TIDY_POLICY = SAMPLES / "tidy" / "tidy.apk", SAMPLES / "tidy" / "policy.html"
PACKED = SAMPLES / "packed" / "packed.apk"


def made(appscan: Run, *arguments: str | Path) -> dict[str, Any]:
    done = appscan("disclose", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_collection_list_has_api_component_and_permission_of_the_apps_own_code(appscan: Run) -> None:
    rows = {row["data_type"]: row for row in made(appscan, GREEDY)["collected"]}
    camera = rows["camera_image"]
    assert camera["ways"] == ["Camera.open"]
    assert camera["components"] == ["MainActivity"]
    assert camera["permissions"] == ["CAMERA"]
    assert camera["evidence"][0]["where"].startswith("classes.dex@")
    assert camera["purpose"] == {"text": "", "source": ""}
    assert rows["contacts"]["sure"] is False


def test_what_code_shows_and_what_vendors_disclose_are_told_apart(appscan: Run) -> None:
    rows = {row["id"]: row for row in made(appscan, GREEDY)["sdks"]}
    push = rows["jpush"]
    assert "国际移动设备识别码" in push["reached"]
    assert "Android ID" in push["disclosed"]
    assert not set(push["reached"]) & set(push["disclosed"])
    assert push["permissions"] == ["READ_PHONE_STATE"]
    assert any("传达用户是否同意" in each for each in rows["amap"]["switches"])


def test_a_purpose_is_suggested_only_where_the_policy_states_one_for_that_kind(appscan: Run) -> None:
    (camera,) = made(appscan, TIDY, "--policy", TIDY_POLICY)["collected"]
    assert "小票" in camera["purpose"]["text"]
    assert camera["purpose"]["source"].startswith(f"{TIDY_POLICY}:")
    vague = {row["data_type"]: row for row in made(appscan, GREEDY, "--policy", GREEDY_POLICY)["collected"]}
    assert vague["android_id"]["purpose"]["text"] == ""


def test_a_policy_that_says_what_the_code_does_has_no_difference(appscan: Run) -> None:
    assert made(appscan, TIDY, "--policy", TIDY_POLICY)["differences"] == []
    assert made(appscan, TIDY)["differences"] is None


def test_missing_vague_understated_and_extra_are_told_with_their_places(appscan: Run, tmp_path: Path) -> None:
    table = (
        "<h2>第三方SDK列表</h2><table>"
        "<tr><th>SDK名称</th><th>公司</th><th>使用目的</th><th>收集的个人信息</th><th>隐私政策链接</th></tr>"
        "<tr><td>极光推送SDK</td><td>深圳市和讯华谷信息技术有限公司</td><td>消息推送</td><td>SIM卡序列号</td>"
        "<td>https://www.jiguang.cn/license/privacy</td></tr>"
        "<tr><td>个推SDK</td><td>每日互动股份有限公司</td><td>消息推送</td><td>Android ID</td>"
        "<td>https://www.getui.com/privacy</td></tr></table>"
    )
    text = GREEDY_POLICY.read_text(encoding="utf-8").replace("</body>", f"{table}</body>")
    found = made(appscan, GREEDY, "--policy", written(tmp_path, "policy.html", text))["differences"]
    by_kind = {
        kind: {row["name"]: row for row in found if row["kind"] == kind} for kind in ("missing", "understated", "extra")
    }
    assert "高德地图/定位 SDK" in by_kind["missing"]
    assert "极光推送SDK" not in by_kind["missing"]
    assert by_kind["understated"]["极光推送SDK"]["detail"] == "国际移动设备识别码"
    row, call = by_kind["understated"]["极光推送SDK"]["evidence"][:2]
    assert re.fullmatch(r".*policy\.html:\d+", row["where"])
    assert call["where"].startswith("classes.dex@")
    assert list(by_kind["extra"]) == ["个推SDK"]


@pytest.mark.parametrize("form", ["md", "html"])
def test_hidden_code_is_said_before_the_lists(appscan: Run, form: str) -> None:
    printed = appscan("disclose", PACKED, "--format", form).stdout
    assert printed.index("有代码无法看到") < printed.index("一、个人信息收集清单")
    assert "360" in printed


def test_chinese_is_the_default_whatever_the_locale_and_english_is_there(appscan: Run) -> None:
    assert "一、个人信息收集清单" in appscan("disclose", GREEDY, lang="en").stdout
    english = appscan("disclose", GREEDY, "--lang", "en").stdout
    assert "1. Personal information collected" in english
    assert "[to be filled in\\]" in english


class Page(HTMLParser):
    """The tags of a page, and the addresses that it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "srcset", "style", "onload", "onclick")]


def test_html_is_self_contained_and_escapes_what_the_app_says(appscan: Run, tmp_path: Path) -> None:
    facts = json.loads(appscan("inspect", GREEDY).stdout)
    facts["app"]["label"] = '<script src="//evil.example"></script><img onerror=x>'
    path = written(tmp_path, "facts.json", json.dumps(facts))
    done = appscan("disclose", path, "--output", "lists.html")
    assert done.returncode == 0
    page = Page()
    page.feed((tmp_path / "lists.html").read_text(encoding="utf-8"))
    assert not page.tags & {"script", "img", "link", "iframe"}
    assert page.loads == []
    assert "&lt;script" in (tmp_path / "lists.html").read_text(encoding="utf-8")


def test_markdown_of_a_hostile_label_stays_text(appscan: Run, tmp_path: Path) -> None:
    facts = json.loads(appscan("inspect", GREEDY).stdout)
    facts["app"]["label"] = "a|b\n# [x](http://evil.example) <b>"
    printed = appscan("disclose", written(tmp_path, "facts.json", json.dumps(facts))).stdout
    first = printed.splitlines()[0]
    assert first.startswith(r"# a\|b \# \[x\](http://evil.example) \<b\>")


def test_the_word_file_has_the_tables_of_the_markdown(appscan: Run, tmp_path: Path) -> None:
    appscan("disclose", GREEDY, "--policy", GREEDY_POLICY, "--output", "lists.docx")
    document = docx.Document(io.BytesIO((tmp_path / "lists.docx").read_bytes()))
    first, second, third = document.tables
    assert [cell.text for cell in first.rows[0].cells] == [
        "信息种类",
        "获取方式（代码）",
        "相关页面或组件",
        "权限",
        "目的",
    ]
    found = made(appscan, GREEDY, "--policy", GREEDY_POLICY)
    counts = (len(found["collected"]), len(found["sdks"]), len(found["differences"]))
    assert (len(first.rows), len(second.rows), len(third.rows)) == tuple(each + 1 for each in counts)
    assert "【请填写】" in first.rows[1].cells[4].text


def test_the_workbook_has_a_sheet_a_list_and_no_formula(appscan: Run, tmp_path: Path) -> None:
    facts = json.loads(appscan("inspect", GREEDY).stdout)
    facts["app"]["label"] = "=HYPERLINK(1)"
    path = written(tmp_path, "facts.json", json.dumps(facts))
    appscan("disclose", path, "--policy", GREEDY_POLICY, "--output", "lists.xlsx")
    book = openpyxl.load_workbook(tmp_path / "lists.xlsx")
    assert book.sheetnames[1:] == ["一、个人信息收集清单", "二、第三方信息共享清单（SDK 目录）", "三、与隐私政策的差异"]
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert str(cells[0].value).startswith("=HYPERLINK(1)")


@pytest.mark.parametrize(
    ("form", "module", "needs"), [("docx", "docx", "python-docx"), ("xlsx", "openpyxl", "openpyxl")]
)
def test_a_missing_library_is_said_in_one_sentence(
    appscan: Run, tmp_path: Path, form: str, module: str, needs: str
) -> None:
    shadow = tmp_path / "sitecustomize.py"
    shadow.write_text(f"import sys\nsys.modules[{module!r}] = None\n", encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    done = appscan("disclose", GREEDY, "--output", f"lists.{form}", PYTHONPATH=f"{tmp_path}:{root}")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert needs in done.stderr
    assert "appscan[office]" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--format", "docx"), 2),
        (("--output", "lists.pdf"), 2),
        (("--output", "nowhere/lists.md"), 2),
        (("--policy", "none.html"), 3),
    ],
)
def test_wrong_calls_end_with_one_sentence(appscan: Run, arguments: tuple[str, ...], code: int) -> None:
    done = appscan("disclose", GREEDY, *arguments)
    assert (done.returncode, len(done.stderr.splitlines())) == (code, 1)


def test_no_input_is_written_over(appscan: Run, tmp_path: Path) -> None:
    facts = written(tmp_path, "facts.json", appscan("inspect", GREEDY).stdout)
    before = facts.read_bytes()
    done = appscan("disclose", facts, "--output", facts)
    assert (done.returncode, facts.read_bytes() == before) == (2, True)


def test_code_that_nobody_knows_is_listed_for_a_person(appscan: Run, tmp_path: Path) -> None:
    facts = json.loads(appscan("inspect", GREEDY).stdout)
    call = next(each for each in facts["code"]["calls"] if each["api"].endswith("->getDeviceId"))
    facts["code"]["calls"].append({**call, "caller": "Lqq/zz/lib/Reader;->read()V", "offset": 1})
    found = made(appscan, written(tmp_path, "facts.json", json.dumps(facts)))
    assert found["unnamed"] == [{"package": "qq.zz.lib", "reached": ["国际移动设备识别码"]}]
    assert not re.search("zz", json.dumps(found["sdks"]))
