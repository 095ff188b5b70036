"""Code that is hard to read: it ends in time, says what it can, and no more."""

import zipfile
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appscan.catalogue.model import Catalogue
from appscan.extract.code import CodeResult, read_code
from appscan.facts import App
from tests.conftest import SAMPLES
from tests.dexwriter import RETURN_VOID, Method, Writer

PHONE = Method("Landroid/telephony/TelephonyManager;", "getDeviceId")
APP = "La/App;"
PARENTS = {APP: "Landroid/app/Application;"}
GOTO, GOTO_32 = 0x28, 0x2A


def read(catalogue: Catalogue, methods: dict[tuple[str, str], list[int]], writer: Writer, *more: bytes) -> CodeResult:
    entries = [("classes.dex", writer.write(methods))]
    entries += [(f"classes{number}.dex", data) for number, data in enumerate(more, 2)]
    return read_code(entries, catalogue.knowledge, App(package="a", application="a.App"))


def written(*names: tuple[str, str], parents: dict[str, str] | None = None) -> Writer:
    return Writer([Method(*name) for name in names] + [PHONE], parents={**PARENTS, **(parents or {})})


def test_a_chain_of_twenty_thousand_calls_is_followed_to_its_end(catalogue: Catalogue) -> None:
    links = [(f"La/C{number // 1000};", f"m{number:05}") for number in range(20_000)]
    w = written((APP, "onCreate"), *links)
    code = {(APP, "onCreate"): [*w.call(*links[0]), RETURN_VOID]}
    code |= {link: [*w.call(*after), RETURN_VOID] for link, after in pairwise(links)}
    code[links[-1]] = [*w.call_virtual(*PHONE[:2]), RETURN_VOID]
    (path,) = [each for each in read(catalogue, code, w).code.paths if each.context == "start"]
    assert path.state == "before_consent"
    assert path.frames[0].startswith("La/C19;->m19999")
    assert len(path.frames) == len(path.hops) == 64
    assert path.frames[-1] == "La/App;->onCreate()V"
    assert path.hops[-1] == "application"


def test_a_method_of_sixty_thousand_units_is_read(catalogue: Catalogue) -> None:
    w = written((APP, "onCreate"))
    code = {(APP, "onCreate"): [*([0] * 60_000), *w.call_virtual(*PHONE[:2]), RETURN_VOID]}
    found = read(catalogue, code, w)
    assert [each.state for each in found.code.paths] == ["before_consent"]


@pytest.mark.parametrize("loop", [[GOTO | 0xFF << 8], [GOTO_32, 0, 0], [0x0012, GOTO | 0xFF << 8]])
def test_code_that_never_ends_is_left(catalogue: Catalogue, loop: list[int]) -> None:
    w = written((APP, "onCreate"))
    assert read(catalogue, {(APP, "onCreate"): [*w.call_virtual(*PHONE[:2]), *loop]}, w).code.paths


@pytest.mark.parametrize(
    "branch", [[GOTO | 0x70 << 8], [GOTO_32, 0xFFFF, 0x7FFF], [0x002B, 0x7FFF, 0], [0x0038, 0x7000]]
)
def test_branches_out_of_the_method_are_not_followed(catalogue: Catalogue, branch: list[int]) -> None:
    w = written((APP, "onCreate"))
    code = {(APP, "onCreate"): [*w.call_virtual(*PHONE[:2]), *branch, RETURN_VOID]}
    assert [each.api for each in read(catalogue, code, w).code.calls] == [f"{PHONE.owner}->{PHONE.name}"]


def test_as_many_methods_as_a_file_can_name(catalogue: Catalogue) -> None:
    names = [(f"La/C{number // 16:04};", f"m{number % 16}") for number in range(65_534)]
    w = written((APP, "onCreate"), *names)
    code = {
        (APP, "onCreate"): [*w.call(*names[-1]), RETURN_VOID],
        names[-1]: [*w.call_virtual(*PHONE[:2]), RETURN_VOID],
    }
    found = read(catalogue, code, w)
    assert found.code.dex[0].methods == 65_536
    assert [each.state for each in found.code.paths if each.context == "start"] == ["before_consent"]


def test_names_in_other_scripts(catalogue: Catalogue) -> None:
    odd = ("Lಠ/ಠ益ಠ;", "ﾉ")
    w = written((APP, "onCreate"), odd)
    code = {(APP, "onCreate"): [*w.call(*odd), RETURN_VOID], odd: [*w.call_virtual(*PHONE[:2]), RETURN_VOID]}
    (path,) = [each for each in read(catalogue, code, w).code.paths if each.context == "start"]
    assert path.frames[0] == "Lಠ/ಠ益ಠ;->ﾉ()V"


