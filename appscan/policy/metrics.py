"""How long and how readable a policy is."""

import re
from collections.abc import Sequence

from appscan.policy.normalise import visible_characters
from appscan.policy.sentences import Unit

_JARGON = re.compile(
    r"去标识化|匿名化|数据控制者|个人信息处理者|假名化|哈希|加密算法|信标|像素标签|token|cookie|api|ssl|tls|https|imei|imsi|oaid"
    r"|android_?id|idfa|mac地址|ssid|bssid|标识符|日志|协议栈|个人信息主体|自动化决策|数据画像|豁免|管辖|权利瑕疵"
)


def metrics(units: Sequence[Unit]) -> dict[str, float]:
    """Figures: characters (blanks not counted), sentences, headings, rows, mean and longest sentence, jargon_share.

    `jargon_share`: the share of sentences with a legal or technical term that few users know.
    """
    sizes = [visible_characters(unit.sentence.text) for unit in units]
    prose = [unit for unit in units if unit.block.kind in ("paragraph", "item")]
    lengths = [size for size, unit in zip(sizes, units, strict=True) if unit.block.kind in ("paragraph", "item")]
    jargon = sum(bool(_JARGON.search(unit.norm)) for unit in prose)
    return {
        "characters": float(sum(sizes)),
        "sentences": float(len(prose)),
        "headings": float(sum(unit.block.kind == "heading" for unit in units)),
        "rows": float(sum(unit.block.kind == "row" for unit in units)),
        "mean_sentence_length": round(sum(lengths) / len(lengths), 1) if lengths else 0.0,
        "longest_sentence": float(max(lengths, default=0)),
        "jargon_share": round(jargon / len(prose), 3) if prose else 0.0,
    }
