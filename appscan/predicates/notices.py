"""What notices of the departments ask beside consent: lists, filing numbers, windows, removal, rewards, accounts."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from appscan.checklist import AppType
from appscan.facts import App, Bilingual, Code, Confidence, Endpoint, Evidence, Facts, PathContext, Ui
from appscan.knowledge import Category, Knowledge
from appscan.lifecycle import launchers
from appscan.provinces import PROVINCES
from appscan.runs import UNSEEN
from appscan.scene import (
    Scene,
    by_kind_and_owner,
    called,
    case,
    joined,
    no,
    proofs,
    quotes,
    scene,
    sure_of,
    unknown,
    yes,
)
from appscan.verdict import Verdict, broken, predicate

What = Literal["collected_list", "shared_list", "agreement", "renewal", "renewal_off", "tags"]

SHOWN: dict[What, tuple[str, str, str]] = {
    "collected_list": (
        (
            r"收集(?:的)?(?:个人)?信息(?:明示)?清单|个人信息(?:收集|采集|使用)?(?:明示)?清单|收集清单"
            r"|lists? of (?:the )?(?:personal )?(?:information|data) (?:we )?collect|data collection list"
        ),
        "已收集个人信息清单",
        "a list of the information collected",
    ),
    "shared_list": (
        (
            r"第三方.{0,12}(?:清单|目录|列表)|共享.{0,8}清单|sdk\s*(?:信息)?(?:清单|目录|列表)"
            r"|lists? of (?:the )?(?:personal )?(?:information|data) shared|(?:sdk|third.part(?:y|ies)) list"
        ),
        "与第三方共享个人信息清单",
        "a list of the information shared with third parties",
    ),
    "agreement": (
        r"(?:用户|服务|使用|软件)(?:服务|使用|注册|许可)?(?:协议|条款)|user agreement|terms of (?:service|use)",
        "用户协议或服务协议",
        "a user or service agreement",
    ),
    "renewal": (r"自动续(?:费|订|期)|连续包[月季年]|auto.?renew", "自动续费", "automatic renewal"),
    "renewal_off": (
        (
            r"(?:取消|关闭|退订|管理|终止|解约).{0,12}(?:自动续|连续包|续费|续订|订阅)"
            r"|(?:自动续|连续包|续费|续订).{0,20}(?:取消|关闭|退订|管理|解约)"
            r"|(?:cancel|turn off|manage).{0,24}(?:renew|subscription)|renew.{0,24}(?:cancel|turn(?:ed)? off)"
        ),
        "取消自动续费的途径",
        "a way to cancel automatic renewal",
    ),
    "tags": (
        (
            r"(?:选择|删除|管理|清除|修改|关闭).{0,15}(?:标签|画像)|(?:标签|画像).{0,15}(?:选择|删除|管理|清除|修改|关闭)"
            r"|(?:delete|choose|manage|clear).{0,24}(?:interest|profile|tag)"
        ),
        "选择或删除用户标签的功能",
        "a way to choose or delete tags of one's profile",
    ),
}
AROUND = 20
"""Characters of a policy shown on each side of what was found in it."""

ADS = "ads"
LISTEN = "Landroid/hardware/SensorManager;->registerListener"
SHAKE = re.compile(r"shake(?!r|[ -]?speare)|twist(?!er)|yaoyiyao", re.IGNORECASE)
ADMIN = "android.app.action.DEVICE_ADMIN_ENABLED"
REWARD = r"红包|奖励|奖金|积分|金币|现金|返现|抽奖|领取|福利|cash|coupon|bonus|prize|reward"
ASKED = {
    "identity": r"实名|身份证|人脸|刷脸|面部识别|声纹|指纹|id card|face (?:scan|recognition)|fingerprint",
    "permissions": r"权限|授权|通讯录|定位|通话记录|permission|contacts|location",
}
LURES = {
    key: re.compile(rf"(?:{REWARD}).{{0,30}}(?:{words})|(?:{words}).{{0,30}}(?:{REWARD})", re.IGNORECASE)
    for key, words in ASKED.items()
}
SENSORS = ("camera_image", "audio_recording")
UNCHOSEN: tuple[PathContext, ...] = ("start", *UNSEEN)
LOGIN_CLASS = re.compile(r"(?:login|signin|signup|register)\w*$", re.IGNORECASE)
LOGIN_TEXT = re.compile(r"登录|登陆|注册|账号|帐号|账户|log ?in|sign ?(?:in|up)", re.IGNORECASE)

FILED = re.compile(r"[\u4e00-\u9fff]\s?ICP\s?备\s?\d{5,10}\s?号?(?:\s?[-－–—]\s?\d{1,4}\s?[A-Z]?)?", re.IGNORECASE)
FORM = re.compile(rf"[{''.join(PROVINCES)}]ICP备\d{{6,10}}号-\d{{1,4}}A")
"""An app's own number: the register's province, the operator's number, a serial number, and A for an app."""

