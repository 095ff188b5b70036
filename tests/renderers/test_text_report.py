"""What the terminal report shows of which item, at which width, and what the gate is said to be."""

import io
import os
import re
import subprocess
import sys

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console

from appscan.facts import Confidence, Evidence
from appscan.findings import OUTCOMES, SEVERITIES
from appscan.renderers import text
from appscan.renderers._terms import TERMS
from appscan.renderers._words import LABELS, Words
from appscan.report.gate import Gate
from appscan.report.model import AppReport, Language, NetworkRow, PolicyOnlyRow
from tests.renderers import renderers_report as reports


def shown(app: AppReport, gate: Gate | None = None, width: int = 100, *, verbose: bool = False) -> str:
    return text.plain(reports.report("en", app, gate=gate), width, verbose=verbose)


def only(*outcomes: str, confidence: Confidence = "certain") -> AppReport:
    """The first app with nothing but the findings of these outcomes."""
    rows = tuple(
        msgspec.structs.replace(row, confidence=confidence)
        for row in reports.first("en").findings
        if row.outcome in outcomes
    )
    return msgspec.structs.replace(reports.first("en"), findings=rows, counts=reports.counts(rows))


def test_why_and_fix_are_said_once_for_an_item_with_several_findings() -> None:
    made = shown(only("fail"))
    block = made[made.index("fail  high  191-2-1") : made.index("fail  medium  191-3-5")]
    assert "the policy does not name Umeng U-App" in block
    assert "the policy does not name Getui" in block
    assert block.count("why  ") == block.count("fix  ") == 1


def test_a_suspected_item_says_what_to_look_at() -> None:
    made = shown(only("suspect"))
    assert "look  Clear the data" in made[made.index("suspect  high  191-3-1") :]


def test_five_places_are_shown_and_the_others_announced() -> None:
    made = shown(only("suspect"))
    assert "classes6.dex@0x6f3c" in made
    assert "classes7.dex@0x7f3c" not in made
    assert "2 more places (--verbose shows all)" in made
    assert "classes8.dex@0x8f3c" in shown(only("suspect"), verbose=True)


def test_unknown_items_stand_below_their_reason() -> None:
    made = shown(only("unknown"))
    reason = made.index("not everything could be seen: 梆梆安全")
    assert reason < made.index("191-6-1") < made.index("164-2-2")
    assert made.count("not everything could be seen: 梆梆安全") == 1


def test_passed_items_are_listed_only_when_all_is_wanted() -> None:
    assert "191-1-1" not in shown(only("pass"))
    assert "191-1-1" in shown(only("pass"), verbose=True)


def test_what_a_person_must_look_at_is_one_line_unless_all_is_wanted() -> None:
    made = shown(only("manual"))
    assert "low  191-4-2  第四条第2项" in made
    assert "Clear the data" not in made
    assert "Clear the data" in shown(only("manual"), verbose=True)


def test_libraries_without_personal_information_are_one_line_of_names() -> None:
    made = shown(only("pass"))
    assert "2 more libraries do not handle personal information: OkHttp, Glide" in made
    assert "okhttp3 (410)" not in made
    assert "okhttp3 (410)" in shown(only("pass"), verbose=True)


def test_an_unverified_clause_is_said_not_to_count() -> None:
    made = shown(only("fail"))
    assert "does not count for the gate" in made[made.index("191-3-5") :]


@pytest.mark.parametrize(
    ("app", "gate", "said", "code"),
    [
        (only("fail"), Gate(), "Gate failed: 2 findings at or above high", 1),
        (only("fail"), Gate("critical"), "Gate passed: nothing proven at or above critical", 0),
        (only("fail"), Gate("never"), "No gate (fail-on: never)", 0),
        (only("unknown"), Gate("medium"), "Incomplete: 2 checks at or above medium have no answer", 4),
        (only("pass"), Gate(), "Gate passed: nothing proven at or above high", 0),
        (only("error"), Gate(), "A check broke", 70),
    ],
)
def test_the_verdict_says_what_the_exit_code_means(app: AppReport, gate: Gate, said: str, code: int) -> None:
    made = shown(app, gate)
    assert said in made
    assert f"exit code {code}" in made


def test_an_allowed_gap_is_not_hidden_behind_a_passed_gate() -> None:
    made = shown(only("unknown"), Gate("medium", allow_incomplete=True))
    assert "Gate passed" in made
    assert "Incomplete: 2 checks" in made


def test_an_empty_checklist_is_not_called_passed() -> None:
    report = reports.report("en", only())
    nothing = msgspec.structs.replace(report.knowledge, items=())
    made = text.plain(msgspec.structs.replace(report, knowledge=nothing), 100)
    assert "Nothing was checked" in made
    assert "Gate passed" not in made


def test_several_apps_are_short_blocks_with_a_table_and_the_failures() -> None:
    made = text.plain(reports.report("en"), 100)
    assert "fail  high  191-2-1" in made
    assert "the policy does not name" not in made
    assert "inbox/broken.apk  not a ZIP file, so not an APK" in made
    assert re.search(r"com\.example\.tidy .* passed\n", made)


def test_a_single_failure_has_its_message_and_exit_code() -> None:
    made = shown(reports.failure("en"))
    assert "inbox/broken.apk  not a ZIP file, so not an APK" in made
    assert "exit code 3" in made
    assert "Gate passed" not in made


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_window_and_no_evidence_is_lost(lang: Language, width: int, *, verbose: bool) -> None:
    made = text.plain(reports.report(lang, reports.first(lang)), width, verbose=verbose)
    assert max(map(cell_len, made.splitlines())) <= width
    assert f"{reports.UMENG} -> {reports.IMEI}".replace(" ", "") in re.sub(r"\s", "", made)


