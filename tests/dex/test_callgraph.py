"""The call graph: what an invoke can reach, what the platform calls back, and shortest paths from roots."""

from appscan.dex.callgraph import CALL, CALLBACK, CallGraph
from appscan.dex.index import read_entry
from appscan.dex.program import Program
from tests.dexwriter import RETURN_VOID, Code, Method, Writer

RUN = {"Ljava/lang/Runnable;": ("run",)}
METHODS = [
    Method("La/Main;", "start"), Method("La/Main;", "other"), Method("La/Base;", "work"), Method("La/Left;", "work"),
    Method("La/Right;", "work"), Method("La/Task;", "run"), Method("Ljava/lang/Runnable;", "run"),
    Method("Lsys/Api;", "call"),
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


def reached(of: Program, root: str) -> set[str]:
    found = CallGraph(of, RUN).reach([number(of, root)])
    return {of.method(index).removesuffix("()V") for index in range(len(of)) if found.seen[index]}


def code(**bodies: list[int]) -> Code:
    places = {
        "start": "La/Main;",
        "other": "La/Main;",
        "base": "La/Base;",
        "left": "La/Left;",
        "right": "La/Right;",
        "task": "La/Task;",
    }
    names = {"base": "work", "left": "work", "right": "work", "task": "run"}
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


def test_a_call_on_a_subclass_means_the_nearest_superclass_that_defines_the_method() -> None:
    methods = [*METHODS, Method("La/Left;", "idle")]
    w = Writer(methods, parents=PARENTS)
    bodies = {**code(start=w.call("La/Left;", "work"), base=[]), ("La/Left;", "idle"): [RETURN_VOID]}
    of = Program(read_entry(w.write(bodies), "classes.dex"))
    assert reached(of, "La/Main;->start") == {"La/Main;->start", "La/Base;->work"}


def test_the_platform_calls_back_on_what_is_created() -> None:
    w = writer()
    of = program(code(start=w.create("La/Task;"), task=w.call("La/Main;", "other"), other=[]))
    found = CallGraph(of, RUN).reach([number(of, "La/Main;->start")])
    path = [(of.method(hop.method).removesuffix("()V"), hop.kind) for hop in found.path(number(of, "La/Main;->other"))]
    assert path == [("La/Main;->start", CALL), ("La/Task;->run", CALLBACK), ("La/Main;->other", CALL)]


def test_a_path_by_calls_is_preferred_to_a_shorter_one_by_callback() -> None:
    w = writer()
    start = [*w.create("La/Task;"), *w.call("La/Main;", "other")]
    of = program(code(start=start, other=w.call("La/Base;", "work"), base=w.call("La/Task;", "run"), task=[]))
    found = CallGraph(of, RUN).reach([number(of, "La/Main;->start")])
    assert [hop.kind for hop in found.path(number(of, "La/Task;->run"))] == [CALL] * 4


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
    assert not CallGraph(Program([]), RUN).reach([]).seen.any()
