"""A wrong checklist is an error that names file, line and fault, before any scan."""

from pathlib import Path

import pytest

from appscan.catalogue import store
from appscan.errors import ChecklistError
from tests.conftest import ROOT, Run

ITEM = """\
id: MY-1
document: pipl
clause: 第七条
title: {zh: 甲, en: A}
question: {zh: 甲, en: A}
severity: high
severity_reason: It matters.
decision: assisted
why: {zh: 甲, en: A}
fix: {zh: 甲, en: A}
look: {zh: 甲, en: A}
require: {app.target_sdk: {at_least: 23}}
examples:
  - {outcome: pass, facts: {app: {target_sdk: 30}}}
  - {outcome: fail, facts: {app: {target_sdk: 20}}}
"""
SDK = """\
id: my-sdk
name: {zh: 甲, en: A}
category: push
signatures: {classes: [com.my.sdk]}
examples: {match: [com.my.sdk.Push], no_match: [com.my.sdkx.Push]}
"""


def folder(path: Path, **files: str) -> Path:
    places = {"item": "items/pipl/MY-1.yaml", "sdk": "sdks/my-sdk.yaml", "api": "apis/my.yaml"}
    for kind, text in files.items():
        target = path / places[kind]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return path


def build(path: Path) -> None:
    store.build([ROOT / "checklists", path])


