"""Traditional script is matched in simplified, and quoted as it stands."""

from collections.abc import Callable

import pytest

from appscan.facts import Policy
from appscan.policy.traditional import simplifier
from tests.policy.policy_texts import policy_page

Reader = Callable[[str], Policy]

TEXT = """藍莓天氣隱私權政策

更新日期：2025年6月1日
藍莓天氣由示例藍莓科技（香港）有限公司（以下簡稱「我們」）開發和營運。
一、我們蒐集的個人資料
為了向您提供當地的天氣預報，我們會蒐集您的位置資訊和行動電話號碼。
我們不會蒐集您的通訊錄。
二、您的權利
您可以在設定中查詢、更正、刪除您的個人資料，也可以隨時註銷帳號。您可以存取您的資料並取得複本。
我們將在15個工作日內答覆您的請求。
三、聯絡我們
電子郵件：privacy@blueberry.example
"""
FILLING = "我們十分重視您的感受，並努力讓每一次預報都準確、易懂、及時。介面上的雲朵、雨滴和雪花圖案由設計師手工繪製。\n"


@pytest.fixture(scope="module")
def policy(read_text: Reader) -> Policy:
    return read_text(TEXT + FILLING * 24)


def test_it_is_a_policy_and_what_it_lacks_is_absent(policy: Policy) -> None:
    states = {each.id: each.state for each in policy.clauses}
    assert (policy.documents[0].kind, policy.documents[0].language) == ("policy", "zh-Hant")
    assert states["cookies"] == "absent"
    for clause in ("rights_delete", "rights_cancel_account", "response_time", "collection_with_purpose"):
        assert states[clause] == "present"


def test_what_is_quoted_are_the_original_characters_and_their_line(policy: Policy) -> None:
    lines = TEXT.splitlines()
    evidence = [each for clause in policy.clauses for each in clause.evidence]
    assert evidence
    for each in evidence:
        assert each.quote in lines[int(each.where.rpartition(":")[2]) - 1]


def test_kinds_of_information_are_told_by_their_words_there(policy: Policy) -> None:
    said = {(each.data_type, each.negated) for each in policy.statements if not each.umbrella}
    assert {("phone_number", False), ("contacts", True)} <= said


def test_values_are_written_as_they_stand(policy: Policy) -> None:
    assert policy.values["company"] == "示例藍莓科技(香港)有限公司"
    assert policy.values["response_days"] == "15"


def test_a_table_in_traditional_script_names_its_third_parties(read_text: Reader) -> None:
    head = "<tr><th>SDK名稱</th><th>公司名稱</th><th>使用目的</th></tr>"
    rows = f"{head}<tr><td>友盟SDK</td><td>友盟</td><td>統計分析</td></tr>"
    found = read_text(policy_page(f"<p>{TEXT}{FILLING * 20}</p><h2>第三方SDK清單</h2><table>{rows}</table>"))
    assert "umeng-analytics" in {each.sdk for each in found.third_parties}


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("資訊", "信息"),
        ("個人資料", "个人信息"),
        ("蒐集", "收集"),
        ("存取", "访问"),
        ("複製", "复制"),
        ("行動電話號碼", "移动电话号码"),
        ("帳號", "账号"),
        ("", ""),
    ],
)
def test_words_are_converted_and_not_only_letters(traditional: str, simplified: str) -> None:
    assert simplifier()(traditional) == simplified
