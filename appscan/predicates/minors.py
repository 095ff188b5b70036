"""Apps for minors: what their part of the policy tells, how guardians come in, whether there is a mode for minors."""

import re
from typing import Literal

from appscan.checklist import AppType
from appscan.facts import Bilingual, Evidence, Facts, Policy, Ui
from appscan.passages import Subject, passages, quoted, told, topic
from appscan.scene import no, quotes, unknown, yes
from appscan.verdict import Verdict, predicate

MINORS = Subject(
    Bilingual(zh="未成年人", en="minors"),
    re.compile(r"未成年|儿童|青少年|监护人|(?:14|十四)[^。]{0,3}周?岁|家长|minor|child|guardian"),
    re.compile(r"《[^》]{0,20}(?:未成年|儿童|青少年)[^》]{0,20}》"),
    "children",
)

Matter = Literal[
    "special_rules", "contact_person", "purpose", "kinds", "place", "period", "expiry", "safeguards", "refusal",
    "complaint", "access", "copy", "correct", "supplement", "delete", "withdraw", "reason", "portability", "change",
    "incident", "disclosure", "end_of_service", "identity", "face",
]  # fmt: skip
"""What the part on minors may deal with."""

TOPICS = {
    "special_rules": topic(
        "专门的儿童个人信息处理规则",
        "rules of their own for children's information",
        r"《[^》]{0,20}(?:未成年|儿童|青少年)[^》]{0,20}》"
        r"|(?:专门|单独)[^。]{0,16}(?:儿童|未成年人|青少年)[^。]{0,12}(?:规则|政策|协议|条款)"
        r"|(?:儿童|未成年人|青少年)[^。]{0,12}(?:专门|单独)[^。]{0,12}(?:规则|政策|协议|条款)"
        r"|(?:儿童|未成年人|青少年)(?:个人信息|隐私)(?:权)?(?:保护)?(?:规则|政策|声明|指引|协议|条款)",
    ),
    "contact_person": topic(
        "专人负责及其联系方式",
        "the person in charge and how to reach them",
        r"专人|专门(?:的)?(?:人员|部门|机构|团队|负责)|负责人|专员|指定[^。]{0,12}(?:负责|人员)",
    ),
    "purpose": topic("处理目的", "the purpose", r"用于|为了|目的|以便|用来"),
    "kinds": topic(
        "收集的范围", "what is collected", r"(?:收集|采集|获取|处理|填写)[^。]{0,60}(?:信息|资料|号码|姓名|昵称)"
    ),
    "place": topic(
        "存储地点", "where it is kept", r"境内|境外|(?:存储|保存|存放|储存)[^。]{0,20}(?:中国|服务器|本地|设备)"
    ),
    "period": topic(
        "存储期限",
        "for how long",
        r"期限|(?:保存|存储|保留|留存|储存)[^。]{0,24}(?:\d+ ?[天日年]|个月|最短|必要|期间|期内)",
    ),
    "expiry": topic(
        "到期后的处理方式",
        "what happens afterwards",
        r"(?:到期|期满|届满|期限[^。]{0,6}[后外]|超[出过][^。]{0,16}期限|不再需要)[^。]{0,40}(?:删除|匿名|销毁)",
    ),
    "safeguards": topic(
        "安全保障措施", "the safeguards", r"加密|安全(?:保障|保护|防护)?(?:技术)?措施|访问控制|去标识|最小授权|权限控制"
    ),
    "refusal": topic(
        "拒绝的后果",
        "what a refusal leads to",
        r"(?:不同意|拒绝|不提供)[^。]{0,40}(?:无法|不能|影响|停止|后果|仍可|仍然)",
    ),
    "complaint": topic(
        "投诉举报渠道",
        "where to complain",
        r"投诉|举报|联系我们|反馈|联系[^。]{0,24}(?:邮箱|电话|客服|@)|(?:邮箱|电话|拨打|致电)[^。]{0,6}[\da-z]",
    ),
    "access": topic("查阅", "access", r"查阅|查询|查看|访问"),
    "copy": topic("复制", "copies", r"复制|副本|导出"),
    "correct": topic("更正", "correction", r"更正|(?:修改|更改)[^。]{0,12}(?:信息|资料)"),
    "supplement": topic("补充", "additions", r"补充|完善|更新[^。]{0,12}信息"),
    "delete": topic("删除", "deletion", r"删除"),
    "withdraw": topic("监护人撤回同意", "how guardians withdraw consent", r"撤回|撤销|收回[^。]{0,6}(?:同意|授权)"),
    "reason": topic(
        "拒绝请求时书面说明理由",
        "that a refusal is given in writing with its reasons",
        r"(?:拒绝|不能满足|无法满足|不予|未能)[^。]{0,40}(?:理由|原因|书面)|书面[^。]{0,10}(?:告知|答复|说明)|说明理由",
    ),
    "portability": topic(
        "转移途径", "how information is moved", r"可携带|转移(?:至|到|给|的)?[^。]{0,24}(?:途径|指定|第三方|处理者)"
    ),
    "change": topic(
        "变更后再次征得同意",
        "that guardians are asked again after changes",
        r"(?:变更|变化|超出|更新|修订|改变)[^。]{0,60}(?:再次|重新|另行|征得|取得)[^。]{0,16}同意",
    ),
    "incident": topic(
        "信息泄露等事件的告知",
        "that those concerned are told of leaks",
        r"(?:泄露|泄漏|篡改|丢失|毁损|安全事件)[^。]{0,100}(?:告知|通知|报告|预案|补救)",
    ),
    "disclosure": topic(
        "不公开披露",
        "that it is not made public",
        r"(?:不会|不得|不|未经)[^。]{0,40}(?:披露|公开)|(?:披露|公开)[^。]{0,40}(?:同意|法律)",
    ),
    "end_of_service": topic(
        "停止运营时停止收集、删除并告知监护人",
        "what happens when the service ends",
        r"(?:停止|终止)[^。]{0,8}(?:运营|经营|提供|服务|产品)|停运|停服|下线",
    ),
    "identity": topic(
        "真实身份信息",
        "that true identities are asked for",
        r"实名|真实身份|身份证|身份信息[^。]{0,10}(?:认证|核验|验证)",
    ),
    "face": topic("人脸信息", "faces", r"人脸|面部|刷脸|生物识别|face"),
}

