"""Who is named: in tables, in records, in sentences."""

from collections.abc import Callable

import pytest

from appscan.facts import Policy, ThirdParty
from appscan.policy.names import company_in
from appscan.policy.roles import role_of, roles_of

Read = Callable[[str], Policy]


def parties(policy: Policy) -> dict[str, ThirdParty]:
    return {each.name: each for each in policy.third_parties}


def table(*rows: str, title: str = "第三方SDK列表") -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return f"<h2>{title}</h2><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_a_table_gives_name_company_purpose_data_and_link(read_text: Read) -> None:
    page = table(
        "SDK名称|运营公司|使用目的|收集信息类型|隐私政策链接",
        "友盟统计SDK|友盟同欣（北京）科技有限公司|统计分析|IMEI、MAC地址|https://example.org/privacy",
    )
    party = parties(read_text(page))["友盟统计SDK"]
    assert party.company == "友盟同欣(北京)科技有限公司"
    assert party.purpose == "统计分析"
    assert party.data_types == ("imei_meid", "mac_address")
    assert party.link == "https://example.org/privacy"
    assert party.sdk == "umeng-analytics"


def test_a_merged_cell_speaks_for_every_row_it_covers(read_text: Read) -> None:
    page = (
        "<h2>第三方SDK</h2><table><tr><th>提供方</th><th>SDK名称</th><th>目的</th></tr>"
        "<tr><td rowspan=2>示例甲网络科技有限公司</td><td>甲推送SDK</td><td>推送</td></tr>"
        "<tr><td>甲统计SDK</td><td>统计</td></tr></table>"
    )
    named = parties(read_text(page))
    assert named["甲推送SDK"].company == named["甲统计SDK"].company == "示例甲网络科技有限公司"


def test_one_cell_can_name_several(read_text: Read) -> None:
    page = table("SDK名称|目的", "个推、个像、个数SDK|推送")
    assert {"个推", "个像", "个数SDK"} <= parties(read_text(page)).keys()


def test_a_list_of_companies_is_named_by_them(read_text: Read) -> None:
    page = table("合作方公司|使用目的|个人信息", "示例乙物流有限公司|配送|手机号码", title="我们共享信息的第三方")
    assert parties(read_text(page))["示例乙物流有限公司"].data_types == ("phone_number",)


def test_a_table_without_header_is_read_by_what_its_cells_hold(read_text: Read) -> None:
    page = table(
        "1|穿山甲|广告投放|MAC地址、IP地址信息|北京示例引擎网络技术有限公司",
        "2|极光推送|消息推送|Android ID信息|深圳市示例讯息技术有限公司",
    )
    named = parties(read_text(page))
    assert named["穿山甲"].company == "北京示例引擎网络技术有限公司"
    assert named["极光推送"].data_types == ("android_id",)


def test_a_table_of_functions_names_nobody(read_text: Read) -> None:
    page = table("业务功能|处理目的|个人信息类型", "账号登录|识别账号|手机号码", title="我们收集的信息")
    assert read_text(page).third_parties == ()


def test_a_table_of_permissions_names_nobody(read_text: Read) -> None:
    page = table("权限名称|使用目的", "相机|扫码", title="权限说明")
    assert read_text(page).third_parties == ()


def test_a_record_of_keys_and_values_over_several_lines(read_text: Read) -> None:
    text = "SDK名称：高德定位SDK\n公司名称：示例高图软件有限公司\n使用目的：展示附近门店\n收集的个人信息：位置信息\n"
    party = parties(read_text(text))["高德定位SDK"]
    assert (party.company, party.purpose) == ("示例高图软件有限公司", "展示附近门店")
    assert "location_precise" in party.data_types
    assert party.sdk == "amap"


def test_a_record_run_on_in_one_line(read_text: Read) -> None:
    text = "第三方SDK名称：个推 公司全称：示例互动网络股份有限公司 使用目的：推送消息 收集数据类型：IMEI、MAC地址"
    party = parties(read_text(text))["个推"]
    assert party.company == "示例互动网络股份有限公司"
    assert party.sdk == "getui-push"


def test_a_record_ends_where_the_next_begins(read_text: Read) -> None:
    named = parties(read_text("SDK名称：甲推送SDK\n目的：推送\n\nSDK名称：乙地图SDK\n目的：地图\n"))
    assert (named["甲推送SDK"].purpose, named["乙地图SDK"].purpose) == ("推送", "地图")


@pytest.mark.parametrize(
    ("sentence", "name", "sdk"),
    [
        ("为了排查闪退，我们接入了腾讯Bugly SDK。", "腾讯Bugly SDK", "bugly"),
        ("我们集成的第三方插件包括支付宝和穿山甲。", "穿山甲", "pangle"),
        ("本应用使用了微信SDK用于登录。", "微信SDK", "wechat-opensdk"),
    ],
)
def test_a_sentence_names_an_sdk(read_text: Read, sentence: str, name: str, sdk: str) -> None:
    assert parties(read_text(sentence))[name].sdk == sdk


@pytest.mark.parametrize(
    "sentence",
    [
        "我们可能会使用第三方SDK。",
        "以下SDK需要收集信息。",
        "我们接入了推送SDK和支付SDK。",
        "您可以在微信中搜索我们的公众号。",
    ],
)
def test_a_sentence_that_names_none(read_text: Read, sentence: str) -> None:
    assert read_text(sentence).third_parties == ()


def test_a_third_party_is_listed_once_with_all_that_is_said_of_it(read_text: Read) -> None:
    page = "<p>我们接入了友盟统计SDK。</p>" + table("SDK名称|目的", "友盟统计SDK|统计分析")
    (party,) = read_text(page).third_parties
    assert party.purpose == "统计分析"


def test_a_permission_between_rows_of_sdks_is_no_sdk(read_text: Read) -> None:
    page = table("SDK名称|目的", "极光推送SDK|推送", "读取手机状态和身份|推送")
    assert list(parties(read_text(page))) == ["极光推送SDK"]


def test_a_company_beside_an_sdk_is_its_maker_even_where_it_is_called_the_third_party() -> None:
    assert roles_of(("第三方名称", "sdk名称", "目的")) == ("company", "name", "purpose")


def test_columns_are_told_by_their_words() -> None:
    assert [role_of(each) for each in ("隐私政策链接", "收集方式", "收集个人信息类型", "所属公司", "使用场景")] == [
        "link",
        "other",
        "data",
        "company",
        "purpose",
    ]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("整洁应用由示例整洁科技(北京)有限公司开发", "示例整洁科技(北京)有限公司"),
        ("运营者为华示技术有限公司", "华示技术有限公司"),
        ("由深圳市示例计算机系统有限公司提供", "深圳市示例计算机系统有限公司"),
        ("我们或我们的集团公司", ""),
    ],
)
def test_a_company_is_cut_out_of_its_sentence(text: str, company: str) -> None:
    assert company_in(text) == company
