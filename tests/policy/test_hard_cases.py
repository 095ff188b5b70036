"""Thirty-seven places where policies are hard to read, each rebuilt in words of our own."""

from collections.abc import Callable
from pathlib import Path

from appscan.facts import Policy, ThirdParty
from appscan.knowledge import Knowledge
from appscan.policy.reader import read

Read = Callable[[str], Policy]
FILLING = "界面上的图案由设计师手工绘制，颜色会随着季节慢慢变化，春天偏绿，夏天偏蓝，秋天偏黄，冬天偏灰。"


def long(*lines: str) -> str:
    """A policy that is long enough to be judged."""
    return "\n".join(("小橘灯隐私政策", *lines, *([FILLING] * 24)))


def state(policy: Policy, clause: str) -> str:
    return next(each.state for each in policy.clauses if each.id == clause)


def parties(policy: Policy) -> dict[str, ThirdParty]:
    return {each.name: each for each in policy.third_parties}


def sdks(policy: Policy) -> set[str]:
    return {each.sdk for each in policy.third_parties if each.sdk}


def declared(policy: Policy) -> set[str]:
    return {s.data_type for s in policy.statements if not s.negated and not s.umbrella and s.act != "permission"}


def denied(policy: Policy) -> set[str]:
    return {s.data_type for s in policy.statements if s.negated}


def kinds(policy: Policy) -> set[str]:
    return {each.kind for each in policy.wording}


def test_01_sdk_in_the_column_of_the_manner_is_no_name(read_text: Read) -> None:
    rows = (
        "第三方名称|提供的服务|收集方式|个人信息类型",
        "示例视讯（中国）有限公司|内容资讯|嵌入第三方SDK，由SDK收集传输|唯一设备标识码",
    )
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    page = f"<h2>第三方SDK</h2><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    assert list(parties(read_text(page))) == ["示例视讯(中国)有限公司"]


def test_02_rows_of_permissions_between_those_of_sdks_are_no_sdks(read_text: Read) -> None:
    rows = ("SDK/权限|目的", "友盟统计SDK|统计", "读取手机状态权限|生成标识", "示例市场联运SDK、广告SDK和计费SDK|联运")
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    page = f"<h2>第三方SDK</h2><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    assert set(parties(read_text(page))) == {"友盟统计SDK", "示例市场联运SDK", "广告SDK", "计费SDK"}


def test_03_a_record_that_runs_on(read_text: Read) -> None:
    text = "第三方SDK名称：个推 公司全称：示例互动网络股份有限公司 使用目的：推送消息 收集数据类型：设备信息、MAC地址"
    party = parties(read_text(text))["个推"]
    assert (party.company, party.purpose) == ("示例互动网络股份有限公司", "推送消息")
    assert "mac_address" in party.data_types


def test_04_a_vendors_sdk_without_a_name_of_its_own(read_text: Read) -> None:
    policy = read_text(
        "崩溃统计服务由示例科技（深圳）有限公司提供，我们会接入鹅厂的SDK，他们会通过SDK收集您的IMEI、IMSI。"
    )
    assert parties(policy)["鹅厂"].company == "示例科技(深圳)有限公司"
    assert {"imei_meid", "imsi"} <= declared(policy)


def test_05_a_title_and_a_body_that_name_different_sdks_name_both(read_text: Read) -> None:
    policy = read_text("第三方SDK目录\n（5）腾讯Bugly SDK：我们的产品集成七牛SDK，需要读取您的网络状态以上报崩溃日志。")
    assert {"bugly", "qiniu"} <= sdks(policy)


def test_06_a_list_in_quotation_marks_shares_one_permission(read_text: Read) -> None:
    policy = read_text("第三方SDK“支付宝、微信、广点通、穿山甲、友盟”为判断设备唯一性，需要获取使用手机IMEI权限。")
    assert {"alipay", "wechat-opensdk", "tencent-gdt", "pangle", "umeng-analytics"} <= sdks(policy)
    assert all("imei_meid" in each.data_types for each in policy.third_parties)


