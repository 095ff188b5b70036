"""`appscan filing` gives what the filing form asks for, and says where there is nothing to give."""

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms

from appscan.filing import judged
from appscan.provinces import PROVINCES
from tests.conftest import SAMPLES, Run

TIDY = SAMPLES / "tidy" / "tidy.apk"
GREEDY = SAMPLES / "greedy" / "greedy.apk"


def made(appscan: Run, *arguments: str | Path) -> dict[str, Any]:
    done = appscan("filing", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    form: dict[str, Any] = json.loads(done.stdout)
    return form


def changed(appscan: Run, folder: Path, **signing: Any) -> Path:
    """The facts of a sample with another signature."""
    facts = json.loads(appscan("inspect", GREEDY).stdout)
    facts["app"]["signing"].update(signing)
    path = folder / "facts.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return path


def test_digests_and_modulus_are_those_of_the_certificate_in_the_archive(appscan: Run) -> None:
    with zipfile.ZipFile(TIDY) as archive:
        block = next(name for name in archive.namelist() if name.endswith(".RSA"))
        certificate = cms.ContentInfo.load(archive.read(block))["content"]["certificates"][0].chosen
    (signer,) = made(appscan, TIDY)["signers"]
    modulus = certificate.public_key["public_key"].parsed["modulus"].native
    assert signer["md5"] == hashlib.md5(certificate.dump(), usedforsecurity=False).hexdigest().upper()
    assert signer["md5_colons"].replace(":", "") == signer["md5"]
    assert signer["sha256"] == hashlib.sha256(certificate.dump()).hexdigest().upper()
    assert (int(signer["key"], 16), int(signer["key_decimal"])) == (modulus, modulus)


def test_the_number_that_the_app_shows_is_given_with_its_place_and_province(appscan: Run) -> None:
    form = made(appscan, TIDY, "--number", "京ICP备12345678号-3A")
    (number,) = form["numbers"]
    assert (number["number"], number["kind"], number["province"]) == ("京ICP备12345678号-3A", "app", "北京")
    assert number["places"][0]["where"].startswith("resources.arsc")
    assert form["shown"] is True


@pytest.mark.parametrize(("lang", "said"), [("zh", "应用中未找到备案号"), ("en", "no filing number was found")])
def test_an_app_without_a_number_is_told_so_with_the_site(appscan: Run, lang: str, said: str) -> None:
    done = appscan("filing", GREEDY, lang=lang)
    assert said in done.stdout
    assert "https://beian.miit.gov.cn/" in done.stdout


def test_values_to_be_copied_stand_unbroken_on_one_line(appscan: Run) -> None:
    (signer,) = made(appscan, TIDY)["signers"]
    lines = [line.strip() for line in appscan("filing", TIDY, COLUMNS="80").stdout.splitlines()]
    assert signer["key"] in lines
    assert signer["public_key"] in lines


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("京ICP备12345678号-2A", "app"),
        ("粤ICP备2023012345号-12A", "app"),
        ("沪ICP备12345678号", "website"),
        ("沪ICP备12345678号-1", "website"),
        ("沪ICP备12345678号-1X", "other"),
        ("川ICP备12345678号-1A", "malformed"),
        ("京ICP证030173号", "malformed"),
        ("京ICP备12号-1A", "malformed"),
    ],
)
def test_a_number_is_judged_by_the_form_that_registers_give(number: str, kind: str) -> None:
    assert judged(number).kind == kind


def test_there_are_31_registers() -> None:
    assert len(set(PROVINCES.values())) == 31


def test_an_unsigned_apk_has_nothing_to_enter(appscan: Run, tmp_path: Path) -> None:
    form = made(appscan, changed(appscan, tmp_path, schemes=[], certificates=[]))
    assert form["signers"] == []
    assert any("not signed" in note["en"] for note in form["notes"])


def test_a_signature_of_v3_alone_is_pointed_out(appscan: Run, tmp_path: Path) -> None:
    form = made(appscan, changed(appscan, tmp_path, schemes=["v3"]))
    assert any("signed by v3 only" in note["en"] for note in form["notes"])


def test_a_key_of_another_kind_is_given_as_its_point(appscan: Run, tmp_path: Path) -> None:
    point = "04" + "ab" * 64
    key = "3059301306072a8648ce3d020106082a8648ce3d030107034200" + point
    certificate = json.loads(appscan("inspect", GREEDY).stdout)["app"]["signing"]["certificates"][0]
    certificate |= {"algorithm": "ec", "public_key": key}
    (signer,) = made(appscan, changed(appscan, tmp_path, certificates=[certificate]))["signers"]
    assert (signer["key"], signer["bits"], signer["exponent"]) == (point.upper(), 256, None)


def test_a_key_that_cannot_be_read_costs_no_other_value(appscan: Run, tmp_path: Path) -> None:
    certificate = json.loads(appscan("inspect", GREEDY).stdout)["app"]["signing"]["certificates"][0]
    certificate["public_key"] = "zz"
    (signer,) = made(appscan, changed(appscan, tmp_path, certificates=[certificate]))["signers"]
    assert (signer["key"], len(signer["md5"])) == ("", 32)


def test_what_is_no_apk_is_an_input_error(appscan: Run) -> None:
    done = appscan("filing", SAMPLES / "broken" / "not-a-zip.apk")
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
