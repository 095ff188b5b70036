"""What a bundle says of itself, and packers by the names of files."""

import json
import zipfile
from pathlib import Path

import pytest

from appscan.extract.archive import Archive, Bounds
from appscan.extract.unseen import Listed, bundles


def archive(path: Path, **entries: str) -> Archive:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in entries.items():
            made.writestr(name, text)
    return Archive(path, Bounds())


def test_a_uni_app_bundle_names_its_modules(tmp_path: Path) -> None:
    listed = json.dumps({"permissions": {"Push": {}, "Geolocation": {}}})
    made = archive(tmp_path / "a.apk", **{"assets/apps/__UNI__1/www/manifest.json": listed})
    (limit,) = bundles(made)
    assert limit.detail == "uni-app: assets/apps/__UNI__1/www/manifest.json; modules: Geolocation, Push"


@pytest.mark.parametrize("text", ["", "not JSON", "[]", '{"permissions": 3}'])
def test_a_damaged_manifest_of_a_bundle_names_none(tmp_path: Path, text: str) -> None:
    made = archive(tmp_path / "a.apk", **{"assets/apps/__UNI__1/www/manifest.json": text})
    (limit,) = bundles(made)
    assert "modules" not in limit.detail


def test_the_plugins_of_a_cordova_app(tmp_path: Path) -> None:
    plugins = 'module.exports = [{"id": "x.Camera", "pluginId": "cordova-plugin-camera"}];'
    made = archive(tmp_path / "a.apk", **{"assets/www/index.html": "", "assets/www/cordova_plugins.js": plugins})
    (limit,) = bundles(made)
    assert limit.detail.endswith("; modules: cordova-plugin-camera")


def test_names_match_whole_patterns() -> None:
    names = Listed(["libjiagu.so", "libjiagu_x86.so", "libother.so", "lib1.so"])
    assert names.matching(["libjiagu.so"]) == ["libjiagu.so"]
    assert names.matching(["libjiagu*.so"]) == ["libjiagu.so", "libjiagu_x86.so"]
    assert names.matching(["lib#.so", "jiagu"]) == ["lib1.so"]