def test_07_an_sdk_inside_an_sdk_is_named_too(read_text: Read) -> None:
    policy = read_text("我们接入了科大讯飞语音SDK（其内部集成了友盟统计SDK），收集录音。")
    assert {"iflytek", "umeng-analytics"} <= sdks(policy)


def test_08_a_line_broken_inside_a_name_is_joined(read_text: Read) -> None:
    policy = read_text("为了及时提醒您,我们使用了极光推送\nSDK,如您使用小米、魅族手机,还会使用厂商的推送\n服务。\n")
    assert "jpush" in sdks(policy)


def test_09_the_names_stand_under_the_type_of_function(read_text: Read) -> None:
    page = (
        "<table><tr><td colspan=4>接入第三方SDK的情况</td></tr>"
        "<tr><td>功能类型</td><td>第三方名称</td><td>信息类型</td><td>目的</td></tr>"
        "<tr><td>友盟统计SDK</td><td>示例同欣科技有限公司</td><td>MAC地址</td><td>统计</td></tr></table>"
    )
    party = parties(read_text(page))["友盟统计SDK"]
    assert (party.company, party.sdk) == ("示例同欣科技有限公司", "umeng-analytics")


def test_10_several_sdks_in_one_cell_with_different_separators(read_text: Read) -> None:
    assert {"个推", "个像", "个数SDK"} <= parties(read_text("SDK名称：个推、个像、个数SDK\n使用目的：推送\n")).keys()
    page = (
        "<h2>第三方SDK</h2><table><tr><th>SDK名称</th><th>目的</th></tr>"
        "<tr><td>友盟SDK，LinkedMe，腾讯灯塔</td><td>统计</td></tr></table>"
    )
    assert {"umeng-analytics", "linkedme", "tencent-beacon"} <= sdks(read_text(page))


def test_11_a_function_without_a_vendor_is_an_entry_without_a_receiver(read_text: Read) -> None:
    named = parties(
        read_text("SDK名称：OCR（光学字符识别）SDK\n使用目的：识别证件\nSDK名称：设备指纹SDK\n使用目的：防作弊\n")
    )
    assert {"OCR(光学字符识别)SDK", "设备指纹SDK"} <= named.keys()
    assert named["OCR(光学字符识别)SDK"].company == ""


def test_12_a_denial_inside_a_list_of_sdks(read_text: Read) -> None:
    policy = read_text("第三方SDK清单\n支付宝SDK：本SDK不会收集您的手机号码，非苹果手机付款时会用到。")
    assert "alipay" in sdks(policy)
    assert "phone_number" in denied(policy)
    assert "phone_number" not in declared(policy)


def test_13_another_companys_name_is_left_from_a_template(read_text: Read) -> None:
    own = ["小橘灯会收集您的手机号码，小橘灯用它识别您。"] * 4
    assert "template_residue" in kinds(read_text(long(*own, "星河灯塔可能会共享、转让、公开披露您的信息。")))
    assert "template_residue" not in kinds(read_text(long(*own, "我们可能会共享、转让、公开披露您的信息。")))


def test_14_a_damaged_name_hides_no_act(read_text: Read) -> None:
    policy = read_text(
        long("当您卸载明小橘灯平台应用之后，我们将不再收集您的信息。", "明小橘灯平台会收集您的手机号码。")
    )
    assert "phone_number" in declared(policy)


def test_15_of_two_dates_the_first_counts_and_brackets_do_not_matter(read_text: Read) -> None:
    text = long("更新时间：2024年10月15日", "本隐私政策版本更新日期为2024年4月17日，将于2024年4月20日正式生效。")
    assert read_text(text).values["updated"] == "2024-10-15"
    assert read_text(text).values["effective"] == "2024-04-20"
    assert read_text(long("更新日期：【2024】年【12】月【07】日")).values["updated"] == "2024-12-07"


