"""Kinds of documents and encodings that readers get wrong."""

from collections.abc import Callable

import pytest

from appscan.facts import Policy
from appscan.knowledge import Knowledge
from appscan.policy.reader import read
from tests.policy.policy_texts import FILLING, SECTIONS, policy_page, policy_text

Reader = Callable[[str], Policy]

LICENCE = "您同意不复制、修改、增加、删除本软件的任何部分。侵犯著作权的应当赔偿，违约责任、不可抗力和管辖法院见本协议。"
RIGHTS = ("rights_delete", "rights_correct", "rights_access", "rights_cancel_account")


def states(policy: Policy) -> dict[str, str]:
    return {each.id: each.state for each in policy.clauses}


def test_a_service_agreement_is_no_policy_and_lacks_no_clause(read_text: Reader) -> None:
    policy = read_text(f"蓝莓文档服务协议\n\n欢迎使用蓝莓文档。\n{LICENCE * 30}\n")
    assert policy.documents[0].kind == "agreement"
    assert "absent" not in states(policy).values()


def test_licence_sentences_give_nobody_rights(read_text: Reader) -> None:
    policy = read_text(
        f"“蓝莓相机”用户协议及隐私政策\n\n我们会收集您的设备信息，用于排查故障。\n{LICENCE * 30}\n{FILLING * 4}"
    )
    assert policy.documents[0].kind == "both"
    assert {states(policy)[each] for each in RIGHTS} == {"absent"}


@pytest.mark.parametrize(
    "notice",
    [
        "We're sorry but blueberry-h5 doesn't work properly without JavaScript enabled. Please enable it to continue.",
        "页面加载中，请稍候…",
        "",
    ],
)
def test_a_shell_that_scripts_fill_is_told_and_lacks_no_clause(read_text: Reader, notice: str) -> None:
    policy = read_text(
        policy_page(f'<noscript>{notice}</noscript><div id="app">{notice}</div><script src="a.js"></script>')
    )
    assert policy.documents[0].kind == "shell"
    assert set(states(policy).values()) == {"unknown"}


def test_japanese_under_a_chinese_name_is_not_chinese(knowledge: Knowledge) -> None:
    text = "プライバシー政策\n\n" + "当社は、お客様の個人情報を収集し、第三者に提供する場合があります。\n" * 40
    policy = read([("隐私政策.txt", text.encode())], knowledge)
    assert (policy.documents[0].kind, policy.documents[0].language) == ("not_chinese", "other")
    assert "absent" not in states(policy).values()


def word_page() -> str:
    """A page as Word saves it: headings are bold spans, fonts stand everywhere, and runs are torn apart."""
    lines = []
    for each in SECTIONS:
        weight = ";font-weight:bold" if each[1:2] == "、" else ""
        spans = "".join(
            f"<span lang=ZH-CN style='font-family:宋体{weight}'>{part}<o:p></o:p></span>"
            for part in (each[:4], each[4:])
        )
        lines.append(f"<p class=MsoNormal style='text-indent:21pt'>{spans}</p>")
    head = '<meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>蓝莓天气隐私政策</title>'
    filling = f"<p class=MsoNormal>{FILLING * 12}㊣囍囧</p>"  # the last characters are not in GB2312
    office = "<!--[if gte mso 9]><xml><o:A/></xml><![endif]-->"
    return (
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>{head}{office}'
        f"<style>p.MsoNormal{{margin:0cm}}</style></head><body lang=ZH-CN>{''.join(lines)}{filling}</body></html>"
    )


def test_word_s_page_that_calls_gb18030_gb2312_is_read_with_its_headings(knowledge: Knowledge) -> None:
    policy = read([("p.html", word_page().encode("gb18030"))], knowledge)
    plain = read([("p.txt", policy_text(filling=12).encode())], knowledge)
    assert policy.documents[0].encoding == "gb18030"
    assert policy.metrics["headings"] == 4
    assert {name for name, state in states(policy).items() if state == "present"} == {
        name for name, state in states(plain).items() if state == "present"
    }


def test_a_policy_for_all_that_has_its_rules_for_children_in_it_is_a_policy(read_text: Reader) -> None:
    text = policy_text().replace("蓝莓天气隐私政策", "《蓝莓隐私政策及儿童隐私政策》", 1)
    assert read_text(text).documents[0].kind == "policy"


def test_a_word_list_is_no_policy_however_often_it_names_privacy(read_text: Reader) -> None:
    words = "\n".join(f"词{chr(0x4E00 + number)}条{chr(0x5000 + number)}典籍辞书名物" for number in range(900))
    assert read_text(words + "\n隐私\n收集\n共享\n注销\n未成年人\n个人信息\n").documents[0].kind == "other"


@pytest.mark.parametrize("width", [16, 24, 38])
def test_a_text_that_a_narrow_width_has_broken_is_read_as_if_it_were_not(read_text: Reader, width: int) -> None:
    lines = policy_text(filling=14).splitlines()
    broken = [line[at : at + width] for line in lines for at in range(0, len(line), width)]
    whole, narrow = read_text("\n".join(lines)), read_text("\n".join(broken))
    assert states(narrow) == states(whole)
    assert {(each.data_type, each.negated) for each in narrow.statements} == {
        (each.data_type, each.negated) for each in whole.statements
    }


def test_markdown_marks_are_no_part_of_the_text(read_text: Reader) -> None:
    text = (
        "---\ntitle: x\nlayout: page\n---\n蓝莓天气隐私政策\n================\n\n1\\. 收集\n----\n\n###\n"
        "我们会收集您的**位置信息**，用于提供天气。\n\n- 手机号\n    - 昵称\n"
    )
    policy = read_text(text)
    assert policy.documents[0].title == "蓝莓天气隐私政策"
    assert policy.text.splitlines() == [
        "蓝莓天气隐私政策",
        "1. 收集",
        "我们会收集您的位置信息,用于提供天气",
        "手机号",
        "昵称",
    ]
    assert policy.metrics["headings"] == 2
