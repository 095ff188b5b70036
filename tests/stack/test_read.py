r"""The shapes in which stores and regulators send stacks."""

import time

import pytest

from appscan.stack.read import MAX_FRAMES, Frame, decode, read

INIT = Frame("com.vendor.sdk.Agent", "init")
HOME = Frame("com.example.App", "onCreate")


def bare(text: str) -> list[Frame]:
    """The frames of all stacks in a text, without what stood in their brackets."""
    return [frame._replace(place="") for stack in read(text) for frame in stack.frames]


@pytest.mark.parametrize(
    "text",
    [
        "\tat com.vendor.sdk.Agent.init(Agent.java:12)\n\tat com.example.App.onCreate(App.java:20)",
        "com.vendor.sdk.Agent.init(Agent.java:12)\ncom.example.App.onCreate(App.java:20)",
        "1. com.vendor.sdk.Agent.init(Agent.java:12)\n2. com.example.App.onCreate(App.java:20)",
        "1.com.vendor.sdk.Agent.init(Agent.java:12)\n2.com.example.App.onCreate(App.java:20)",
        "#00 com.vendor.sdk.Agent.init(Unknown Source:4)\n#01 com.example.App.onCreate(SourceFile)",
        "[1]  com.vendor.sdk.Agent.init ( Agent.java )\n[2]  com.example.App.onCreate(:20)",
        "com.vendor.sdk.Agent.init(Agent.java:12)<-com.example.App.onCreate(App.java:20)",
        "com.vendor.sdk.Agent.init<-com.example.App.onCreate",
        "com.vendor.sdk.Agent.init->com.example.App.onCreate",
        "com.vendor.sdk.Agent.init(Native Method) <--- com.example.App.onCreate(App.kt:7)",
        "com.vendor.sdk.Agent.init, com.example.App.onCreate",
        "com.vendor.sdk.Agent.init(Agent.java:12),com.example.App.onCreate(App.java:20);",
        "com.vendor.sdk.Agent.init，com.example.App.onCreate。",
        r"at com.vendor.sdk.Agent.init(Agent.java:12)\n\tat com.example.App.onCreate(App.java:20)\n",
        r"com.vendor.sdk.Agent.init\r\ncom.example.App.onCreate",
        "com.vendor.sdk.Agent.init（Agent.java：12）→com.example.App.onCreate（App.java：20）",
        "ｃｏｍ．ｖｅｎｄｏｒ．ｓｄｋ．Ａｇｅｎｔ．ｉｎｉｔ（Agent.java:12）\ncom.example.App.onCreate",
        "在com.vendor.sdk.Agent.init(Agent.java:12)中被com.example.App.onCreate(App.java:20)调用",
        "3\tIMEI\tcom.vendor.sdk.Agent.init\tcom.example.App.onCreate\t12 次",
        "| IMEI | com.vendor.sdk.Agent.init | com.example.App.onCreate |",
        "<tr><td>IMEI</td><td>com.vendor.sdk.Agent.init(Agent.java:1)<br>com.example.App.onCreate(App.java:2)</td></tr>",
        "com.vendor.sdk.Agent.init(Agent.java:1)&lt;-com.example.App.onCreate(App.java:2)",
        "Lcom/vendor/sdk/Agent;->init(Landroid/content/Context;I)V\nLcom/example/App;->onCreate()V",
        "at com.vendor.sdk.Agent.init(Agent.java:12)\n\nat com.example.App.onCreate(App.java:20)\n\n",
        "12:00 W err: \tat com.vendor.sdk.Agent.init(X:12)\n12:00 W err: \tat com.example.App.onCreate(X:20)",
        "com.vendor.sdk.Agent.init(X:1)\ncom.example.App.onCreate(X:2)\nat java.base/java.lang.Thread.run(X:3)",
    ],
)
def test_a_shape(text: str) -> None:
    assert [each for each in bare(text) if each.owner != "java.lang.Thread"] == [INIT, HOME]