REGISTER = "beian.miit.gov.cn"


def _embedded(facts: Facts, knowledge: Knowledge, *categories: Category) -> Bilingual:
    """The names of the app's SDKs of some categories."""
    found = {each.id for each in facts.sdks or () if not each.stub}
    return joined(each.name for each in knowledge.sdks if each.id in found and each.category in categories)


@predicate("notices.shows")
def shows(ui: Ui, facts: Facts, *, what: What, clauses: tuple[str, ...] = ()) -> Verdict:
    """A text of the app, or the policy, speaks of something (`what`), or the policy has one of some clauses."""
    pattern, zh, en = SHOWN[what]
    wanted = re.compile(pattern, re.IGNORECASE)
    states = [each for each in (facts.policy.clauses if facts.policy else ()) if each.id in clauses]
    found = [*quotes(each for each in ui.texts if wanted.search(each.text)), *_said(facts, wanted)]
    found += [piece for each in states if each.state == "present" for piece in each.evidence]
    if found or any(each.state == "present" for each in states):
        return yes(f"应用或政策中有：{zh}", f"the app or its policy has {en}", found)
    if facts.policy is None or facts.gaps("policy") or any(each.state in ("elsewhere", "unknown") for each in states):
        text = f"应用文字中没有{zh}；未提供或没有全部读到隐私政策（--policy）"
        return unknown(text, f"no text of the app has {en}, and the policy was not given or not all read (--policy)")
    return no(f"应用和政策中都没有：{zh}", f"neither the app nor its policy has {en}", (), what, by_absence=True)


def _said(facts: Facts, wanted: re.Pattern[str]) -> list[Evidence]:
    """The first place in the policy that matches."""
    policy = facts.policy
    hit = wanted.search(policy.text) if policy else None
    if policy is None or hit is None or not policy.documents:
        return []
    quote = " ".join(policy.text[max(0, hit.start() - AROUND) : hit.end() + AROUND].split())
    return [Evidence(where=policy.documents[0].path, quote=quote)]


