"""Face recognition: whether the app has it, what the policy tells of it, and whether users are pressed into it."""

import re
from typing import Literal

from appscan.facts import CONFIDENCES, Bilingual, Facts, Policy, SdkHit
from appscan.knowledge import Knowledge, Sdk
from appscan.passages import Line, Subject, passages, quoted, told, topic
from appscan.scene import case, no, proofs, scene, unknown, yes
from appscan.verdict import Case, Verdict, broken, predicate

MAX_SHOWN = 3
MAX_SUBJECT = 24
CAMERA = "android.permission.CAMERA"
OPERATOR = ("app", "we")

FACE = Subject(
    Bilingual(zh="人脸信息", en="faces"),
    re.compile(r"人脸|面部(?:特征|识别|图像|信息)|刷脸|活体|实人认证|face ?id|face recognition|facial"),
    re.compile(r"《[^》]{0,20}(?:人脸|刷脸|实人|面部|生物识别)[^》]{0,20}》"),
)

Matter = Literal[
    "purpose", "manner", "retention", "necessity", "impact", "rights", "separate_consent", "withdraw", "confined",
]  # fmt: skip
"""What the passages on faces may deal with."""

TOPICS = {
    "purpose": topic("处理目的", "the purpose", r"用于|为了|以便|目的|用来|核验|核实|验证|认证|登录|支付"),
    "manner": topic("处理方式", "the manner", r"采集|收集|拍摄|录制|比对|上传|传输|存储|识别|提供给"),
    "retention": topic(
        "保存期限",
        "for how long it is kept",
        r"期限|(?:保存|存储|保留|留存)[^。]{0,30}(?:\d+ ?[天日年]|个月|最短|必要|期间)"
        r"|(?:立即|即时|即刻|及时|后)[^。]{0,6}删除|不(?:会)?(?:保存|存储|留存|保留)",
    ),
    "necessity": topic(
        "处理的必要性", "why it is needed", r"必要|必须|必需|依法|法律|需要[^。]{0,24}(?:验证|核验|认证|识别)"
    ),
    "impact": topic("对个人权益的影响", "how it affects the person", r"影响|一旦|泄露|风险|危害|损害"),
    "rights": topic("行使权利的方式", "how rights are exercised", r"删除|撤回|撤销|查阅|更正|关闭|行使"),
    "separate_consent": topic(
        "单独同意", "separate consent", r"(?:单独|另行|专门|明示|逐项)[^。]{0,8}(?:同意|授权)|书面同意"
    ),
    "withdraw": topic("撤回同意的方式", "how consent is withdrawn", r"撤回|撤销|取消[^。]{0,6}授权|关闭|解除"),
    "confined": topic(
        "存于设备不外传，或传输前取得单独同意",
        "that it stays in the device, or is sent only after a separate consent",
        r"(?:本地|本机|设备|手机|终端)[^。]{0,16}(?:存储|保存|处理|比对|完成|识别|[内中])|不(?:会)?(?:上传|保存|存储|收集|获取)"
        r"|(?:单独|另行|专门|明示)[^。]{0,8}(?:同意|授权)",
    ),
}

OTHER_WAY = re.compile(
    r"(?:其他|其它|别的|替代|人工|短信|密码)[^。]{0,10}(?:方式|验证|途径|渠道|认证|登录)"
    r"|不(?:同意|使用|开通)[^。]{0,40}(?:不影响|仍可|仍然|也可)"
)
PRESSING = re.compile(
    r"(?:人脸|刷脸|面部识别|实人认证)[^。]{0,24}(?:才能|才可|方可|方能|否则)"
    r"|(?:必须|仅支持|只能|仅可)[^。]{0,16}(?:人脸|刷脸|面部识别)"
)


@predicate("face.used")
def used(sdks: tuple[SdkHit, ...], facts: Facts, knowledge: Knowledge) -> Verdict:
    """The app recognises faces: by an SDK for it, by its code, or by what its policy says it collects."""
    cases = [*_by_sdk(sdks, facts, knowledge), *_by_code(facts, knowledge), *_by_policy(facts)]
    if cases:
        return Verdict(holds=True, cases=tuple(cases))
    zh, en = (
        "未见人脸识别 SDK 或接口，政策也没有说收集人脸信息",
        "no SDK or API for faces was found, and the policy does not say that faces are collected",
    )
    return no(zh, en, by_absence=True)