@pytest.mark.parametrize(
    ("text", "owner", "method"),
    [
        ("at com.x.Y$$ExternalSyntheticLambda0.run(Unknown Source:4)", "com.x.Y$$ExternalSyntheticLambda0", "run"),
        ("at com.x.-$$Lambda$Y$abc-1_d.run(lambda)", "com.x.-$$Lambda$Y$abc-1_d", "run"),
        ("at com.x.Y.lambda$onCreate$0$com-x-Y(Y.java:9)", "com.x.Y", "lambda$onCreate$0$com-x-Y"),
        ("at com.x.Y.-$$Nest$mgo(Unknown Source:0)", "com.x.Y", "-$$Nest$mgo"),
        ("at com.x.Y$Companion.access$get(Y.kt)", "com.x.Y$Companion", "access$get"),
        ("at com.x.Y$1.<init>(Y.java:3)", "com.x.Y$1", "<init>"),
        ("at com.x.Y.<clinit>(Y.java:3)", "com.x.Y", "<clinit>"),
        ("at com.x.Y.m-impl(Y.kt:3)", "com.x.Y", "m-impl"),
        ("at a.b.c.d(Unknown Source:12)", "a.b.c", "d"),
        ("at a.b.c.d", "a.b.c", "d"),
        ("at a.b(SourceFile:1)", "a", "b"),
        ("at x1.a(r8-map-id-0123:7)", "x1", "a"),
        (
            "调用 android.telephony.TelephonyManager.getDeviceId 获取 IMEI",
            "android.telephony.TelephonyManager",
            "getDeviceId",
        ),
    ],
)
def test_a_name(text: str, owner: str, method: str) -> None:
    assert bare(text) == [Frame(owner, method)]


@pytest.mark.parametrize(
    "text",
    [
        "java.lang.SecurityException: getDeviceId",
        "应用 com.example.app 1.2.3 违规收集 IMEI（第3条）",
        "https://www.miit.gov.cn/Files.index.html",
        "see com.example.Main.java and libfoo.so",
        "android.permission.READ_PHONE_STATE",
        "调用 System.currentTimeMillis() 和 getDeviceId()",
        "mail me at a@b.example.com",
        "",
    ],
)
def test_what_is_no_frame(text: str) -> None:
    assert read(text) == ()


def test_the_place_and_the_words_around_are_kept() -> None:
    ((stack),) = read("行为：读取 IMEI\n\tat com.x.Y.m(Y.java:12)\n")
    assert stack.frames == (Frame("com.x.Y", "m", "Y.java:12"),)
    assert stack.said.split() == ["行为:读取", "IMEI"]
    assert stack.title == "行为:读取 IMEI"


def test_each_stack_of_a_text_is_one_of_its_own() -> None:
    rows = "序号\t行为\t堆栈\n1\tIMEI\tcom.x.Y.m<-com.x.Z.n\n2\tMAC\tcom.x.V.m<-com.x.W.n"
    assert [(each.title, len(each.frames)) for each in read(rows)] == [("1 IMEI", 2), ("2 MAC", 2)]
    logs = "first\nat com.x.Y.m(Y.java)\nat com.x.Y.n(Y.java)\n\nCaused by: second\nat com.x.Z.m(Z.java)\n... 12 more"
    assert [(each.title, len(each.frames)) for each in read(logs)] == [("first", 2), ("Caused by: second", 1)]
    apart = "at com.x.Y.m(Y.java)\nat com.x.Y.n(Y.java)\n\nat com.x.Z.m(Z.java)\nat com.x.Z.n(Z.java)"
    assert [len(each.frames) for each in read(apart)] == [2, 2]
    unread = "at com.x.Y.m(Y.java)\nat <unknown frame>\nat com.x.Z.m(Z.java)"
    assert [len(each.frames) for each in read(unread)] == [2]


def test_a_stack_that_is_written_outermost_first_is_turned_round() -> None:
    text = (
        "at android.app.ActivityThread.main(X:1)\nat com.example.App.onCreate(X:2)\nat com.vendor.sdk.Agent.init(X:3)"
    )
    assert [each.owner for each in read(text)[0].frames][:2] == [INIT.owner, HOME.owner]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    text = "读取应用列表 com.example.App.onCreate"
    assert decode(text.encode(encoding)) == text


def test_broken_bytes_and_huge_texts_are_read_in_time() -> None:
    assert decode(b"\xff\xfe\xff at \x81") != ""
    start = time.perf_counter()
    for text in (
        "a" * 100_000,
        "a." * 20_000,
        "a.b.C.d<-" * 10_000,
        "-" * 100_000,
        "La/" * 30_000,
        "<td" * 30_000,
    ):
        assert sum(len(each.frames) for each in read(text)) <= 40_001
    assert time.perf_counter() - start < 20  # seconds; far less, unless a pattern goes astray
    many = "at com.x.Y.m(Y.java)\n" * (MAX_FRAMES + 50)
    assert len(bare(many)) == MAX_FRAMES
