"""The patterns of the catalogue on sentences that have, and that have not, what each is for."""

import re
from collections.abc import Callable

import pytest

from appscan.facts import Policy
from appscan.knowledge import Knowledge

Read = Callable[[str], Policy]

CLAUSES = {
    "operator_identity": "蓝莓天气由示例蓝莓科技（杭州）有限公司开发和运营。",
    "operator_contact": "电子邮箱：privacy@blueberry.example",
    "dpo_contact": "个人信息保护负责人：李示例。",
    "scope": "本政策适用于蓝莓天气的全部产品和服务。",
    "effective_or_update_date": "更新日期：2025年6月1日",
    "collection_with_purpose": "为了向您播报天气，我们会收集您的位置信息。",
    "necessary_vs_optional": "您拒绝提供位置的，不影响使用其他功能。",
    "permissions_list": "我们申请相机权限，用于扫描二维码。",
    "sensitive_pi_notice": "精确位置属于敏感个人信息。",
    "retention_period": "我们保存您的查询记录六个月。",
    "after_retention": "期限届满后，我们会删除您的个人信息。",
    "storage_location": "您的个人信息存储于中华人民共和国境内。",
    "cross_border": "我们不会向境外提供您的个人信息。",
    "security_measures": "我们采用HTTPS加密传输您的信息。",
    "security_incident": "发生安全事件的，我们会立即启动应急预案并告知您。",
    "sharing": "我们会向合作伙伴提供您的设备信息。",
    "entrusted_processing": "我们委托示例短信公司发送验证码，并要求其按约定处理信息。",
    "transfer": "因合并、分立需要转移个人信息的，我们会告知您。",
    "public_disclosure": "我们不会公开披露您的个人信息。",
    "recipients_named": "推送SDK由示例讯息技术有限公司提供。",
    "sdk_list": "我们接入了示例推送SDK。",
    "separate_consent": "我们会取得您的单独同意。",
    "consent_exceptions": "以下情形无需征得您的同意。",
    "cookies": "我们使用Cookie记住您的语言。",
    "automated_decision": "我们会向您提供个性化推荐。",
    "personalised_optout": "您可以在设置中关闭个性化推荐。",
    "ads": "我们会向您展示广告。",
    "rights_access": "您有权查阅您的个人信息。",
    "rights_copy": "您可以获取个人信息副本。",
    "rights_correct": "您可以更正您的个人信息。",
    "rights_delete": "您可以删除您的查询记录。",
    "rights_withdraw": "您可以随时撤回同意。",
    "rights_cancel_account": "您可以随时注销账号。",
    "rights_portability": "您可以请求将信息转移至您指定的处理者。",
    "rights_explain": "您有权要求我们对处理规则作出解释。",
    "rights_deceased": "用户去世的，其近亲属可以查阅相关信息。",
    "how_to_exercise": "进入“设置—账号与安全”即可更正或者删除信息。",
    "response_time": "我们将在15个工作日内答复您的请求。",
    "complaint_channel": "您可以通过客服电话投诉。",
    "external_remedy": "您可以向网信部门举报。",
    "minors": "未成年人应当在监护人的指导下使用。",
    "under14_guardian": "不满十四周岁的，应当取得监护人的同意。",
    "change_notification": "本政策发生变更的，我们会以弹窗通知您。",
    "deemed_consent": "您使用本软件，即视为同意本政策。",
    "self_start": "本应用会自启动，以便准时提醒。",
    "pi_list": "您可以查看个人信息收集清单。",
    "third_party_share_list": "您可以查看第三方信息共享清单。",
    "filing_number": "备案号：浙ICP备12345678号-2A",
    "summary": "以下是本政策的摘要。",
    "version_history": "您可以在此查阅本政策的历史版本。",
}

NOT_CLAUSES = {
    "rights_delete": "我们可能不会响应您提出的删除请求。",
    "rights_copy": "未经许可，您不得复制本软件的内容。",
    "rights_cancel_account": "账号长期不用的，我们有权注销。",
    "rights_explain": "本活动的最终解释权归我们所有。",
    "cross_border": "本应用提供跨境购物资讯。",
    "rights_portability": "公司合并、收购时，我们会将个人信息转移给新的公司。",
    "change_notification": "软件更新后，我们会推送新版本的公告。",
    "ads": "本应用没有广告，也不展示任何广告。",
    "summary": "密码经摘要算法处理后保存。",
    "version_history": "您可以下载软件的历史版本。",
    "response_time": "日志至少提前30日备份，30日内处理。",
    "transfer": "您不得将账号转让给他人。",
    "personalised_optout": "您不得屏蔽或者关闭本软件中的广告。",
}

