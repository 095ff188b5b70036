"""Who does what with which kind of information."""

from collections.abc import Callable

import pytest

from appscan.facts import Policy, Statement

Read = Callable[[str], Policy]


def said(policy: Policy) -> set[tuple[str, str, str, bool]]:
    """(actor, act, data type, negated) of what is said by its own name."""
    return {(s.actor, s.act, s.data_type, s.negated) for s in policy.statements if not s.umbrella}


def one(policy: Policy, data_type: str) -> Statement:
    return next(each for each in policy.statements if each.data_type == data_type)


def types(policy: Policy) -> set[str]:
    return {each.data_type for each in policy.statements}


def test_a_verb_governs_every_word_of_the_list_after_it(read_text: Read) -> None:
    policy = read_text("注册账户时，我们会收集您的手机号码、昵称，头像和IP地址，用于创建账户。")
    assert {"phone_number", "user_account", "ip_address"} <= types(policy)
    assert not any(each.negated for each in policy.statements)


def test_the_quotation_is_the_sentence_with_its_line(read_text: Read) -> None:
    statement = one(read_text("示例说明\n\n我们会收集您的 MAC 地址。\n"), "mac_address")
    assert statement.evidence.where == "policy.txt:3"
    assert statement.evidence.quote == "我们会收集您的 MAC 地址。"


def test_a_list_that_is_denied_is_denied_word_by_word(read_text: Read) -> None:
    policy = read_text("我们不收集您的IMEI、通讯录、短信、通话记录和已安装应用列表。")
    for kind in ("imei_meid", "contacts", "sms", "call_log", "installed_apps"):
        assert ("app", "collect", kind, True) in said(policy)


def test_a_word_for_many_kinds_names_each_of_them_vaguely(read_text: Read) -> None:
    policy = read_text("我们会收集您的设备信息。")
    vague = {each.data_type for each in policy.statements if each.umbrella}
    assert {"imei_meid", "android_id", "mac_address"} <= vague
    assert ("app", "collect", "device_info", False) in said(policy)


def test_what_is_not_shared_without_consent_is_neither_shared_nor_denied(read_text: Read) -> None:
    policy = read_text("未经您的同意，我们不会向第三方提供您的手机号码。")
    assert policy.statements == ()


def test_sharing_is_the_apps_act(read_text: Read) -> None:
    policy = read_text("我们会将您的手机号码共享给示例物流公司。")
    assert ("app", "share", "phone_number", False) in said(policy)


def test_an_sdk_that_collects_is_the_actor(read_text: Read) -> None:
    policy = read_text("我们接入了友盟统计SDK，其会收集您的IMEI和MAC地址。")
    assert ("友盟统计SDK", "collect", "imei_meid", False) in said(policy)


def test_a_nameless_partner_that_collects_is_the_actor(read_text: Read) -> None:
    policy = read_text("广告商可能会获取您的IP地址。")
    assert ("广告商", "collect", "ip_address", False) in said(policy)


def test_an_sdk_is_declared_and_its_sharing_denied(read_text: Read) -> None:
    policy = read_text("我们会接入他们的SDK，不会向他们共享您的手机号码。")
    assert ("app", "share", "phone_number", True) in said(policy)
    assert ("app", "collect", "phone_number", False) not in said(policy)


def test_a_permission_is_asked_for(read_text: Read) -> None:
    policy = read_text("扫描二维码时，我们会申请相机权限。")
    assert ("app", "permission", "camera_image", False) in said(policy)


def test_the_line_above_a_list_speaks_for_its_items(read_text: Read) -> None:
    policy = read_text("我们会收集以下信息：\n1、手机号码；\n2、剪贴板内容；\n")
    assert one(policy, "clipboard").confidence == "lead_in"
    assert not one(policy, "clipboard").negated


def test_the_line_above_a_list_can_deny_it(read_text: Read) -> None:
    policy = read_text("我们不会收集以下信息：\n1、手机号码；\n2、剪贴板内容；\n")
    assert one(policy, "clipboard").negated


@pytest.mark.parametrize(
    "sentence",
    [
        "个人敏感信息是指身份证件号码、银行账号、通信记录等信息。",
        "请您不要向我们提供身份证号码或者银行卡号。",
        "您可以随时查阅、更正您的手机号码和头像。",
        "我们会采取措施，防止您的手机号码遭到未经授权的访问、披露。",
        "接收方变更的，我们会告知您接收方的名称、联系方式。",
        "您点击“同意”之后，我们才会收集您的个人信息。",
    ],
    ids=["definition", "plea", "right", "attack", "notice", "button"],
)
def test_information_is_named_and_not_collected(read_text: Read, sentence: str) -> None:
    assert said(read_text(sentence)) == set()