def _by_sdk(sdks: tuple[SdkHit, ...], facts: Facts, knowledge: Knowledge) -> list[Case]:
    """SDKs for faces; a guess where the app may not use the camera: then the code may lie idle."""
    known: dict[str, Sdk] = {each.id: each for each in knowledge.sdks}
    camera = facts.app is None or any(each.name == CAMERA for each in facts.app.permissions)
    cases = []
    for hit in sdks:
        sdk = known.get(hit.id)
        if sdk is None or hit.stub or not (sdk.category == "face" or "face" in sdk.data_types):
            continue
        zh, en = f"应用嵌入了人脸识别 SDK：{sdk.name.zh}", f"the app embeds an SDK for faces: {sdk.name.en}"
        if not camera:
            zh, en = f"{zh}（未申请相机权限）", f"{en} (and does not ask for the camera)"
        confidence = hit.confidence if camera else CONFIDENCES[0]
        cases.append(case(zh, en, hit.evidence[:2], sdk.id, confidence))
    return cases


def _by_code(facts: Facts, knowledge: Knowledge) -> list[Case]:
    """Calls that find faces in pictures: perhaps to recognise them, perhaps only to frame them."""
    found = [each for each in scene(facts, knowledge).reaches if "face" in each.kinds]
    zh, en = "代码调用人脸检测接口", "the code calls an API that finds faces"
    return [case(zh, en, proofs(found), "face", "tentative")] if found else []


def _by_policy(facts: Facts) -> list[Case]:
    said = [
        each.evidence
        for each in (facts.policy.statements if facts.policy else ())
        if each.data_type == "face" and each.act == "collect" and each.actor in OPERATOR
        if not each.negated and not each.umbrella
    ]
    zh, en = "政策说明会收集人脸信息", "the policy says that faces are collected"
    return [case(zh, en, said, "policy", "firm")] if said else []


@predicate("face.told")
def face_told(policy: Policy, *, matters: tuple[Matter, ...]) -> Verdict:
    """The policy's passages on faces deal with every one of some matters."""
    return told(policy, FACE, TOPICS, matters)


@predicate("face.other_way")
def other_way(facts: Facts) -> Verdict:
    """The policy's passages on faces, or the app's texts on them, offer another way of proving who one is."""
    spoken = _spoken(facts)
    found = [quoted(each, match.start()) for each in spoken if (match := OTHER_WAY.search(each.text))]
    if found:
        zh, en = (
            "提供人脸以外的验证方式；是否同样便捷需运行确认",
            "another way is offered; a run shows whether it is as easy",
        )
        return yes(zh, en, found)
    if facts.policy is None or facts.gaps("policy"):
        return unknown("未提供或没有全部读到隐私政策", "no policy was given, or it could not all be read")
    zh, en = "政策和界面文字都没有人脸以外的验证方式", "neither policy nor texts offer another way than the face"
    return no(zh, en, map(quoted, spoken[:MAX_SHOWN]), "other_way", "firm", by_absence=True)


@predicate("face.not_pressed")
def not_pressed(facts: Facts) -> Verdict:
    """No text of the app or the policy says that something goes only with the face."""
    spoken = _spoken(facts)
    pressing = [quoted(each, match.start()) for each in spoken if (match := PRESSING.search(each.text))]
    cases = [
        case(
            f"文字要求必须通过人脸：“{each.quote}”；须确认可用其他方式",
            f"a text demands the face: “{each.quote}”; make sure that another way is open",
            (each,),
            each.quote[:MAX_SUBJECT],
            "tentative",
        )
        for each in dict.fromkeys(pressing)
    ]
    zh, en = "未见以人脸为唯一条件的文字", "no text makes the face the only way"
    return broken(cases, case(zh, en, map(quoted, spoken[:MAX_SHOWN])))


def _spoken(facts: Facts) -> list[Line]:
    """The sentences of the policy and the texts of the app that speak of faces."""
    lines = passages(facts.policy, FACE).own.lines if facts.policy else ()
    texts = [each for each in (facts.ui.texts if facts.ui else ()) if FACE.words.search(each.text)]
    return [*lines, *(Line(each.where, each.text) for each in texts)]