def test_an_overlay_adds_and_replaces(tmp_path: Path) -> None:
    found = store.build([ROOT / "checklists", folder(tmp_path, item=ITEM, sdk=SDK)])
    assert "MY-1" in {item.id for item in found.checklist.items}
    assert "my-sdk" in {sdk.id for sdk in found.knowledge.sdks}
    replaced = (ROOT / "checklists/items/cac-191-2019/A191-3-7.yaml").read_text(encoding="utf-8")
    target = tmp_path / "items/cac-191-2019/A191-3-7.yaml"
    target.parent.mkdir(parents=True)
    target.write_text(replaced.replace("severity: high", "severity: low"), encoding="utf-8")
    again = store.build([ROOT / "checklists", tmp_path])
    assert next(item.severity for item in again.checklist.items if item.id == "A191-3-7") == "low"
    assert len(again.checklist.items) == len(found.checklist.items)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("severity: high", "severity: hight", 6, "Invalid enum value 'hight'"),
        ("severity: high", "severety: high", 6, "unknown field `severety`"),
        ("clause: 第七条", "id: MY-1", 3, "the key `id` stands twice"),
        ("document: pipl", "document: nowhere", 2, "no document is called `nowhere`"),
        ("id: MY-1", "id: MY-2", 1, "not the file's name"),
        ("app.target_sdk", "app.target", 12, "no predicate is called `app.target`"),
        ("at_least: 23", "at_most: 23", 12, "has no argument `at_most`"),
        ("at_least: 23", "at_least: new", 12, "Expected `int`"),
        ("{at_least: 23}", "{}", 12, "needs `at_least`"),
        ("  - {outcome: fail, facts: {app: {target_sdk: 20}}}\n", "", 1, "one that breaks"),
        ("decision: assisted", "decision: manual", 8, "a manual item has no `require`"),
        ("title: {zh: 甲, en: A}", "title: &t {zh: 甲, en: A}\nnote: *t", 4, "anchors and aliases are not used"),
        ("why: {", "why: [", 9, "not YAML"),
    ],
)
def test_a_fault_in_an_item_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in ITEM
    with pytest.raises(ChecklistError) as caught:
        build(folder(tmp_path, item=ITEM.replace(old, new)))
    message = str(caught.value)
    assert f"MY-1.yaml:{line}: " in message
    assert said in message


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"sdk": SDK.replace("com.my.sdk]", "cn.jpush.android]")}, "belongs to `"),
        ({"sdk": SDK + "data_types: [no_such_type]\n"}, "no data type or behaviour is called `no_such_type`"),
        ({"sdk": SDK + "part_of: [no-such-sdk]\n"}, "no SDK is called `no-such-sdk`"),
        (
            {"sdk": SDK + "permissions: [android.permission.NONE]\n"},
            "no permission is called `android.permission.NONE`",
        ),
        ({"sdk": SDK + "sources: [XYZ]\n"}, "no source is called `XYZ`"),
        ({"sdk": SDK + "data_types: [oaid]\n"}, "has no `data_types_source`"),
        ({"sdk": SDK + "policy_names: [极光推送]\n"}, "`极光推送` names jpush as well: mark it in `shared_names`"),
        ({"sdk": SDK + "shared_names: [无人共用]\n"}, "`无人共用` is this SDK's alone"),
        ({"sdk": SDK.replace("com.my.sdk]", "cn.jpush.android.mine]")}, "lies inside one of `jpush`"),
        ({"sdk": SDK.replace("com.my.sdk]", "com.my.sdk], inside: [jpush]")}, "no prefix of `my-sdk` lies inside"),
        ({"sdk": SDK + "switches: [{kind: start, method: com.my.sdk.init}]\n"}, "is no method such as"),
        ({"sdk": SDK + "switches: [{kind: start, method: Lcom/other/A;->init}]\n"}, "belongs to `no SDK`"),
        ({"sdk": SDK + "switches: [{kind: start}]\n"}, "needs a `method` or a `meta_data` key"),
        ({"sdk": SDK + "probes: [{artifact: 'a:b', meta_data: c}]\n"}, "needs exactly one of"),
        ({"sdk": SDK + "probes: [{meta_data: c, pattern: '('}]\n"}, "is no regular expression"),
        ({"sdk": SDK + "probes: [{meta_data: c, pattern: 'v1'}]\n"}, "no group that holds the version"),
        ({"sdk": SDK + "known_bad: [{below: new, reason: {zh: 因, en: w}, source: 'VD:x'}]\n"}, "`new` is no version"),
        ({"sdk": SDK.replace("com.my.sdkx.Push", "com.my.sdk.Push")}, "`com.my.sdk.Push` is taken for this SDK"),
        ({"api": "entries: [{kind: api, target: com.my.Api, member: get, data_types: [oaid]}]"}, "no class descriptor"),
        ({"api": "entries: [{kind: api, target: Lcom/my/Api;, data_types: [oaid]}]"}, "needs a `member`"),
    ],
)
def test_a_fault_in_the_knowledge_is_named(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(ChecklistError, match=said):
        build(folder(tmp_path, **files))


def test_an_overlap_may_be_declared_by_either_side_and_a_name_shared_by_one(tmp_path: Path) -> None:
    wide = SDK.replace("com.my.sdk]", "cn.jpush], around: [jcore, jmessage, jpush]")
    wide = wide.replace("com.my.sdk.Push", "cn.jpush.Push")
    found = store.build([ROOT / "checklists", folder(tmp_path, sdk=wide + "shared_names: [极光推送]\n")])
    assert "my-sdk" in {sdk.id for sdk in found.knowledge.sdks}


def test_what_a_folder_of_ones_own_adds_and_replaces_is_told(tmp_path: Path) -> None:
    text = (ROOT / "checklists/sdks/jpush.yaml").read_text(encoding="utf-8")
    (folder(tmp_path, sdk=SDK) / "sdks/jpush.yaml").write_text(text, encoding="utf-8")
    found = store.build([ROOT / "checklists", tmp_path]).knowledge
    assert (found.added, found.replaced) == (("sdks/my-sdk",), ("sdks/jpush",))
    assert store.build([ROOT / "checklists"]).knowledge.added == ()


def test_every_switch_of_an_sdk_is_sought_in_code() -> None:
    found = store.build([ROOT / "checklists"]).knowledge
    apis = {(api.target, api.member): api.data_types for api in found.apis}
    umeng = "Lcom/umeng/commonsdk/UMConfigure;"
    assert apis[umeng, "preInit"] == ("behavior:consent_gate",)
    assert apis[umeng, "init"] == ("behavior:sdk_init",)


def test_a_stray_file_or_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sdk").mkdir()
    with pytest.raises(ChecklistError, match="not one of"):
        build(tmp_path)


def test_an_sdk_example_that_does_not_hold_is_told_by_validate(appscan: Run, tmp_path: Path) -> None:
    wrong = SDK.replace("match: [com.my.sdk.Push]", "match: [com.other.Push]")
    done = appscan("checklists", "validate", "--checklists", folder(tmp_path / "mine", sdk=wrong))
    assert done.returncode == 2
    assert "`com.other.Push` is not taken for this SDK" in done.stderr


@pytest.mark.parametrize(
    ("top", "text", "fault"),
    [
        ("callbacks", "{type: java.lang.Runnable, methods: [run], kind: x}", "is no class descriptor"),
        ("callbacks", "{type: La/B;, methods: ['run('], kind: x}", "is no name such as"),
        ("gates", "{type: a.B, member: get, action: read, key: 1}", "is no class descriptor"),
        ("repeaters", "{type: a.B, member: set, kind: timer}", "is no class descriptor"),
        ("system-starts", "{action: a.B, component: activity}", "activity"),
    ],
)
def test_a_fault_in_what_paths_rest_on_is_named(appscan: Run, tmp_path: Path, top: str, text: str, fault: str) -> None:
    mine = tmp_path / "mine" / top
    mine.mkdir(parents=True)
    (mine / "my.yaml").write_text(f"entries:\n  - {text}\n", encoding="utf-8")
    done = appscan("checklists", "validate", "--checklists", tmp_path / "mine")
    assert done.returncode == 2
    assert fault in done.stderr


def test_an_item_example_that_does_not_hold_is_told_by_validate(appscan: Run, tmp_path: Path) -> None:
    wrong = ITEM.replace("target_sdk: 20", "target_sdk: 29")
    done = appscan("checklists", "validate", "--checklists", folder(tmp_path / "mine", item=wrong))
    assert done.returncode == 2
    assert "example 2" in done.stderr


def test_an_edit_is_never_missed_by_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    mine = folder(tmp_path / "mine", item=ITEM)
    first = store.load([mine])
    assert store.load([mine]) == first
    folder(mine, item=ITEM.replace("severity: high", "severity: low"))
    severities = {item.id: item.severity for item in store.load([mine]).checklist.items}
    assert severities["MY-1"] == "low"


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert store.load([folder(tmp_path / "mine", item=ITEM)]).checklist.items


@pytest.mark.parametrize(
    ("path", "text", "line", "fault"),
    [
        ("permissions/my", "entries:\n  - {name: a.B, level: normal}\n", 2, "`a.B` has no Chinese name"),
        ("permissions/my", "entries:\n  - {name: a.B, level: norml, shown: false}\n", 2, "Invalid enum value 'norml'"),
        (
            "permissions/my",
            "entries:\n  - {name: android.permission.A, level: normal, shown: false, since: Q}\n",
            2,
            "`Q` is no API level such as `33`",
        ),
        (
            "permissions/my",
            "entries:\n  - name: a.B\n    level: normal\n    shown: false\n    levels: [{since: 4, level: normal}]\n",
            5,
            "needs at least two steps, of which the last is `normal`",
        ),
        (
            "permissions/my",
            (
                "entries:\n  - name: a.B\n    level: normal\n    shown: false\n"
                "    levels: [{since: 9, level: special}, {since: 8, level: normal}]\n"
            ),
            5,
            "8 does not change what holds since 9",
        ),
        (
            "apis/my",
            "entries:\n  - kind: uri\n    target: content://a\n    data_types: [oaid]\n    permission: a.B / a.C\n",
            5,
            "no permission is called `a.B`",
        ),
        (
            "apis/my",
            "entries:\n  - {kind: uri, target: content://a, data_types: [oaid], verified: sure}\n",
            2,
            "Invalid enum value 'sure'",
        ),
        (
            "data-types/my_type",
            "id: my_type\nname: {zh: 甲, en: A}\nsensitivity: personal\nwords:\n  zh: [IMEI]\n",
            5,
            "`imei` names imei_meid as well: mark it in `shared`",
        ),
        (
            "data-types/my_type",
            "id: my_type\nname: {zh: 甲, en: A}\nsensitivity: personal\nwords: {zh: [甲子], shared: [乙丑]}\n",
            4,
            "`乙丑` is not one of its words",
        ),
        (
            "data-types/my_type",
            "id: my_type\nname: {zh: 甲, en: A}\nsensitivity: personal\nsensitive_35273: true\nwords: {zh: [甲子]}\n",
            3,
            "`sensitive` rests on",
        ),
        (
            "data-types/my_type",
            "id: my_type\nname: {zh: 甲, en: A}\nsensitivity: personal\ncategory: 设备信息\nwords: {zh: [甲子]}\n",
            4,
            "Invalid enum value '设备信息'",
        ),
        ("umbrellas/my", "entries:\n  - {words: [设备信息], covers: [oaid]}\n", 2, "stands under two umbrellas"),
        ("umbrellas/my", "entries:\n  - {words: [IMEI], covers: [oaid]}\n", 2, "is a word of imei_meid"),
        (
            "packers/my",
            "id: my\nname: {zh: 甲, en: A}\nkind: packer\nimpact: full\nnative_libraries: [libmy.so]\n",
            1,
            "needs a name that matches and a near miss",
        ),
        (
            "packers/my",
            (
                "id: my\nname: {zh: 甲, en: A}\nkind: packer\nimpact: full\nnative_libraries: [libmy*.so]\n"
                "examples:\n  match: [libmy.so]\n  no_match: [libmyth.so]\n"
            ),
            8,
            "`libmyth.so` is taken for this packer",
        ),
        (
            "packers/my",
            (
                "id: my\nname: {zh: 甲, en: A}\nkind: packer\nimpact: full\nassets: ['assets/*.dat']\n"
                "examples: {match: [assets/a.dat], no_match: [a.txt]}\n"
            ),
            1,
            "`assets/*.dat` fits nearly any app",
        ),
        ("packers/my", "id: my\nname: {zh: 甲, en: A}\nkind: shell\nimpact: full\n", 3, "Invalid enum value 'shell'"),
        (
            "domains/my",
            "entries:\n  - domain: a.example\n    operator: A\n    country: UK\n",
            4,
            "`UK` is no country code of ISO 3166",
        ),
        ("domains/my", "entries:\n  - {domain: A.example, operator: A, country: CN}\n", 2, "is no host"),
        ("domains/my", "entries:\n  - {domain: a.example}\n", 2, "has no operator or country"),
        (
            "domains/my",
            "entries:\n  - {domain: x.umeng.com, operator: A, country: CN, cross_border: 'no'}\n",
            2,
            "has another operator or country than `umeng.com`",
        ),
        (
            "domains/my",
            "entries:\n  - {domain: a.example, operator: A, country: US, cross_border: 'no'}\n",
            2,
            "does not fit the country `US`",
        ),
        (
            "clauses/my",
            "id: my\nname: {zh: 甲, en: A}\nstrong:\n  - 甲\n  - '(甲'\n",
            5,
            "no regular expression: missing )",
        ),
        (
            "wording/my",
            "id: my\nname: {zh: 甲, en: A}\nseverity: low\npatterns: ['[甲']\n",
            4,
            "no regular expression: unterminated",
        ),
        (
            "sdks/my-sdk",
            SDK.replace("category: push", "category: pusher"),
            3,
            "Invalid enum value 'pusher'",
        ),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, path: str, text: str, line: int, fault: str) -> None:
    target = tmp_path / f"{path}.yaml"
    target.parent.mkdir()
    target.write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError) as caught:
        build(tmp_path)
    assert f"{target}:{line}: " in str(caught.value)
    assert fault in str(caught.value)


def test_a_pattern_that_cannot_be_compiled_stops_a_scan_before_it_begins(appscan: Run, tmp_path: Path) -> None:
    target = tmp_path / "mine" / "wording" / "my.yaml"
    target.parent.mkdir(parents=True)
    target.write_text("id: my\nname: {zh: 甲, en: A}\nseverity: low\npatterns: ['(']\n", encoding="utf-8")
    done = appscan("scan", tmp_path / "none.apk", "--checklists", tmp_path / "mine")
    assert done.returncode == 2
    assert f"{target}:4: no regular expression" in done.stderr