def test_a_cycle_of_superclasses_and_a_missing_one(catalogue: Catalogue) -> None:
    parents = {"La/One;": "La/Two;", "La/Two;": "La/One;", "La/Three;": "Lgone/Base;"}
    names = (("La/One;", "run"), ("La/Two;", "go"), ("La/Three;", "go"), ("Lgone/Base;", "go"))
    w = written((APP, "onCreate"), *names, parents=parents)
    body = [*w.create("La/One;"), *w.call_virtual("La/Two;", "go"), *w.create("La/Three;")]
    body += [*w.call_virtual("Lgone/Base;", "go"), RETURN_VOID]
    code = {(APP, "onCreate"): body, names[0]: [RETURN_VOID], names[1]: [RETURN_VOID]}
    code[names[2]] = [*w.call_virtual(*PHONE[:2]), RETURN_VOID]
    (path,) = [each for each in read(catalogue, code, w).code.paths if each.context == "start"]
    assert path.frames == ("La/Three;->go()V", "La/App;->onCreate()V")


def test_of_a_class_that_two_files_define_only_the_first_reads(catalogue: Catalogue) -> None:
    w = written((APP, "onCreate"))
    clean = {(APP, "onCreate"): [RETURN_VOID]}
    reading = {(APP, "onCreate"): [*w.call_virtual(*PHONE[:2]), RETURN_VOID]}
    assert read(catalogue, clean, w, w.write(reading)).code.calls == ()
    assert len(read(catalogue, reading, w, w.write(clean)).code.paths) == 1


def test_mutual_recursion_of_what_is_called_ends(catalogue: Catalogue) -> None:
    names = ((APP, "onCreate"), ("La/Left;", "go"), ("La/Right;", "go"))
    w = written(*names)
    code = {names[0]: [*w.call(*names[1]), RETURN_VOID], names[2]: [*w.call(*names[1]), RETURN_VOID]}
    code[names[1]] = [*w.call(*names[2]), *w.call_virtual(*PHONE[:2]), RETURN_VOID]
    assert {each.state for each in read(catalogue, code, w).code.paths} == {"before_consent"}


@pytest.mark.parametrize("answers", [65, 600])
def test_a_call_with_too_many_answers_is_a_limit_and_what_is_behind_it_is_not_dead(
    catalogue: Catalogue, answers: int
) -> None:
    heirs = [f"La/Heir{number:03};" for number in range(answers)]
    names = ((APP, "onCreate"), ("La/Base;", "go"), *((heir, "go") for heir in heirs))
    w = written(*names, parents=dict.fromkeys(heirs, "La/Base;"))
    made = [unit for heir in heirs for unit in w.create(heir)]
    code = {each: [RETURN_VOID] for each in names[1:]}
    code[names[0]] = [*made, *w.call_virtual("La/Base;", "go"), RETURN_VOID]
    code[names[-1]] = [*w.call_virtual(*PHONE[:2]), RETURN_VOID]
    found = read(catalogue, code, w)
    assert [each.detail for each in found.limits if each.kind == "wide_calls"] == ["1: La/Base;->go()V"]
    assert found.code.unreached == ()


def test_a_call_with_few_answers_is_no_limit(catalogue: Catalogue) -> None:
    names = ((APP, "onCreate"), ("La/Base;", "go"), ("La/Heir;", "go"))
    w = written(*names, parents={"La/Heir;": "La/Base;"})
    code = {each: [RETURN_VOID] for each in names[1:]}
    code[names[0]] = [*w.create("La/Heir;"), *w.call_virtual("La/Base;", "go"), RETURN_VOID]
    code[names[2]] = [*w.call_virtual(*PHONE[:2]), RETURN_VOID]
    found = read(catalogue, code, w)
    assert "wide_calls" not in {each.kind for each in found.limits}
    assert len(found.code.paths) == 1


DAMAGED = ("gates-wrapper-clean", "callbacks-lambda-custom-bad", "gates-datastore-clean", "roots-service-sync-bad")


@pytest.mark.parametrize("name", DAMAGED)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=st.lists(st.tuples(st.integers(0x20, 2**13), st.integers(0, 255)), min_size=1, max_size=6))
def test_damaged_code_is_read_in_part_or_left(catalogue: Catalogue, name: str, damage: list[tuple[int, int]]) -> None:
    with zipfile.ZipFile(SAMPLES / "paths" / "apks" / f"{name}.apk") as archive:
        data = bytearray(archive.read("classes.dex"))
    for at, value in damage:
        data[at % len(data)] = value
    found = read_code([("classes.dex", bytes(data))], catalogue.knowledge, App(package="a", application="a.App"))
    assert found.code.dex or found.limits