def test_a_row_says_what_is_collected_in_its_column_of_data(read_text: Read) -> None:
    policy = read_text(
        "<table><tr><th>业务功能</th><th>个人信息类型</th><th>处理方式</th></tr>"
        "<tr><td>通话记录备份</td><td>手机号码</td><td>不上传</td></tr></table>"
    )
    assert said(policy) == {("app", "collect", "phone_number", False)}


def test_a_row_of_an_sdk_makes_the_sdk_the_actor(read_text: Read) -> None:
    policy = read_text(
        "<h2>第三方SDK</h2><table><tr><th>SDK名称</th><th>收集的信息</th></tr>"
        "<tr><td>极光推送SDK</td><td>Android ID</td></tr></table>"
    )
    assert said(policy) == {("极光推送SDK", "collect", "android_id", False)}


def test_the_same_statement_is_quoted_a_few_times_only(read_text: Read) -> None:
    policy = read_text("\n".join(f"使用第{number}项功能时，我们会收集您的IP地址。" for number in range(20)))
    assert sum(each.data_type == "ip_address" and each.act == "collect" for each in policy.statements) == 3


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("我们不会将您的手机号提供给第三方。", {("app", "share", "phone_number", True)}),
        ("我们会接入友盟的SDK，不会向他们共享您的手机号。", {("app", "share", "phone_number", True)}),
        ("无需提供您的手机号即可使用。", {("app", "collect", "phone_number", True)}),
        ("您的手机号，我们不会收集。", {("app", "collect", "phone_number", True)}),
        ("我们没有收集通讯录的功能。", {("app", "collect", "contacts", True)}),
        ("为了安全我们不得不收集您的IMEI。", {("app", "collect", "imei_meid", False)}),
        ("支付宝SDK不会收集用户信息，非苹果手机会用到IMEI。", {("支付宝SDK", "use", "imei_meid", False)}),
        ("用登录手机号收验证码来核实身份，不会另外要求您提供身份证件。", {("app", "collect", "id_document", True)}),
        ("如果我们在未征得您同意的情况下收集了您的人脸信息，您可以投诉。", set()),
        ("我们防止您的身份证号遭到未经授权的收集。", set()),
        ("我们不会主动收集您的手机号。", set()),
        ("用户同意不使用其他用户的密码。", set()),
    ],
)
def test_what_is_said_of_a_word(read_text: Read, sentence: str, expected: set[tuple[str, str, str, bool]]) -> None:
    assert said(read_text(sentence)) == expected


def test_the_purpose_after_a_kind_of_information_is_quoted(read_text: Read) -> None:
    assert one(read_text("我们会收集您的手机号码，用于识别账号。"), "phone_number").purpose == "识别账号"


def test_the_purpose_before_it_is_quoted_where_none_follows(read_text: Read) -> None:
    assert one(read_text("为了寄送包裹，我们会收集您的收货地址。"), "address").purpose == "寄送包裹"


def test_the_line_over_a_list_gives_its_purpose_to_each_item(read_text: Read) -> None:
    policy = read_text("为了核对身份，我们会收集以下信息：\n1、手机号码；\n2、身份证号码；\n")
    assert {each.purpose for each in policy.statements} == {"核对身份"}


def test_a_row_gives_its_purpose_and_is_joined_by_it(read_text: Read) -> None:
    page = (
        "<h2>我们收集的信息</h2><table><tr><th>个人信息</th><th>目的</th></tr><tr><td>手机号码</td><td>登录</td></tr>"
    )
    statement = one(read_text(page + "<tr><td>邮箱</td><td>找回密码</td></tr></table>"), "phone_number")
    assert (statement.purpose, statement.confidence) == ("登录", "row")


def test_whom_a_kind_of_information_is_given_to(read_text: Read) -> None:
    assert one(read_text("我们会向示例物流公司提供您的收货地址。"), "address").receiver == "示例物流公司"


def test_the_permission_under_which_something_is_read(read_text: Read) -> None:
    statement = one(read_text("在您开启通讯录权限后，我们会读取您的联系人信息。"), "contacts")
    assert statement.permission == "通讯录"


def test_what_is_used_after_an_account_is_closed_is_not_denied_before(read_text: Read) -> None:
    assert not any(each.negated for each in read_text("注销后，我们将不再收集您的手机号码。").statements)


def test_a_definition_collects_nothing(read_text: Read) -> None:
    assert (
        read_text("个人信息，是指姓名、出生日期、身份证件号码、住址等信息；财产信息、交易记录等信息。").statements == ()
    )