GUARDIAN = re.compile(
    r"(?:监护人|父母|家长)[^。]{0,40}(?:同意|授权|确认|许可|知情)|(?:同意|授权|确认)[^。]{0,20}(?:监护人|父母|家长)"
)
MODE = re.compile(r"(?:未成年人?|青少年|儿童|少儿|学生|家长|亲子)(?:守护|保护|护航|健康|监护)?(?:模式|平台)|防沉迷")
MODE_CLASS = re.compile(
    r"teen(?:ager)?s?_?mode|youth_?mode|minors?_?mode|(?:kids?|child)_?mode|anti_?addiction", re.IGNORECASE
)
MODE_TYPES = ("T03", "T04", "T18", "T27", "T28", "T29")
"""Messaging, communities, games, live streams, films and music, short videos."""


@predicate("minors.children_data")
def children_data(facts: Facts) -> Verdict:
    """The app knowingly handles data of those under fourteen: it serves minors, or its policy takes them in."""
    given = facts.attributes.get("serves_minors")
    if given:
        return yes("配置说明：应用面向未成年人", "configuration: the app serves minors")
    states = {each.id: each for each in facts.policy.clauses} if facts.policy else {}
    clause = states.get("under14_guardian")
    if clause and clause.state == "present":
        zh = "政策允许不满十四周岁者经监护人同意后使用"
        verdict = yes(zh, "the policy takes in those under fourteen with a guardian's consent", clause.evidence)
        return verdict._replace(cases=tuple(each._replace(confidence="tentative") for each in verdict.cases))
    if given is False and clause and clause.state == "absent":
        return no(
            "不面向未成年人，政策也没有接纳儿童", "the app does not serve minors, nor does the policy take them in"
        )
    zh = "取决于是否处理不满十四周岁者的信息：请在配置中用 serves_minors 说明"
    return unknown(zh, "depends on whether data of those under fourteen are handled: say so with `serves_minors`")


@predicate("minors.told")
def minors_told(policy: Policy, *, matters: tuple[Matter, ...]) -> Verdict:
    """The policy's part on minors deals with every one of some matters."""
    return told(policy, MINORS, TOPICS, matters)


@predicate("minors.guardian_step")
def guardian_step(ui: Ui) -> Verdict:
    """The app shows a text by which a guardian is told or agrees."""
    found = [each for each in ui.texts if GUARDIAN.search(each.text)]
    if found:
        zh, en = "应用界面有监护人同意的文字", "the app holds a text for a guardian's consent"
        return yes(zh, en, quotes(found))
    zh, en = (
        "应用界面没有告知监护人或请监护人同意的文字",
        "no text of the app tells guardians or asks for their consent",
    )
    return no(zh, en, (), "guardian", "firm", by_absence=True)


@predicate("minors.mode_expected")
def mode_expected(app_type: AppType) -> Verdict:
    """The app is of a type that must have a mode for minors: games, live streams, audio and video, social services."""
    said = yes if app_type.id in MODE_TYPES else no
    return said(f"应用类型：{app_type.name.zh}", f"the app's type: {app_type.name.en}")


@predicate("minors.mode")
def mode(ui: Ui, facts: Facts) -> Verdict:
    """The app shows, has a component for, or describes a mode for minors."""
    pieces = list(quotes(each for each in ui.texts if MODE.search(each.text)))
    components = facts.app.components if facts.app else ()
    named = (each for each in components if MODE_CLASS.search(each.name.rpartition(".")[2]))
    pieces.extend(Evidence(where=f"AndroidManifest.xml:{each.kind}", quote=each.name) for each in named)
    lines = passages(facts.policy, MINORS).own.lines if facts.policy else ()
    pieces.extend(quoted(each, found.start()) for each in lines if (found := MODE.search(each.text)))
    if pieces:
        zh, en = (
            "有未成年人模式的迹象；功能是否齐全需运行确认",
            "there are signs of a mode for minors; a run shows what it does",
        )
        return yes(zh, en, pieces)
    zh, en = (
        "界面、组件和政策都没有未成年人模式的迹象",
        "no text, component or policy passage speaks of a mode for minors",
    )
    return no(zh, en, (), "mode", "firm", by_absence=True)
