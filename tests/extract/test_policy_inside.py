"""The policy that an APK carries is found by its content; what only looks like one is not."""

import shutil
import zipfile
from pathlib import Path

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract import inside
from appscan.extract.apk import read_apk
from appscan.extract.candidates import candidates
from appscan.facts import Facts, Policy
from tests.conftest import SAMPLES
from tests.policy.policy_files import docx, paragraph, pdf
from tests.policy.policy_texts import FILLING, policy_page, policy_text

PAGE = policy_page(policy_text().replace("\n", "<br>\n"))
LICENCE = "Apache License, Version 2.0\n" + "Licensed under the terms of this licence. " * 200
AGREEMENT = (
    "蓝莓天气用户协议\n\n" + "本协议约定双方的权利义务。侵犯著作权、违约的应当赔偿，争议由法院管辖，隐私受保护。" * 40
)
OF_AN_SDK = policy_text().replace("蓝莓天气隐私政策", "友盟+ SDK 隐私政策").replace("蓝莓", "友盟")


def with_files(tmp_path: Path, files: dict[str, str | bytes]) -> Path:
    """The tidy sample with these entries added."""
    path = tmp_path / "app.apk"
    shutil.copy(SAMPLES / "tidy" / "tidy.apk", path)
    with zipfile.ZipFile(path, "a") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def facts_of(tmp_path: Path, catalogue: Catalogue, files: dict[str, str | bytes]) -> Facts:
    return read_apk(with_files(tmp_path, files), catalogue.knowledge)


def policy_of(tmp_path: Path, catalogue: Catalogue, files: dict[str, str | bytes]) -> Policy:
    policy = facts_of(tmp_path, catalogue, files).policy
    assert policy is not None
    return policy


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("assets/privacy.html", PAGE),
        ("assets/www/a1.htm", PAGE),
        ("res/raw/terms.txt", policy_text()),
        ("res/Xy.md", "# " + policy_text()),
        ("assets/old.txt", policy_text().encode("gb18030")),
        ("assets/隐私政策.docx", docx("".join(map(paragraph, policy_text().splitlines())))),
        ("assets/yinsi.pdf", pdf(policy_text().splitlines())),
        ("assets/privacy", policy_text()),
    ],
)
def test_a_policy_is_found_in_every_form(tmp_path: Path, catalogue: Catalogue, name: str, content: str | bytes) -> None:
    policy = policy_of(tmp_path, catalogue, {name: content})
    assert [(each.path, each.kind, each.source) for each in policy.documents] == [(name, "policy", "apk")]
    assert all(each.evidence[0].where.startswith(f"{name}:") for each in policy.clauses if each.evidence)


def test_a_string_resource_as_long_as_a_policy_is_one(catalogue: Catalogue) -> None:
    class Nothing:
        entries: dict[str, object] = {}  # noqa: RUF012 - nobody writes to it

        def __contains__(self, name: str) -> bool:
            return False

        def size(self, name: str) -> int:
            raise KeyError(name)

        def read(self, name: str) -> bytes:
            raise KeyError(name)

        def place(self, name: str) -> str:
            return name

    pools = [("resources.arsc", ["隐私政策", policy_text(), "同意并阅读《隐私政策》"])]
    policy = inside.policy_of(candidates(Nothing(), pools, []), ["蓝莓天气"], catalogue.knowledge, [])
    assert policy is not None
    assert [each.path for each in policy.documents] == ["resources.arsc:string#1"]
    assert {each.id: each.evidence for each in policy.clauses}["effective_or_update_date"][0].where == (
        "resources.arsc:string#1:2"
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("assets/LICENSE.txt", LICENCE),
        ("assets/agreement.html", AGREEMENT),
        ("assets/umeng/privacy.html", OF_AN_SDK),
        ("assets/privacy.html", policy_page("<p>隐私政策：我们保护您的个人信息和隐私，个人信息安全。</p>")),
        ("assets/recipes.txt", "番茄炒蛋要先炒蛋。" * 400),
        ("lib/x86/privacy.html", PAGE),
    ],
)
def test_what_is_not_the_app_s_policy_is_not_taken_for_it(
    tmp_path: Path, catalogue: Catalogue, name: str, content: str
) -> None:
    assert facts_of(tmp_path, catalogue, {name: content}).policy is None


