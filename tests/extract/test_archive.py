"""Archives are read within bounds, and what is wrong with one is said in a sentence."""

import zipfile
from pathlib import Path

import pytest

from appscan.errors import InputError, LimitError
from appscan.extract.archive import MIB, Archive, Bounds, EntryError, identify
from tests.conftest import SAMPLES

BROKEN = SAMPLES / "broken"


def zipped(path: Path, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_an_entry_comes_back_whole(tmp_path: Path) -> None:
    with Archive(zipped(tmp_path / "a.zip", one=b"text" * 1000), Bounds()) as archive:
        assert archive.read("one") == b"text" * 1000
        assert archive.spent.inflated == 4000


def test_an_entry_that_declares_too_much_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", bomb=bytes(3 * MIB))
    with pytest.raises(LimitError, match="'bomb' inflates beyond 2 MiB"):
        Archive(path, Bounds(entry=2 * MIB))


def test_an_entry_that_lies_about_its_size_is_stopped_while_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", bomb=bytes(3 * MIB))
    data = bytearray(path.read_bytes())
    declared = data.rindex((3 * MIB).to_bytes(4, "little"))
    data[declared : declared + 4] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    with Archive(path, Bounds(entry=2 * MIB)) as archive, pytest.raises((LimitError, EntryError)):
        archive.read("bomb")
    with Archive(path, Bounds()) as archive:
        assert archive.spent.inflated <= MIB


def test_all_entries_together_are_bounded(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", one=bytes(MIB), two=bytes(MIB))
    with pytest.raises(LimitError, match="the archive inflates beyond 1 MiB"):
        Archive(path, Bounds(total=MIB))


def test_stored_entries_do_not_count_as_inflating(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("big", bytes(3 * MIB))
    with Archive(path, Bounds(entry=2 * MIB)) as opened:
        assert opened.size("big") == 3 * MIB


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("not-a-zip.apk", "not a ZIP archive"),
        ("truncated.apk", "damaged or cut off"),
    ],
)
def test_what_is_no_archive_is_told_apart(name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        Archive(BROKEN / name, Bounds())


def test_an_empty_file_a_folder_and_a_missing_file_have_their_own_sentences(tmp_path: Path) -> None:
    empty = tmp_path / "empty.apk"
    empty.touch()
    with pytest.raises(InputError, match="the file is empty"):
        Archive(empty, Bounds())
    with pytest.raises(InputError, match="not a regular file"):
        identify(tmp_path)
    with pytest.raises(InputError, match="there is no such file"):
        identify(tmp_path / "nowhere.apk")


def test_an_encrypted_entry_is_an_error_of_that_entry() -> None:
    with Archive(BROKEN / "encrypted.apk", Bounds()) as archive, pytest.raises(EntryError, match="encrypted"):
        archive.read("AndroidManifest.xml")


def test_of_two_entries_with_one_name_the_first_is_read_and_the_fact_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("classes.dex", b"first")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("classes.dex", b"second")
    with Archive(path, Bounds()) as opened:
        assert opened.duplicates == ["classes.dex"]
        assert opened.read("classes.dex") == b"first"