WORDING = {
    "deemed_consent": "您继续使用本软件，即视为接受本政策。",
    "deemed_consent_change": "政策修改后您继续使用本软件，即视为接受修改。",
    "assumed_guardian": "未成年人使用本软件，视为已取得监护人的同意。",
    "blanket_authority": "您须开启本软件申请的全部权限。",
    "one_sided_change": "我们修改本政策，无需另行通知。",
    "forced_bundle": "如果您不同意本政策，请立即停止使用本软件。",
    "forced_for_improvement": "为改善服务质量，您必须同意我们收集位置信息。",
    "cancellation_condition": "注销账号须邮寄本人手持身份证照片。",
    "denied_rights": "本软件不支持账号注销。",
    "disclaimer": "因此造成的泄露，我们不承担任何责任。",
    "others_liability": "第三方的行为由其自行负责。",
    "template_residue": "本应用由【】开发。",
    "vague_open_list": "我们收集的信息包括但不限于设备标识。",
    "vague_etc": "我们会收集您的手机号、位置等信息。",
    "vague_purpose": "我们认为合理的其他用途。",
    "vague_receiver": "我们会与合作伙伴共享您的信息。",
    "vague_retention": "我们在必要的期限内保存您的信息。",
    "unfair_jurisdiction": "最终解释权归我们所有。",
    "download_promotion": "本软件会自动为您下载并安装其他应用。",
}

NOT_WORDING = {
    "deemed_consent": "您点击“同意”，即表示您同意本政策。",
    "deemed_consent_change": "我们修改政策后，不会以您继续使用推定您同意。",
    "one_sided_change": "您可以随时修改您的资料。",
    "forced_bundle": "您拒绝提供位置的，该功能无法使用，不影响其他功能。",
    "cancellation_condition": "注销账号不需要提交任何证明材料。",
    "denied_rights": "对您合理的请求，我们不会收取任何费用。",
    "template_residue": "拨打139XXXX0000即可。",
    "vague_receiver": "未经您同意，我们不会与合作伙伴共享您的信息。",
    "vague_retention": "我们在必要的期限内保存，最长保存30天。",
    "download_promotion": "连接无线网络时，本软件会自动下载新版本更新。",
}


def present(policy: Policy) -> set[str]:
    return {each.id for each in policy.clauses if each.state == "present"}


def kinds(policy: Policy) -> set[str]:
    return {each.kind for each in policy.wording}


@pytest.mark.parametrize(("clause", "sentence"), CLAUSES.items())
def test_a_clause_is_recognised(read_text: Read, clause: str, sentence: str) -> None:
    assert clause in present(read_text(sentence))


@pytest.mark.parametrize(("clause", "sentence"), NOT_CLAUSES.items())
def test_a_clause_is_not_taken_for_what_only_sounds_like_it(read_text: Read, clause: str, sentence: str) -> None:
    assert clause not in present(read_text(sentence))


@pytest.mark.parametrize(("kind", "sentence"), WORDING.items())
def test_a_wording_is_recognised(read_text: Read, kind: str, sentence: str) -> None:
    assert kind in kinds(read_text(sentence))


@pytest.mark.parametrize(("kind", "sentence"), NOT_WORDING.items())
def test_a_fair_wording_is_left_alone(read_text: Read, kind: str, sentence: str) -> None:
    assert kind not in kinds(read_text(sentence))


def test_every_clause_and_wording_of_the_catalogue_is_tried(knowledge: Knowledge) -> None:
    assert {each.id for each in knowledge.clauses} == CLAUSES.keys()
    assert {each.id for each in knowledge.wording} == WORDING.keys()


def test_gaps_in_patterns_are_bounded_and_keep_inside_a_sentence(knowledge: Knowledge) -> None:
    open_ended = re.compile(r"(?<!\\)\.[*+]|\[\^[^\]]*\][*+]")
    patterns = [
        pattern
        for each in (*knowledge.clauses, *knowledge.wording)
        for group in ("headings", "strong", "medium", "anti", "patterns")
        for pattern in getattr(each, group, ())
    ]
    assert [pattern for pattern in patterns if open_ended.search(pattern)] == []
