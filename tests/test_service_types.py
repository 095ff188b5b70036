"""The tables under `checklists/`: exact as the guide has them, and held together by validation."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from appscan.catalogue import store
from appscan.catalogue.model import Catalogue
from appscan.checklist import ServiceType
from appscan.errors import ChecklistError
from tests.conftest import ROOT

FOR_ALL = {"ADD_VOICEMAIL", "USE_SIP", "ACCEPT_HANDOVER", "BODY_SENSORS", "ACCESS_MEDIA_LOCATION"}
FOR_NONE = {
    "CAMERA", "GET_ACCOUNTS", "RECORD_AUDIO", "READ_PHONE_STATE", "READ_EXTERNAL_STORAGE", "WRITE_EXTERNAL_STORAGE",
}  # fmt: skip
MARKS = {
    "READ_CALENDAR": 11, "WRITE_CALENDAR": 10, "READ_CALL_LOG": 29, "WRITE_CALL_LOG": 29,
    "PROCESS_OUTGOING_CALLS": 29, "READ_CONTACTS": 11, "WRITE_CONTACTS": 26, "ACCESS_FINE_LOCATION": 5,
    "ACCESS_COARSE_LOCATION": 3, "ACCESS_BACKGROUND_LOCATION": 27, "READ_PHONE_NUMBERS": 19, "CALL_PHONE": 29,
    "ANSWER_PHONE_CALLS": 29, "SEND_SMS": 28, "RECEIVE_SMS": 29, "READ_SMS": 28, "RECEIVE_WAP_PUSH": 29,
    "RECEIVE_MMS": 29, "ACTIVITY_RECOGNITION": 27,
}  # fmt: skip
"""How many of the 30 types the guide marks each remaining permission for."""

ROWS = "20 20 19 17 19 19 18 19 20 19 18 20 19 20 20 22 17 19 22 23 11 18 19 16 18 21 22 22 21 19"
"""How many permissions the guide marks for each type, in its order."""

SERVICE = """\
id: S99
document: tc260-pg-20204a
clause: 附录D
name: {zh: 甲, en: A}
app_type: T19
draft_minimum: [CAMERA]
low_relevance: {CALENDAR: [android.permission.READ_CALENDAR]}
"""
PURPOSE = """\
id: my-purpose
document: taf-077
clause: 077.5 第8章
name: {zh: 甲, en: A}
categories: [face]
necessary: [imei_meid]
unnecessary: [serial_number, mac_address]
"""


@cache
def catalogue() -> Catalogue:
    return store.build([ROOT / "checklists"])


def marked(service: ServiceType) -> list[str]:
    return [each.rpartition(".")[2] for names in service.low_relevance.values() for each in names]


def test_the_matrix_of_the_guide_is_whole() -> None:
    services = catalogue().checklist.service_types
    count = Counter(name for each in services for name in marked(each))
    assert [len(marked(each)) for each in services] == [int(each) for each in ROWS.split()]
    assert count == {**MARKS, **dict.fromkeys(FOR_ALL, 30)}
    assert not FOR_NONE & count.keys()


def test_29_of_the_30_service_types_are_app_types_and_give_them_their_permissions() -> None:
    checklist = catalogue().checklist
    low = {each.id: len(each.low_relevance) for each in checklist.app_types if each.low_relevance}
    assert low == {each.app_type: len(marked(each)) for each in checklist.service_types if each.app_type}
    assert len(low) == 29


def build(path: Path, place: str, text: str) -> Catalogue:
    target = path / place
    target.parent.mkdir(parents=True)
    target.write_text(text, encoding="utf-8")
    return store.build([ROOT / "checklists", path])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("document: tc260-pg-20204a", "document: nowhere", "no document is called `nowhere`"),
        ("app_type: T19", "app_type: T01", "`T01` is that of `S01` already"),
        ("app_type: T19", "app_type: T99", "no app type is called `T99`"),
        ("READ_CALENDAR", "READ_CALENDER", "no permission is called `android.permission.READ_CALENDER`"),
        ("{CALENDAR:", "{SMS:", "belongs to the group `CALENDAR`"),
        ("[CAMERA]", "[KITCHEN]", "no group of permissions is called `KITCHEN`"),
    ],
)
def test_a_fault_in_a_service_type_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SERVICE
    with pytest.raises(ChecklistError) as caught:
        build(tmp_path, "service-types/S99.yaml", SERVICE.replace(old, new))
    assert "S99.yaml:" in str(caught.value)
    assert said in str(caught.value)


def test_a_group_that_the_draft_calls_needed_is_not_wholly_of_low_relevance(tmp_path: Path) -> None:
    both = SERVICE.replace("READ_CALENDAR]", "READ_CALENDAR, android.permission.WRITE_CALENDAR]")
    with pytest.raises(ChecklistError, match="every permission of `CALENDAR` is of low relevance"):
        build(tmp_path, "service-types/S99.yaml", both.replace("[CAMERA]", "[CALENDAR]"))


def test_an_app_type_does_not_repeat_what_its_service_type_marks(tmp_path: Path) -> None:
    own = (ROOT / "checklists/app-types/T01.yaml").read_text(encoding="utf-8")
    with pytest.raises(ChecklistError, match="stands in `service-types/S01` already"):
        build(tmp_path, "app-types/T01.yaml", own + "low_relevance: [android.permission.READ_SMS]\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("imei_meid]", "imei]", "no data type is called `imei`"),
        ("[serial_number,", "[imei_meid, serial_number,", "`imei_meid` stands twice"),
        ("[serial_number, mac_address]", "[serial_number]", "does not say whether `mac_address` is necessary"),
        ("[face]", "[push]", "`push` is one of `push` already"),
        ("[face]", "[faces]", "Invalid enum value 'faces'"),
    ],
)
def test_a_fault_in_an_identifier_purpose_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in PURPOSE
    with pytest.raises(ChecklistError) as caught:
        build(tmp_path, "identifier-purposes/my-purpose.yaml", PURPOSE.replace(old, new))
    assert "my-purpose.yaml:" in str(caught.value)
    assert said in str(caught.value)