def test_of_several_the_one_that_names_the_app_is_read_and_the_others_are_listed(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    app = read_apk(SAMPLES / "tidy" / "tidy.apk", catalogue.knowledge).app
    assert app
    own = policy_text().replace("蓝莓天气", app.label)
    files: dict[str, str | bytes] = {
        "assets/a.txt": policy_text(filling=30),
        "assets/b.txt": own,
        "assets/test/privacy.txt": own + FILLING * 20,
        "assets/umeng/privacy.html": OF_AN_SDK,
    }
    policy = policy_of(tmp_path, catalogue, files)
    assert [each.path for each in policy.documents] == ["assets/b.txt"]
    assert {each.path for each in policy.others} == {
        "assets/a.txt",
        "assets/test/privacy.txt",
        "assets/umeng/privacy.html",
    }


def test_simplified_goes_before_traditional(tmp_path: Path, catalogue: Catalogue) -> None:
    traditional = "藍莓天氣隱私權政策\n" + "我們會蒐集您的個人資料並保護您的隱私權，您可以刪除個人資料。\n" * 60
    policy = policy_of(tmp_path, catalogue, {"assets/a-tw.txt": traditional, "assets/b.txt": policy_text()})
    assert [each.path for each in policy.documents] == ["assets/b.txt"]


def test_a_list_of_sdks_beside_it_is_a_part_of_the_policy(tmp_path: Path, catalogue: Catalogue) -> None:
    listed = (
        "第三方SDK清单\n\n| SDK名称 | 使用目的 |\n|--|--|\n| 友盟 | 统计 |\n\n隐私个人信息隐私个人信息。\n"
        + FILLING * 4
    )
    policy = policy_of(tmp_path, catalogue, {"assets/privacy.txt": policy_text(), "assets/sdk.md": listed})
    assert [each.kind for each in policy.documents] == ["policy", "sdk_list"]
    assert "umeng-analytics" in {each.sdk for each in policy.third_parties}


def test_a_file_that_is_named_like_one_and_cannot_be_read_is_a_limit(tmp_path: Path, catalogue: Catalogue) -> None:
    facts = facts_of(tmp_path, catalogue, {"assets/privacy.pdf": pdf([], [])})
    assert facts.policy is None
    assert [each.detail for each in facts.limits if each.kind == "policy_unread_inside"] == [
        "assets/privacy.pdf: the PDF has no text: its pages are pictures (a scan); give the original or a text"
    ]


def test_a_policy_in_a_split_has_the_split_s_name(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "app.apks"
    with zipfile.ZipFile(SAMPLES / "split" / "split.apks") as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "splits/share-master.apk":
                (tmp_path / "share.apk").write_bytes(data)
                with zipfile.ZipFile(tmp_path / "share.apk", "a") as split:
                    split.writestr("assets/yszc.html", PAGE)
                data = (tmp_path / "share.apk").read_bytes()
            target.writestr(name, data)
    policy = read_apk(path, catalogue.knowledge).policy
    assert policy is not None
    assert policy.documents[0].path == "splits/share-master.apk!assets/yszc.html"


def test_it_is_not_sought_where_one_was_given(tmp_path: Path, catalogue: Catalogue) -> None:
    path = with_files(tmp_path, {"assets/privacy.html": PAGE})
    assert read_apk(path, catalogue.knowledge, find_policy=False).policy is None


def test_an_app_without_one_has_none(catalogue: Catalogue) -> None:
    assert read_apk(SAMPLES / "tidy" / "tidy.apk", catalogue.knowledge).policy is None


def test_a_word_list_is_none(tmp_path: Path, catalogue: Catalogue) -> None:
    words = "".join(f"词条{chr(0x4E00 + number)}{chr(0x5000 + number)}" for number in range(4000))
    text = f"{words}隐私收集共享注销未成年人个人信息隐私共享收集"
    assert facts_of(tmp_path, catalogue, {"assets/words.txt": text}).policy is None
