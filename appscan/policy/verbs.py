"""The verbs of a policy: who does what with information. Each with its place in a normalised sentence."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Act = Literal["collect", "use", "share", "permission"]

_VERBS = re.compile(
    r"(?P<share>(?:向|给|与|和|同|予)(?!您|你|用户|我们|本公司|其提供)[^,;:|]{1,30}?(?:提供|披露|共享|分享|发送|传输|转让)"
    r"|(?:提供|披露|共享|分享|传输|转让|转移|发送|出售|出租)(?:给|予|至)(?!您|你|我们)|[发传交](?:送|递)?给(?!您|你|我们)|对外(?:提供|披露)|共享|披露|转让|出售)"
    r"|(?P<permission>权限|(?:开启|打开|授权|允许)[^,;:|]{0,8}(?:访问|使用))"
    r"|(?P<collect>收集|采集|获取|读取|提取|查验|记录(?!仪)|上传|上报|填写|填入|填报|选填|必填|提交|录入|输入(?!法)|登记|核验|为(?:注册|登录|使用|提供)[^,;]{0,6}所必[需须]|扫描|监测|检测|窥探"
    r"|(?:我们|服务器|系统|平台|应用|软件|本行|我行|本院|本集团|本中心|公司)[^,;:|您]{0,10}(?:保存|存储|储存|查看|查询|存放|留存|得到|获得|取得|接收|收到|形成|产生|生成|拿到)"
    r"|(?:存放|保存|存储)(?:在|于|到)(?:我们|服务器|云端)|(?:您|你|用户)[^,;:|]{0,10}(?:完善|添加)|(?:会|将)(?:形成|产生|生成)|涉及(?!第三方)"
    r"|(?:配送|办理|结算|使用|申请|完成|开通|寄送|核验|收益时,)[^,;。|]{0,10}(?:还)?(?<![不无])需要(?!您|你|用户|开启|打开|授权|同意|注意|在|通过|经过)"
    r"|用(?=[^,;:|]{2,24}(?:登录|注册)(?![后时]))|以(?=[^,;:|]{2,12}(?:登录|注册|完成[^,;:|]{0,8}认证))|调用(?![^,;:|]{0,16}(?:权限|接口))"
    r"|(?<=不会)(?:留存|保存|存储|保留|查看)|(?<=不)(?:保存|存储|保留|查看)"
    r"|需要(?=(?:您|你|主播|用户|乘客|司机)的)"
    r"|(?:我们|应用|软件|app|sdk|伙伴|第三方|[将会能要])[^,;:|您]{0,10}访问|(?:您|你|用户)[^,;:|]{0,14}提供(?![给予至])"
    r"|(?:需要?|请|要求)(?:您|你|用户)[^,;:|]{0,6}提供|提供(?:您|你)的|(?<!无)需要?提供|(?:须|应当?|要求|规定)[^,;:|您]{0,10}(?:提供|填)(?![给予至])|(?<=无需|不必)提供)"
    r"|(?P<use>使用(?!的)|(?:根据|结合|依据|基于)(?=(?:您|你)的)|用[于到]|分析|处理|验证)"
)
_FOR_YOU = re.compile(r"(?:为|给|向)(?:您|你|用户)[^,;:|]{0,10}提供$")
_USERS_OWN = re.compile(
    r"(?:您|你|用户)(?:可以?|主动|自愿|自行|选择|公开|在[^,;]{0,15}|向[^,;]{0,15}|通过[^,;]{0,15})?$"
)
_FOREIGN = re.compile(
    r"未(?:经|获)(?:得|您|用户)?(?:的)?(?:授权|许可|允许|准许)的?$|(?:防止|避免|遭到|遭受|免遭)[^,;]{0,20}$"
)


_ON_DEVICE = re.compile(r"(?:由|在|通过)(?:您|你)的?(?:手机|设备|系统|终端)[^,;]{0,8}$")


class Verb(NamedTuple):
    """A verb phrase at text[start:end], its verb at `head`, and what it does."""

    start: int
    head: int
    end: int
    act: Act


def verbs(text: str) -> Iterator[Verb]:
    """The acts in a normalised sentence. Left out: services offered, what users publish, what attackers would do."""
    for found in _VERBS.finditer(text):
        before = text[max(0, found.start() - 30) : found.start()]
        act: Act = found.lastgroup  # type: ignore[assignment] # the groups are named after the acts
        if act == "collect" and _FOR_YOU.search(found.group()):
            continue
        if act in ("share", "use") and _USERS_OWN.search(before) and not found.group().startswith("用"):
            continue
        if act == "use" and _ON_DEVICE.search(before):
            continue
        if not _FOREIGN.search(before):
            head = found.start() if act == "permission" else max(found.start(), found.end() - 2)
            yield Verb(found.start(), head, found.end(), act)
