"""What a static scan of this archive cannot see: packers, web and script bundles, code in odd places."""

from collections.abc import Iterable, Iterator, Sequence

from appscan.extract.archive import Archive
from appscan.facts import App, Limit
from appscan.knowledge import Packer
from appscan.sdks import glob

BUNDLES = (
    ("flutter", ("lib/*/libapp.so", "assets/flutter_assets/*"), ("ui", "code")),
    ("react-native", ("assets/index.android.bundle", "assets/*.jsbundle"), ("ui",)),
    ("uni-app", ("assets/apps/*/www/*",), ("ui",)),
    ("cordova", ("assets/www/index.html", "assets/public/index.html"), ("ui",)),
    ("unity", ("lib/*/libunity.so", "assets/bin/Data/*"), ("ui", "code")),
    (
        "xamarin",
        ("assemblies/*.blob", "assemblies/*.dll", "lib/*/libmonodroid.so", "lib/*/libassemblies*.so"),
        ("ui", "code"),
    ),
    ("lua-script", ("assets/*.lua", "assets/*.luac"), ("ui",)),
)
"""Frameworks whose app code or screens are not (or not only) in DEX files."""

CODE_FILES = (("dex", ".dex"), ("apk", ".apk"), ("jar", ".jar"))


def packers(archive: Archive, app: App, known: Sequence[Packer]) -> Iterator[Limit]:
    """Packers by native library, asset, or the class of the application."""
    libraries = [library.name for library in app.native_libraries]
    classes = [app.application, *(component.name for component in app.components)]
    for packer in known:
        evidence = [
            *_found(packer.native_libraries, libraries),
            *_found(packer.assets, archive.entries),
            *_found(packer.classes, classes),
        ]
        if evidence and packer.impact != "none":
            name = packer.name.en if packer.name.en == packer.name.zh else f"{packer.name.zh} ({packer.name.en})"
            affects = ("code", "ui") if packer.impact == "full" else ("code",)
            yield Limit(kind="packed", detail=f"{name}: {', '.join(sorted(set(evidence))[:3])}", affects=affects)


def _found(patterns: Sequence[str], names: Iterable[str]) -> list[str]:
    literal = {pattern for pattern in patterns if "*" not in pattern and "#" not in pattern}
    wild = [glob((pattern,)) for pattern in patterns if pattern not in literal]
    return [name for name in names if name in literal or any(each.fullmatch(name) for each in wild)]


def bundles(archive: Archive) -> Iterator[Limit]:
    """Flutter, React Native, uni-app, Cordova, Unity and the like."""
    for kind, patterns, affects in BUNDLES:
        found = _found(patterns, archive.entries)
        if found:
            yield Limit(kind="bundle", detail=f"{kind}: {min(found)}", affects=affects)


def hidden_code(archive: Archive) -> Iterator[Limit]:
    """DEX, APK and JAR files outside the places that are loaded by themselves."""
    for kind, suffix in CODE_FILES:
        found = sorted(name for name in archive.entries if name.endswith(suffix) and "/" in name)
        if found:
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            affects = () if kind == "apk" else ("code",)  # an APK in the assets is installed, not loaded
            yield Limit(kind="hidden_code", detail=f"{kind}: {found[0]}{more}", affects=affects)


def standing(app: App) -> Iterator[Limit]:
    """What holds for every static scan, said in each report. `affects` is empty: it decides nothing."""
    if app.native_libraries:
        count = len({library.name for library in app.native_libraries})
        yield Limit(kind="native_code", detail=f"{count} native libraries are named but not disassembled")
    yield Limit(kind="static", detail="calls are read from bytecode; whether and when they run needs a device")