def test_chinese_wraps_between_characters_and_never_before_punctuation() -> None:
    made = text.plain(reports.report("zh", reports.first("zh")), 60)
    assert not [each for each in made.splitlines() if each.lstrip()[:1] in tuple("，。、；：）》”")]


def test_colour_is_for_terminals_only() -> None:
    report = reports.report("en", reports.first("en"))
    file, terminal = io.StringIO(), io.StringIO()
    text.print_report(report, Console(file=file, width=100))
    text.print_report(report, Console(file=terminal, width=100, force_terminal=True, color_system="standard"))
    assert "\x1b" not in file.getvalue()
    assert "\x1b[1;31mfail\x1b[0m" in terminal.getvalue()


def test_stdout_is_utf_8_in_any_locale() -> None:
    code = (
        "from appscan.renderers import text; from tests.renderers import renderers_report as r; "
        "text.print_report(r.report('zh'), text.stdout_console())"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii", "COLUMNS": "100"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert "安行宝  com.example.anxing" in done.stdout.decode()


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    text.print_report(reports.report("en"), Console(file=out, width=100, force_terminal=True, color_system="standard"))
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", out.getvalue())


@pytest.mark.parametrize("label", LABELS)
def test_both_languages_of_a_label_use_the_same_values(label: str) -> None:
    zh, en = (set(re.findall(r"{(\w+)}", each)) for each in LABELS[label])
    assert zh == en or label.endswith(".one")
    assert en <= {"n", *re.findall(r"{(\w+)}", LABELS[label.removesuffix(".one")][1])}


def test_every_outcome_and_severity_has_its_words() -> None:
    assert {f"outcome.{each}" for each in OUTCOMES} <= TERMS.keys()
    assert {f"count.{each}" for each in OUTCOMES} <= LABELS.keys()
    assert {f"finding.{each}" for each in OUTCOMES} <= LABELS.keys()
    assert {f"severity.{each}" for each in SEVERITIES} <= TERMS.keys()


def test_braces_in_a_value_are_not_formatted() -> None:
    assert Words("en")("join.in", text="{n}") == " ({n})"


def test_a_term_that_is_not_known_is_shown_as_it_is() -> None:
    assert Words("zh").term("category", "brand-new") == "brand-new"


def test_the_file_line_names_the_first_splits_and_all_where_all_are_wanted() -> None:
    first = reports.first("en")
    assert first.app is not None
    names = ("base.apk", *(f"split_{number}.apk" for number in range(5)))
    app = msgspec.structs.replace(first, app=msgspec.structs.replace(first.app, splits=names))
    made = " ".join(shown(app).split())
    assert "6 APKs read as one: base.apk, split_0.apk, split_1.apk, split_2.apk, …" in made
    assert "split_4.apk" in " ".join(shown(app, verbose=True).split())


def network_of(row: NetworkRow | None, width: int = 100, *, verbose: bool = False) -> list[str]:
    """The lines of the section on the network."""
    made = shown(msgspec.structs.replace(reports.first("en"), network=row), width=width, verbose=verbose).splitlines()
    if "Network" not in made:
        return []
    start = made.index("Network")
    return made[start : made.index("", start)]


def test_the_network_takes_no_more_than_fifteen_lines() -> None:
    many = tuple(
        msgspec.structs.replace(row, host=f"h{number}.{row.host}", operator=row.operator and f"{row.operator} {number}")
        for row in reports.NETWORK.endpoints
        for number in range(20)
    )
    assert len(network_of(msgspec.structs.replace(reports.NETWORK, endpoints=many), width=200)) == 15


def test_hosts_that_are_only_named_are_shown_where_all_is_wanted() -> None:
    assert not any("schemas.android.com" in line for line in network_of(reports.NETWORK))
    assert any("schemas.android.com" in line for line in network_of(reports.NETWORK, verbose=True))


def test_all_hosts_stand_in_the_verbose_report() -> None:
    made = "\n".join(network_of(reports.NETWORK, verbose=True))
    assert [row.host for row in reports.NETWORK.endpoints if row.host not in made] == []


@pytest.mark.parametrize("complete", [True, False])
def test_none_found_is_not_clean_where_not_all_could_be_seen(complete: bool) -> None:  # noqa: FBT001
    made = network_of(NetworkRow(endpoints=(), filings=(), complete=complete))
    assert len(made) == 3
    assert all(("not everything could be seen" in line) != complete for line in made[1:])


def test_facts_without_a_network_part_have_no_section() -> None:
    assert network_of(None) == []


def test_what_only_the_policy_declares_is_a_line_of_its_own_and_its_sentence_for_those_who_want_all() -> None:
    row = PolicyOnlyRow(
        data_type="oaid", name="OAID", evidence=(Evidence(where="p.html:3", quote="we collect the OAID"),)
    )
    app = msgspec.structs.replace(reports.first("en"), policy_only=(row,))
    assert "declared, and read by no bytecode" in shown(app)
    assert "we collect the OAID" not in shown(app)
    assert "we collect the OAID" in shown(app, verbose=True)
    assert "declared, and read by no bytecode" not in shown(reports.first("en"))
