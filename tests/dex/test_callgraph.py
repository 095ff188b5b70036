"""The call graph: what an invoke can reach, what the platform calls back, and which objects must exist for it."""

import numpy as np

from appscan.dex.callbacks import Callback
from appscan.dex.callgraph import CallGraph
from appscan.dex.index import read_entry
from appscan.dex.program import Program
from appscan.dex.reach import Reach
from tests.dexwriter import RETURN_VOID, Code, Method, Writer

RUN = (Callback("Ljava/lang/Runnable;", ("run",), "runnable"),)
CLICK = (Callback("Ljava/lang/Runnable;", ("run",), "user"),)
METHODS = [
    Method("La/Main;", "start"), Method("La/Main;", "other"), Method("La/Base;", "work"), Method("La/Left;", "work"),
    Method("La/Right;", "work"), Method("La/Task;", "run"), Method("Ljava/lang/Runnable;", "run"),
    Method("Lsys/Api;", "call"), Method("La/Left;", "<clinit>"),
]  # fmt: skip
PARENTS = {"La/Left;": "La/Base;", "La/Right;": "La/Base;", "La/Task;": "Ljava/lang/Runnable;"}


def writer() -> Writer:
    return Writer(METHODS, parents=PARENTS)


def program(*codes: Code) -> Program:
    return Program(
        [dex for number, code in enumerate(codes) for dex in read_entry(writer().write(code), f"{number}.dex")]
    )


def number(of: Program, method: str) -> int:
    return next(index for index in range(len(of)) if of.method(index) == f"{method}()V")


def reached(of: Program, root: str, callbacks: tuple[Callback, ...] = RUN, *, act: bool = False) -> set[str]:
    found = Reach(CallGraph(of, callbacks))
    found.add(np.array([number(of, root)]))
    if act:
        found.act()
    return {of.method(index).removesuffix("()V") for index in range(len(of)) if found.seen[index] and of.defined[index]}


def code(**bodies: list[int]) -> Code:
    places = {
        "start": "La/Main;",
        "other": "La/Main;",
        "base": "La/Base;",
        "left": "La/Left;",
        "right": "La/Right;",
        "task": "La/Task;",
        "clinit": "La/Left;",
    }
    names = {"base": "work", "left": "work", "right": "work", "task": "run", "clinit": "<clinit>"}
    return {(places[key], names.get(key, key)): [*body, RETURN_VOID] for key, body in bodies.items()}


def test_a_direct_call_is_followed_to_its_end() -> None:
    w = writer()
    of = program(code(start=w.call("La/Main;", "other"), other=w.call("La/Base;", "work"), base=[]))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Main;->other", "La/Base;->work"}


def test_a_virtual_call_reaches_overrides_only_in_classes_that_are_created() -> None:
    w = writer()
    start = [*w.create("La/Left;"), *w.call_virtual("La/Base;", "work")]
    of = program(code(start=start, base=[], left=[], right=[]))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Base;->work", "La/Left;->work"}


def test_an_object_made_by_code_that_is_not_reached_does_not_count() -> None:
    w = writer()
    of = program(code(start=w.call_virtual("La/Base;", "work"), other=w.create("La/Left;"), base=[], left=[]))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Base;->work"}


def test_an_object_made_later_opens_a_call_that_was_met_before() -> None:
    w = writer()
    start = [*w.call_virtual("La/Base;", "work"), *w.call("La/Main;", "other")]
    of = program(code(start=start, other=w.create("La/Left;"), base=[], left=[]))
    assert "La/Left;->work" in reached(of, "La/Main;->start")


def test_a_call_on_a_subclass_means_the_nearest_superclass_that_defines_the_method() -> None:
    methods = [*METHODS, Method("La/Left;", "idle")]
    w = Writer(methods, parents=PARENTS)
    bodies = {**code(start=w.call("La/Left;", "work"), base=[]), ("La/Left;", "idle"): [RETURN_VOID]}
    of = Program(read_entry(w.write(bodies), "classes.dex"))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Base;->work"}


def test_the_platform_calls_back_on_what_is_created() -> None:
    w = writer()
    of = program(code(start=w.create("La/Task;"), task=w.call("La/Main;", "other"), other=[]))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Task;->run", "La/Main;->other"}


def test_what_waits_for_the_user_is_reached_only_when_the_user_acts() -> None:
    w = writer()
    of = program(code(start=w.create("La/Task;"), task=[]))
    assert reached(of, "La/Main;->start", CLICK) == {"La/Main;->start"}
    assert reached(of, "La/Main;->start", CLICK, act=True) == {"La/Main;->start", "La/Task;->run"}


def test_the_first_use_of_a_class_runs_its_initialiser() -> None:
    w = writer()
    of = program(code(start=w.create("La/Left;"), clinit=w.call("La/Main;", "other"), other=[]))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Left;-><clinit>", "La/Main;->other"}


def test_of_a_class_that_two_files_define_the_first_counts() -> None:
    w = writer()
    first, second = code(start=w.call("La/Base;", "work"), base=[]), code(start=w.call("La/Main;", "other"), other=[])
    assert reached(program(first, second), "La/Main;->start") == {"La/Main;->start", "La/Base;->work"}
    assert reached(program(second, first), "La/Main;->start") == {"La/Main;->start", "La/Main;->other"}


def test_calls_cross_files() -> None:
    w = writer()
    of = program(code(start=w.call("La/Base;", "work")), code(base=w.call("La/Task;", "run"), task=[]))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Base;->work", "La/Task;->run"}


def test_a_cycle_of_superclasses_ends() -> None:
    cyclic = Writer(METHODS, parents={"La/Left;": "La/Right;", "La/Right;": "La/Left;"})
    written = cyclic.write(
        code(start=[*cyclic.create("La/Left;"), *cyclic.call_virtual("La/Left;", "work")], left=[], right=[])
    )
    of = Program(read_entry(written, "classes.dex"))
    assert "La/Left;->work" in reached(of, "La/Main;->start")


def test_recursion_ends() -> None:
    w = writer()
    of = program(code(start=w.call("La/Main;", "other"), other=w.call("La/Main;", "start")))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Main;->other"}


def test_nothing_is_reached_from_nothing() -> None:
    found = Reach(CallGraph(Program([]), RUN))
    found.add(np.empty(0, np.int64))
    assert not found.seen.any()
