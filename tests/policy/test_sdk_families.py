"""A name that several SDKs share is told by what stands beside it; records and tables may begin in several ways."""

from collections.abc import Callable

import pytest

from appscan.facts import Policy

Read = Callable[[str], Policy]


def sdks(policy: Policy) -> dict[str, tuple[str, ...]]:
    return {each.sdk or each.name: each.data_types for each in policy.third_parties}


def record(name: str, purpose: str, company: str = "某某科技有限公司") -> str:
    return f"SDK名称：{name}\n公司名称：{company}\n使用目的：{purpose}\n收集信息：OAID\n"


@pytest.mark.parametrize(
    ("name", "purpose", "sdk"),
    [
        ("极光", "推送物流消息", "jpush"),
        ("极光", "", "jpush"),
        ("友盟", "消息推送", "umeng-push"),
        ("友盟", "统计分析", "umeng-analytics"),
        ("友盟", "推送与统计", "umeng-analytics"),
        ("环信", "在线客服", "easemob-kefu"),
        ("快手SDK", "广告变现", "kuaishou-ads"),
        ("HUAWEI Push", "消息提醒", "hms-push"),
        ("华为HMS推送", "消息推送", "hms-push"),
        ("火山引擎APM", "性能监控", "volcengine-apmplus"),
    ],
)
def test_a_name_that_a_family_shares_is_told_by_its_function(
    read_text: Read, name: str, purpose: str, sdk: str
) -> None:
    assert sdk in sdks(read_text(record(name, purpose)))


def test_a_function_is_told_by_the_company_that_offers_it(read_text: Read) -> None:
    assert "cmcc-sso" in sdks(read_text(record("移动一键登录", "免密登录", "中移互联网有限公司")))


def test_a_purpose_alone_makes_no_unknown_product_a_known_one(read_text: Read) -> None:
    text = record("岚图便签SDK", "分享便签", "深圳市腾讯计算机系统有限公司")
    assert [each.sdk for each in read_text(text).third_parties] == [""]


def test_a_company_can_stand_before_the_name(read_text: Read) -> None:
    text = (
        "第三方服务商\n【人脸】服务商：北京旷视科技有限公司；SDK：旷视FaceID；用途：核验；涉及信息：人脸图像\n"
        "【通知】服务商：华为软件技术有限公司；SDK：华为推送；用途：提醒；涉及信息：推送令牌\n"
    )
    assert sdks(read_text(text)) == {"megvii": ("face",), "hms-push": ("push_token",)}


def test_keys_can_be_english(read_text: Read) -> None:
    text = (
        "3 第三方SDK Third-party SDKs\nSDK Name: TalkingData\nCompany: 北京腾云天下科技有限公司\n"
        "Purpose: 统计\nData: Android ID、应用列表\n"
    )
    assert sdks(read_text(text)) == {"talkingdata": ("android_id", "installed_apps")}


def test_a_name_in_brackets_leads_a_record(read_text: Read) -> None:
    text = "【极光推送】使用目的：推送通知；数据类型：IP地址；第三方主体：深圳市和讯华谷信息技术有限公司"
    assert sdks(read_text(text)) == {"jpush": ("ip_address",)}


def test_an_upright_table_is_one_third_party(read_text: Read) -> None:
    rows = (("SDK名称", "华为推送SDK"), ("运营方", "华为软件技术有限公司"), ("目的", "提醒"), ("信息", "推送令牌"))
    cells = "".join(f"<tr><td>{key}</td><td>{value}</td></tr>" for key, value in rows)
    assert sdks(read_text(f"<p>第三方SDK</p><table>{cells}</table>")) == {"hms-push": ("push_token",)}


def test_a_column_of_kinds_holds_no_data(read_text: Read) -> None:
    page = (
        "<table><tr><th>SDK类型</th><th>SDK名称</th><th>合作方主体</th><th>个人信息种类</th></tr>"
        "<tr><td>推送类</td><td>个推SDK</td><td>每日互动股份有限公司</td><td>OAID</td></tr></table>"
    )
    assert sdks(read_text(page)) == {"getui-push": ("oaid",)}


def test_what_a_purpose_names_is_not_collected(read_text: Read) -> None:
    assert sdks(read_text("网易易盾SDK，用于登录验证码，收集IP地址。")) == {"netease-yidun-captcha": ("ip_address",)}