def test_16_an_agreement_served_as_a_policy_lacks_nothing(read_text: Read) -> None:
    lines = [
        "用户不得删除、修改、增加本软件的存储信息，不得反向工程，违约的应承担赔偿责任。本协议的著作权归公司所有。"
    ] * 30
    policy = read_text("\n".join(("小橘灯用户服务协议", *lines)))
    assert policy.documents[0].kind == "agreement"
    assert state(policy, "rights_delete") == "unknown"


def test_17_misspelt_words_do_not_hide_presumed_consent(read_text: Read) -> None:
    policy = read_text(long("若您继续登陆或是哦用“小橘灯”及现骨干服务，即视为您认可本政策。"))
    assert state(policy, "deemed_consent") == "present"


def test_18_a_transfer_to_suppliers_all_over_the_world_crosses_the_border(read_text: Read) -> None:
    policy = read_text(long("我们会把信息发送给在全球范围内支持我们业务的供应商和其他伙伴。"))
    assert state(policy, "cross_border") == "present"


def test_19_what_comes_in_from_abroad_does_not_go_abroad(read_text: Read) -> None:
    policy = read_text(long("您从中国大陆以外的地区访问我们网站的，您的信息将存储于中国大陆。"))
    assert state(policy, "storage_location") == "present"
    assert state(policy, "cross_border") == "absent"


def test_20_the_longest_of_several_limits_counts(read_text: Read) -> None:
    text = long("我们将在30天内审核所涉问题。", "一般情况下，我们将在十五个工作日内回复您。")
    assert read_text(text).values["response_days"] == "30"


def test_21_times_for_incidents_and_other_products_are_no_answer(read_text: Read) -> None:
    policy = read_text(
        long("发生安全事件的，我们不迟于30个工作日内向您告知处理情况。", "除非您主动删除或者注销其他平台的账号。")
    )
    assert "response_days" not in policy.values
    assert state(policy, "response_time") == "absent"


def test_22_a_place_of_storage_without_content_is_absent(read_text: Read) -> None:
    assert state(read_text(long("您的信息存储于合法合规的位置。")), "storage_location") == "absent"


def test_23_retention_may_be_a_date_or_a_number_of_days(read_text: Read) -> None:
    assert state(read_text(long("心脏研究的数据将持续保存至2026年12月31日。")), "retention_period") == "present"
    policy = read_text(long("注销之后，我们对您的个人信息保存365天。"))
    assert state(policy, "retention_period") == "present"
    assert "365" in policy.values["retention"]


def test_24_a_negation_in_a_condition_denies_nothing(read_text: Read) -> None:
    policy = read_text(
        "如果我们在未征得您同意的情况下收集您的手机号码，请联系我们。我们防止您的照片遭到未经授权的访问、公开披露。"
    )
    assert denied(policy) == set()


def test_25_types_that_are_defined_or_not_wanted_are_not_collected(read_text: Read) -> None:
    policy = read_text(
        "请您不要向我们发送民族、病历等敏感信息。个人敏感信息，是指身份证件号码、银行账号、通信记录等信息。"
    )
    assert declared(policy) == set()


def test_26_the_shell_of_a_page_is_no_policy(read_text: Read) -> None:
    page = "<html><body><noscript>We're sorry but orange-lamp doesn't work properly without JavaScript.</noscript>"
    policy = read_text(f"{page}<div id=app></div><script src=app.js></script></body></html>")
    assert policy.documents[0].kind == "shell"
    assert state(policy, "rights_access") == "unknown"


def test_27_rights_that_are_refused_are_not_there(read_text: Read) -> None:
    policy = read_text(long("我们可能不会响应您提出的更正、删除、注销、撤回同意、获取副本的请求。"))
    for clause in ("rights_correct", "rights_delete", "rights_cancel_account", "rights_copy"):
        assert state(policy, clause) == "absent"


