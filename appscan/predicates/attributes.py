"""What the operator says of itself: facts that no scan can see, from the configuration."""

from typing import get_args

from appscan.checklist import Attribute
from appscan.facts import Facts
from appscan.scene import no, unknown, yes
from appscan.verdict import Verdict, predicate

NAMES: dict[str, tuple[str, str]] = {
    "has_accounts": ("应用有账号", "the app has accounts"),
    "serves_minors": ("应用面向未成年人", "the app serves minors"),
    "processes_over_10m": ("处理一千万人以上的个人信息", "personal information of more than ten million people"),
    "exports_data": ("向境外提供个人信息", "personal information is sent abroad"),
    "small_processor": ("属于小型个人信息处理者", "the operator is a small processor"),
    "large_platform": ("属于大型网络平台", "the operator is a large platform"),
    "finance": ("属于金融机构", "the operator is a financial institution"),
    "preinstalled": ("预置于终端", "the app is preinstalled on devices"),
}
assert set(NAMES) == set(get_args(Attribute))


@predicate("attribute.is")
def attribute_is(facts: Facts, *, name: Attribute, value: bool = True) -> Verdict:
    """The operator has said (in the configuration) that this holds of the app or of itself (`value`: or does not)."""
    zh, en = NAMES[name]
    given = facts.attributes.get(name)
    if given is None:
        return unknown(
            f"取决于是否“{zh}”：请在配置中用 {name} 说明",
            f"depends on whether {en}: say so with `{name}` in the configuration",
        )
    said = yes if given is value else no
    return said(f"配置说明：{'是' if given else '否'}（{zh}）", f"configuration: {name} = {str(given).lower()}")