@predicate("notices.no_shaking")
def no_shaking(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """No advertising SDK listens to motion sensors or holds screens for shaking and twisting."""
    view = scene(facts, knowledge)
    names = {each.id: view.sdks[each.id] for each in facts.sdks or () if each.id in view.sdks and not each.stub}
    adverts = {key: sdk for key, sdk in names.items() if sdk.category == ADS}
    cases = []
    for key, sdk in sorted(adverts.items()):
        listening, named = _listens(view, code, key), _shakes(facts, code, key)
        if listening or named:
            zh = f"广告 SDK {sdk.name.zh} " + ("监听运动传感器" if listening else "含“摇一摇”类组件")
            en = f"the advertising SDK {sdk.name.en} " + ("listens to motion sensors" if listening else "can be shaken")
            zh += "；须确认摇动、扭动不会误触跳转，或在接入时关闭"
            en += ": make sure that no slight movement opens an advert, or switch this off"
            cases.append(case(zh, en, (*listening, *named), key, "firm" if listening else "tentative"))
    listed = joined(each.name for each in adverts.values())
    zh = f"含广告 SDK：{listed.zh}；未见其监听运动传感器" if adverts else "未见广告 SDK"
    en = f"advertising SDKs: {listed.en}; none listens to motion sensors" if adverts else "no advertising SDK"
    zh, en = f"{zh}；开屏与弹窗能否关闭需运行确认", f"{en}; a run shows whether windows can be closed"
    shown = [hit.evidence[0] for hit in facts.sdks or () if hit.id in adverts and hit.evidence]
    return broken(cases, case(zh, en, shown))


def _listens(view: Scene, code: Code, sdk: str) -> list[Evidence]:
    calls = (each for each in code.calls if each.api == LISTEN and view.attributor.owner(each.caller).sdk == sdk)
    return [called(each) for each in calls]


def _shakes(facts: Facts, code: Code, sdk: str) -> list[Evidence]:
    """Classes of an SDK that by their names are about shaking."""
    prefixes = next((each.prefixes for each in facts.sdks or () if each.id == sdk), ())
    return [
        Evidence(where=code.class_files.get(package, ("classes.dex",))[0], quote=f"{package}.{name}")
        for package, names in code.classes.items()
        if any(package == each or package.startswith(f"{each}.") for each in prefixes)
        for name in names
        if SHAKE.search(name)
    ]


@predicate("notices.easily_removed")
def easily_removed(app: App) -> Verdict:
    """The app has an icon with a name on the home screen, and is no device administrator, so that it can be removed."""
    cases = []
    if app.label and not any(char.isprintable() and not char.isspace() for char in app.label):
        label = (Evidence(where="AndroidManifest.xml:application", quote=f"android:label={app.label!r}"),)
        cases.append(case("应用名称为空白", "the app's name is blank", label, "label"))
    if any(each.kind == "activity" for each in app.components) and not launchers(app):
        text = "没有带 LAUNCHER 类别的启动页面，桌面上看不到图标"
        cases.append(case(text, "no activity has the category LAUNCHER: there is no icon", (), "icon", "tentative"))
    admins = [each for each in app.components if any(ADMIN in part.actions for part in each.filters)]
    if admins:
        proof = [Evidence(where=f"AndroidManifest.xml:{each.kind}", quote=each.name) for each in admins]
        zh, en = "声明了设备管理器；激活后须先停用才能卸载", "a device administrator: once active, it blocks removal"
        cases.append(case(zh, en, proof, "device_admin", "firm"))
    zh, en = f"有名称“{app.label}”和桌面图标", f"there is an icon, with the name “{app.label}”"
    return broken(cases, case(zh, en))


@predicate("notices.nothing_for_reward")
def nothing_for_reward(
    ui: Ui, facts: Facts, knowledge: Knowledge, *, asked: Literal["identity", "permissions"]
) -> Verdict:
    """No text of the app couples a reward with identity papers and biometrics, or with a permission (`asked`)."""
    found = [each for each in ui.texts if LURES[asked].search(each.text)]
    kinds = _embedded(facts, knowledge, "face", "identity", "ocr")
    shown = asked == "identity" and kinds.zh
    also = (f"；含人脸或证件识别 SDK：{kinds.zh}", f"; SDKs for faces or papers: {kinds.en}") if shown else ("", "")
    what = ("身份信息", "identity data") if asked == "identity" else ("授权", "a permission")
    if found:
        zh, en = f"以奖励引导提供{what[0]}：“{found[0].text}”", f"a reward for {what[1]}: “{found[0].text}”"
        return no(zh + also[0], en + also[1], quotes(found), f"reward:{asked}", "tentative")
    zh, en = f"未见以奖励换取{what[0]}的文字", f"no text offers a reward for {what[1]}"
    return yes(zh + also[0], en + also[1], by_absence=True)


@predicate("notices.sensors_on_choice")
def sensors_on_choice(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """Camera and microphone are not reached from the app's start, services, receivers, jobs or timers."""
    view = scene(facts, knowledge)
    found = [
        each
        for each in view.reaches
        if each.kind in SENSORS and any(view.runs.path(each.caller, context) for context in UNCHOSEN)
    ]
    cases = []
    for subject, reaches in by_kind_and_owner(found).items():
        name, who = view.kind_name(reaches[0].kind), view.who(reaches[0].owner)
        zh = f"{who.zh}在启动或后台代码中读取“{name.zh}”；须确认仅在用户选择该功能时进行"
        en = f"{who.en} reads {name.en} at the start or in the background: make sure that the user chose to"
        cases.append(case(zh, en, proofs(reaches), subject, sure_of(reaches)))
    return broken(
        cases, case("启动与后台代码未调用相机、麦克风", "neither start nor background uses camera or microphone")
    )


@predicate("notices.type_needs_nothing")
def type_needs_nothing(app_type: AppType) -> Verdict:
    """The app is of one of the 13 types whose basic function needs no personal information."""
    if app_type.none_needed:
        return yes(f"{app_type.name.zh}无须个人信息", f"{app_type.name.en}: no personal information is needed")
    return no(f"{app_type.name.zh}列有必要个人信息", f"{app_type.name.en}: some information is necessary")


@predicate("notices.no_login_at_entry")
def no_login_at_entry(app: App, facts: Facts, knowledge: Knowledge) -> Verdict:
    """The screen that opens first is not a login screen."""
    first = [each for each in launchers(app) if _is_login(each)]
    cases = [
        case(
            f"启动页面就是登录页面：{each}",
            f"the first screen is one for logging in: {each}",
            (Evidence(where="AndroidManifest.xml:activity", quote=each),),
            "login",
            "tentative",
        )
        for each in first
    ]
    kinds = _embedded(facts, knowledge, "one-tap-login")
    zh = "启动页面不是登录页面" + (f"；含一键登录 SDK：{kinds.zh}" if kinds.zh else "")
    en = "the first screen is not one for logging in" + (f"; one-tap login: {kinds.en}" if kinds.en else "")
    return broken(cases, case(zh, en))


@predicate("notices.has_accounts")
def has_accounts(facts: Facts) -> Verdict:
    """The app has user accounts: the operator says so, or a screen or text for logging in shows it."""
    said = facts.attributes.get("has_accounts")
    if said is not None:
        answer = yes if said else no
        return answer(f"配置说明：账号{'有' if said else '无'}", f"configuration: has_accounts = {str(said).lower()}")
    if facts.app is None or facts.ui is None:
        return unknown("安装包没有全部读到", "the package could not all be read")
    screens = [each.name for each in facts.app.components if each.kind == "activity" and _is_login(each.name)]
    shown = [Evidence(where="AndroidManifest.xml:activity", quote=each) for each in screens]
    shown += quotes(each for each in facts.ui.texts if LOGIN_TEXT.search(each.text))
    if shown:
        return yes("应用有登录或账号功能", "the app has a login or accounts", shown)
    return no("未见账号功能", "no sign of user accounts", by_absence=True)


def _is_login(name: str) -> bool:
    return bool(LOGIN_CLASS.search(name.rpartition(".")[2].removesuffix("Activity")))


def _numbers(facts: Facts, knowledge: Knowledge) -> Iterator[tuple[str, Evidence]]:
    """Filing numbers that the app or its policy shows; those in an SDK's code are its maker's."""
    view = scene(facts, knowledge)
    for each in facts.network.filings if facts.network else ():
        if not each.caller or view.attributor.owner(each.caller).kind != "sdk":
            yield each.number, Evidence(where=each.where, quote=each.text)
    if facts.policy and facts.policy.documents:
        where = facts.policy.documents[0].path
        yield from ((number, Evidence(where=where, quote=number)) for number in _written(facts.policy.text))


def _written(text: str) -> Iterator[str]:
    """Numbers in a text, in their normal form."""
    for each in FILED.findall(text):
        yield re.sub(r"[－–—]", "-", "".join(each.split())).upper()


@predicate("notices.filing_shown")
def filing_shown(facts: Facts, knowledge: Knowledge) -> Verdict:
    """The app shows its own filing number (suffix A), the one that the configuration names where it names one."""
    if facts.network is None and facts.ui is None:
        return unknown("安装包没有全部读到", "the package could not all be read")
    shown = list(_numbers(facts, knowledge))
    own = [(number, proof) for number, proof in shown if FORM.fullmatch(number)]
    given = facts.filing_number.strip()
    if given and not FORM.fullmatch(given):
        zh = f"配置的备案号“{given}”不是App备案号的格式（应为 京ICP备12345678号-2A 一类）"
        en = f"the filing number of the configuration, {given}, is not in the form of an app's (京ICP备12345678号-2A)"
        return no(zh, en, (proof for _, proof in shown), "form", "firm")
    if given and own and given not in {number for number, _ in own}:
        zh, en = f"显示的备案号与配置的 {given} 不同", f"the number that is shown is not {given}, as configured"
        return no(zh, en, (proof for _, proof in own), "other", "firm")
    if own:
        zh, en = f"显示了App备案号 {own[0][0]}", f"the app's filing number is shown: {own[0][0]}"
        return yes(
            f"{zh}；须与备案系统核对主体与名称",
            f"{en}; compare operator and name with the register",
            (p for _, p in own),
        )
    return _unfiled(facts, shown, given)


def _unfiled(facts: Facts, shown: list[tuple[str, Evidence]], given: str) -> Verdict:
    """No number of an app is shown: perhaps a website's, perhaps none."""
    if shown:
        pages = {each.path for each in facts.policy.documents} if facts.policy else set()
        # The foot of a web page has the website's own number, and rightly so.
        sureness: Confidence = "tentative" if all(proof.where in pages for _, proof in shown) else "firm"
        zh = f"显示的是网站备案号（{shown[0][0]}），缺少App的序号和字母A"
        en = f"what is shown is a website's number ({shown[0][0]}): it lacks the app's serial number and letter A"
        return no(zh, en, (proof for _, proof in shown), "website", sureness)
    if facts.policy is None and not given:
        zh, en = "应用中没有备案号；未提供隐私政策", "the app shows no filing number; no policy was given"
        return unknown(f"{zh}（--policy）", f"{en} (--policy)")
    zh, en = "应用和政策中没有备案号", "neither the app nor its policy shows a filing number"
    return no(zh, en, (), "filing", "tentative", by_absence=True)


@predicate("notices.filing_linked")
def filing_linked(facts: Facts) -> Verdict:
    """The app or its policy links to the register of filings."""
    if facts.network is None and facts.ui is None:
        return unknown("安装包没有全部读到", "the package could not all be read")
    found = [Evidence(where=each.where, quote=each.url) for each in _endpoints(facts) if each.host == REGISTER]
    found += quotes(each for each in (facts.ui.texts if facts.ui else ()) if REGISTER in each.text)
    found += _said(facts, re.compile(re.escape(REGISTER)))
    if found:
        return yes(
            "有备案系统的链接；是否在备案号下方需查看界面",
            "the register is linked; see whether below the number",
            found,
        )
    if facts.policy is None:
        zh, en = f"应用中没有备案系统网址 {REGISTER}", f"the app does not link to {REGISTER}"
        return unknown(f"{zh}；未提供隐私政策（--policy）", f"{en}; no policy was given (--policy)")
    text = f"应用和政策中没有备案系统网址 {REGISTER}"
    return no(text, f"neither the app nor its policy links to {REGISTER}", (), "link", "tentative", by_absence=True)


def _endpoints(facts: Facts) -> Iterable[Endpoint]:
    return facts.network.endpoints if facts.network else ()
