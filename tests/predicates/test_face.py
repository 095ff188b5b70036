from typing import Any

import pytest

from tests.predicates import small_world
from tests.predicates.small_world import ask, call, facts, limited, sdk, subjects, text

FACE_SDK = sdk("facely", "com.facely", category="face")
HIT = [{"id": "facely", "evidence": [{"where": "classes.dex", "quote": "com.facely"}]}]
CAMERA = {"permissions": [{"name": "android.permission.CAMERA", "level": "dangerous"}]}
DETECTOR = "Landroid/media/FaceDetector;->findFaces"


@pytest.fixture(autouse=True)
def knows_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    known = small_world.KNOWLEDGE
    values = {field: getattr(known, field) for field in known.__struct_fields__}
    values["sdks"] = (*known.sdks, FACE_SDK)
    values["data_types"] = (*known.data_types, small_world.data_type("face", "人脸"))
    values["apis"] = (*known.apis, small_world.api(DETECTOR, "face"))
    monkeypatch.setattr(small_world, "KNOWLEDGE", type(known)(**values))


def statement(**more: Any) -> dict[str, Any]:
    return {
        "actor": "app",
        "act": "collect",
        "data_type": "face",
        "evidence": {"where": "p:1", "quote": "人脸"},
        **more,
    }


def test_an_sdk_for_faces_is_sure_only_where_the_app_asks_for_the_camera() -> None:
    for app, expected in ((CAMERA, "certain"), ({}, "tentative")):
        (case,) = ask("face.used", facts(app=app, code={}, sdks=HIT)).cases
        assert (case.subject, case.confidence) == ("facely", expected)


def test_a_no_op_variant_of_an_sdk_is_no_face_recognition() -> None:
    stub = [{**HIT[0], "stub": "true"}]
    assert ask("face.used", facts(app=CAMERA, code={}, ui={}, sdks=stub)).holds is False


def test_finding_faces_in_pictures_is_a_guess() -> None:
    code = {"calls": [call(DETECTOR, "Lcom/example/app/Crop;->go()V")]}
    (case,) = ask("face.used", facts(app=CAMERA, code=code, sdks=[])).cases
    assert (case.subject, case.confidence) == ("face", "tentative")


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, True), ({"negated": "true"}, False), ({"umbrella": "true"}, False), ({"actor": "某公司"}, False)],
)
def test_only_a_policy_that_says_the_operator_collects_faces_counts(more: dict[str, str], expected: bool) -> None:  # noqa: FBT001
    given = facts(app={}, code={}, ui={}, sdks=[], policy={"statements": [statement(**more)]})
    assert ask("face.used", given).holds is expected


def test_unseen_code_may_hold_an_sdk_for_faces() -> None:
    assert ask("face.used", limited(facts(app={}, code={}, ui={}, sdks=[]), "code")).holds is None


def test_what_the_passages_on_faces_tell() -> None:
    given = facts(policy={"text": "人脸信息用于核验身份\n其他信息的保存期限为12个月"})
    assert ask("face.told", given, matters=("purpose",)).holds is True
    (case,) = ask("face.told", given, matters=("retention",)).cases
    assert (case.subject, case.confidence) == ("retention", "tentative")


def test_an_agreement_on_faces_that_was_not_given_makes_it_unknown() -> None:
    given = facts(policy={"text": "刷脸功能见《人脸识别服务协议》"})
    assert ask("face.told", given, matters=("retention",)).holds is None


def test_another_way_shows_in_policy_or_texts() -> None:
    silent = {"text": "人脸信息用于核验身份"}
    assert ask("face.other_way", facts(policy=silent, ui=text("人脸识别失败，换短信验证"))).holds is True
    assert ask("face.other_way", facts(policy={"text": "不使用人脸识别的,不影响其他功能"})).holds is True
    assert subjects(ask("face.other_way", facts(app={}, code={}, policy=silent, ui=text("短信登录")))) == ["other_way"]
    assert ask("face.other_way", facts(ui=text("人脸识别"))).holds is None


def test_a_text_that_demands_the_face_is_a_guess_of_pressure() -> None:
    pressed = ask("face.not_pressed", facts(ui=text("完成人脸识别后才能提现")))
    assert [case.confidence for case in pressed.cases] == ["tentative"]
    assert ask("face.not_pressed", facts(app={}, code={}, ui=text("可选择人脸识别"))).holds is True
