"""What a static scan of this archive cannot see: packers, web and script bundles, code in odd places."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from appscan.extract.archive import EntryError
from appscan.extract.package import Entries
from appscan.facts import App, Limit
from appscan.knowledge import Packer
from appscan.sdk_versions import glob

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

CORDOVA_PLUGINS = "assets/www/cordova_plugins.js"
MAX_MODULES = 40

CODE_FILES = (("dex", ".dex"), ("apk", ".apk"), ("jar", ".jar"))


class Listed:
    """Names in which many patterns are looked for: a set for literal ones, one text for those with wildcards."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._text = "\n".join(sorted(self._names))

    def matching(self, patterns: Sequence[str]) -> list[str]:
        """The names that some patterns (`*`: any run, `#`: a digit) give."""
        found = [pattern for pattern in patterns if pattern in self._names]
        for pattern in patterns:
            if "*" in pattern or "#" in pattern:
                found += re.findall(f"^(?:{glob((pattern,)).pattern})$", self._text, re.MULTILINE)
        return sorted(set(found))


def packers(entries: Entries, app: App, known: Sequence[Packer]) -> Iterator[Limit]:
    """Packers by native library, asset, or the class of the application."""
    libraries = Listed(library.name for library in app.native_libraries)
    classes = Listed((app.application, *(component.name for component in app.components)))
    names = Listed(entries.entries)
    for packer in known:
        evidence = [
            *libraries.matching(packer.native_libraries),
            *map(entries.place, names.matching(packer.assets)),
            *classes.matching(packer.classes),
        ]
        if evidence and packer.impact != "none":
            name = packer.name.en if packer.name.en == packer.name.zh else f"{packer.name.zh} ({packer.name.en})"
            affects = ("code", "ui") if packer.impact == "full" else ("code",)
            yield Limit(kind="packed", detail=f"{name}: {', '.join(sorted(set(evidence))[:3])}", affects=affects)


def bundles(entries: Entries) -> Iterator[Limit]:
    """Flutter, React Native, uni-app, Cordova, Unity and the like, with the modules that a bundle names itself."""
    names = Listed(entries.entries)
    for kind, patterns, affects in BUNDLES:
        found = names.matching(patterns)
        if found:
            modules = ", ".join(_modules(entries, kind, found))
            named = f"; modules: {modules}" if modules else ""
            yield Limit(kind="bundle", detail=f"{kind}: {entries.place(min(found))}{named}", affects=affects)


def _modules(entries: Entries, kind: str, found: list[str]) -> list[str]:
    """What a bundle says that it uses: a uni-app manifest's modules, the plugins of a Cordova app."""
    try:
        if kind == "uni-app":
            name = next((each for each in found if each.endswith("/www/manifest.json")), None)
            listed = json.loads(entries.read(name)).get("permissions", {}) if name else {}
            return sorted(map(str, listed))[:MAX_MODULES] if isinstance(listed, dict) else []
        if kind == "cordova" and CORDOVA_PLUGINS in entries:
            text = entries.read(CORDOVA_PLUGINS).decode("utf-8", "replace")
            return sorted(set(re.findall(r'"pluginId":\s*"([\w.-]+)"', text)))[:MAX_MODULES]
    except (EntryError, ValueError, AttributeError):
        pass  # damaged, or not what its name says: then nothing is known of its modules
    return []


def hidden_code(entries: Entries) -> Iterator[Limit]:
    """DEX, APK and JAR files outside the places that are loaded by themselves."""
    for kind, suffix in CODE_FILES:
        found = sorted(name for name in entries.entries if name.endswith(suffix) and "/" in name)
        if found:
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            affects = () if kind == "apk" else ("code",)  # an APK in the assets is installed, not loaded
            yield Limit(kind="hidden_code", detail=f"{kind}: {entries.place(found[0])}{more}", affects=affects)


def standing(app: App) -> Iterator[Limit]:
    """What holds for every static scan, said in each report. `affects` is empty: it decides nothing."""
    if app.native_libraries:
        count = len({library.name for library in app.native_libraries})
        yield Limit(kind="native_code", detail=f"{count} native libraries are named but not disassembled")
    yield Limit(kind="static", detail="calls are read from bytecode; whether and when they run needs a device")
