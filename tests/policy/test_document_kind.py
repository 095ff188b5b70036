"""What kind of document a file is."""

from collections.abc import Callable

import pytest

from appscan.facts import Policy
from tests.policy.policy_texts import FILLING, TITLE, policy_page, policy_text

Reader = Callable[[str], Policy]

AGREEMENT = (
    "本协议约定您与我们之间的权利和义务。您不得利用本软件侵犯他人的著作权，违约的应当赔偿损失。因本协议发生的争议由法院管辖，"
    "不可抗力造成的损失我们不承担。许可您使用本软件，知识产权归我们所有。"
)
LOGIN = '<h1>请登录</h1><form><input name="user"><input type="password"><button>登录</button></form>'


def kind(read_text: Reader, text: str) -> str:
    return read_text(text).documents[0].kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (policy_text(), "policy"),
        (f"蓝莓天气用户协议\n\n{AGREEMENT * 8}\n", "agreement"),
        (f"蓝莓天气用户协议及隐私政策\n\n{policy_text()}\n{AGREEMENT * 8}\n", "both"),
        (f"第三方SDK目录\n\n甲SDK收集设备型号，用于统计。\n{FILLING * 12}\n", "sdk_list"),
        (f"儿童个人信息保护规则\n\n我们在取得监护人同意之后收集儿童的个人信息。\n{FILLING * 12}\n", "children"),
        ("Privacy Policy\n\n" + "We collect your phone number to sign you in. " * 40, "not_chinese"),
        ("プライバシーポリシー\n\n" + "当社はお客様の個人情報を適切に取り扱います。" * 40, "not_chinese"),
        (policy_page(LOGIN, "用户登录"), "login_wall"),
        (policy_page("<h1>登录</h1><p>请用微信扫码登录</p>", "登录"), "login_wall"),
        (policy_page('<div id="app"></div><script src="app.js"></script>'), "shell"),
        (policy_page("<p>We're sorry but it doesn't work properly without JavaScript enabled.</p>"), "shell"),
        (f"本周菜谱\n\n{'番茄炒蛋要先炒蛋，再下番茄，最后放盐。' * 60}\n", "other"),
    ],
)
def test_the_kind_is_told(read_text: Reader, text: str, expected: str) -> None:
    assert kind(read_text, text) == expected


def test_a_policy_that_speaks_of_passwords_and_login_is_a_policy(read_text: Reader) -> None:
    assert kind(read_text, policy_text("登录时我们收集您的手机号和密码，用于验证您的身份。")) == "policy"


def test_a_policy_that_speaks_of_children_is_a_policy(read_text: Reader) -> None:
    assert kind(read_text, policy_text("儿童个人信息的保护", "不满十四周岁的，应当取得监护人的同意。")) == "policy"


def test_the_language_stands_beside_the_kind(read_text: Reader) -> None:
    assert read_text(policy_text()).documents[0].language == "zh-Hans"


def test_the_title_is_the_page_s(read_text: Reader) -> None:
    assert read_text(policy_page(f"<p>{FILLING}</p>")).documents[0].title == TITLE