def test_28_an_sdk_that_is_declared_while_sharing_is_denied(read_text: Read) -> None:
    policy = read_text("我们会接入友盟的SDK，不会向他们共享您的手机号码。")
    assert "umeng-analytics" in sdks(policy)
    assert "phone_number" in denied(policy) - declared(policy)


def test_29_a_strange_permission_is_no_kind_of_information(read_text: Read) -> None:
    policy = read_text(long("权限：改变Z轴排列任务。"))
    assert declared(policy) == set()
    assert "company" not in policy.values
    assert state(policy, "operator_contact") == "absent"


def test_30_steps_in_the_app_are_a_right(read_text: Read) -> None:
    policy = read_text(long("3)点击车牌号，进入编辑车辆页，点击右上角“删除”进行删除操作。"))
    assert state(policy, "rights_delete") == "present"


def test_31_a_line_over_a_list_collects_nothing_by_itself(read_text: Read) -> None:
    policy = read_text(
        "4、当我们处理您的个人信息时，我们基于以下一种或者多种基础：\n（1）您的同意；\n（2）履行合同所必需。\n"
    )
    assert policy.statements == ()


def test_32_traditional_script_is_told_and_nothing_is_called_absent_without_being_read(read_text: Read) -> None:
    lines = ["我們會收集您的個人資訊，並與伺服器儲存。您可以存取、刪除您的資訊，我們將為您開啟權限。"] * 30
    policy = read_text("\n".join(("小橘燈私隱政策", *lines)))
    assert policy.documents[0].language == "zh-Hant"
    assert state(policy, "rights_delete") in ("present", "unknown")


def test_33_a_word_page_in_gb18030_has_its_bold_headings(knowledge: Knowledge) -> None:
    page = (
        '<html><head><meta charset="gb2312"></head><body><p><b><span>一、我们如何共享您的信息</span></b></p>'
        "<p>我们会将您的手机号码共享给示例物流公司。㐂</p></body></html>"
    )
    policy = read([("policy.htm", page.encode("gb18030"))], knowledge)
    assert policy.documents[0].encoding.lower().replace("-", "") == "gb18030"
    assert ("share", "phone_number") in {(each.act, each.data_type) for each in policy.statements}


def test_34_a_japanese_text_is_not_chinese_and_lacks_nothing(read_text: Read) -> None:
    policy = read_text(
        "プライバシー政策\n" + "当社は、お客様の個人情報を適切に取り扱います。利用目的の範囲内で利用します。\n" * 40
    )
    assert policy.documents[0].kind == "not_chinese"
    assert not any(each.state == "absent" for each in policy.clauses)


def test_35_laws_that_are_cited_are_no_rights(read_text: Read) -> None:
    policy = read_text(long("我们遵守个人信息保护法、CCPA以及GDPR。", "我们会收集您的手机号码，用于登录。"))
    for clause in ("rights_access", "rights_correct", "rights_withdraw", "rights_cancel_account"):
        assert state(policy, clause) == "absent"


def test_36_chinese_numerals_count_and_a_licence_for_content_is_no_right(read_text: Read) -> None:
    policy = read_text(
        long("您的反馈将在五个工作日内处理完成。", "用户同意本公司有权存储、使用、复制、修订、编辑其发布的内容。")
    )
    assert policy.values["response_days"] == "5"
    assert state(policy, "rights_copy") == "absent"


def test_37_a_complete_sentence_without_meaning_is_still_read(read_text: Read) -> None:
    policy = read_text("为了使用程序，开发者将在获取你的明示同意后，收集你的剪切板。")
    said = next(each for each in policy.statements if each.data_type == "clipboard")
    assert (said.act, said.negated, said.purpose) == ("collect", False, "使用程序")


def test_there_is_a_test_for_each_of_the_cases() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert all(f"def test_{number:02}_" in text for number in range(1, 38))
