"""The manifest's XML tree → the parts of `App` that it holds. Source: the Android manifest reference."""

from collections.abc import Iterator
from typing import Any, get_args

from appscan.extract.resources import Resources
from appscan.facts import Component, ComponentKind, DefinedPermission, IntentFilter, MetaData, Permission
from appscan.knowledge import KnownPermission

ANDROID = "{http://schemas.android.com/apk/res/android}"
KINDS: tuple[ComponentKind, ...] = get_args(ComponentKind)
PROTECTION_BASE = ("normal", "dangerous", "signature", "signatureOrSystem", "internal")
EXPLICIT_EXPORT_SDK = 31
PROVIDER_EXPORT_SDK = 17


class Manifest:
    """A manifest with its resources.

    The platform finds attributes by resource id, not by namespace: one with no namespace, or a wrong one as some
    engines write, counts too.
    """

    def __init__(self, root: Any, resources: Resources) -> None:
        self.root = root
        self.resources = resources
        self.package = str(root.get("package") or "")
        self.application = root.find("application")

    def get(self, element: Any, name: str) -> str | None:
        """An attribute as it stands; None where it is not there."""
        if element is None:
            return None
        value = element.get(ANDROID + name)
        if value is None:
            value = element.get(name)
        if value is None:
            value = next((text for key, text in element.attrib.items() if key.endswith(f"}}{name}")), None)
        return None if value is None else str(value)

    def text(self, element: Any, name: str) -> str:
        """An attribute with references resolved."""
        return self.resources.text(self.get(element, name))

    def number(self, element: Any, name: str) -> int | None:
        """An attribute as a number (decimal or 0x…); None where it is none."""
        value = self.text(element, name)
        try:
            return int(value, 0)
        except ValueError:
            return None

    def flag(self, element: Any, name: str) -> bool | None:
        """An attribute as true or false; None where it is neither."""
        value = self.text(element, name).lower()
        if value in ("true", "-1", "1", "0xffffffff"):
            return True
        return False if value in ("false", "0", "0x0") else None

    def class_name(self, name: str | None) -> str:
        """A full class name: a leading dot, or no dot at all, means the package."""
        if not name:
            return ""
        if name.startswith("."):
            return self.package + name
        return name if "." in name else f"{self.package}.{name}"


def sdk_levels(manifest: Manifest) -> tuple[int | None, int | None]:
    """(minSdkVersion, targetSdkVersion); the target defaults to the minimum, as on a device."""
    element = manifest.root.find("uses-sdk")
    low = manifest.number(element, "minSdkVersion")
    target = manifest.number(element, "targetSdkVersion")
    return low, target if target is not None else low


def permissions(manifest: Manifest, known: dict[str, KnownPermission]) -> tuple[Permission, ...]:
    """Every permission asked for, in the manifest's order, each name once."""
    defined = {each.name: each for each in defined_permissions(manifest)}
    found: dict[str, Permission] = {}
    for element in manifest.root:
        if element.tag not in ("uses-permission", "uses-permission-sdk-23", "uses-permission-sdk-m"):
            continue
        name = manifest.text(element, "name")
        if name and name not in found:
            own = defined.get(name)
            shape = name.replace(manifest.package, "*", 1)  # `*.permission.MIPUSH_RECEIVE`
            entry = known.get(name) or (None if own else known.get(shape))
            found[name] = _permission(manifest, element, entry, own)
    return tuple(found.values())


def _permission(
    manifest: Manifest, element: Any, known: KnownPermission | None, own: DefinedPermission | None
) -> Permission:
    protection = known.protection if known else own.protection if own else ""
    return Permission(
        name=manifest.text(element, "name"),
        level=known.level_at(sdk_levels(manifest)[1]) if known else protection.partition("|")[0] or "unknown",
        protection=protection,
        element="uses-permission" if element.tag == "uses-permission" else "uses-permission-sdk-23",
        max_sdk=manifest.number(element, "maxSdkVersion"),
        custom=own is not None,
        group=known.group if known else "",
    )


def defined_permissions(manifest: Manifest) -> tuple[DefinedPermission, ...]:
    """The permissions that the app defines itself."""
    return tuple(
        DefinedPermission(name=manifest.text(each, "name"), protection=_protection(manifest, each))
        for each in manifest.root.findall("permission")
    )


def _protection(manifest: Manifest, element: Any) -> str:
    value = manifest.text(element, "protectionLevel")
    try:
        base = int(value, 0) & 0xF
    except ValueError:
        return value or "normal"
    return PROTECTION_BASE[base] if base < len(PROTECTION_BASE) else value


def components(manifest: Manifest) -> tuple[Component, ...]:
    """Every component of the application, in the manifest's order."""
    if manifest.application is None:
        return ()
    _, target = sdk_levels(manifest)
    found = (each for each in manifest.application if each.tag in KINDS)
    return tuple(_component(manifest, each, target or 1) for each in found)


def _component(manifest: Manifest, element: Any, target: int) -> Component:
    filters = tuple(_filter(manifest, each) for each in element.findall("intent-filter"))
    authorities = manifest.text(element, "authorities")
    return Component(
        kind=element.tag,
        name=manifest.class_name(manifest.text(element, "name")),
        exported=_exported(manifest.flag(element, "exported"), element.tag, filters, target),
        enabled=manifest.flag(element, "enabled") is not False,
        process=manifest.text(element, "process"),
        permission=manifest.text(element, "permission"),
        authorities=tuple(filter(None, authorities.split(";"))),
        target=manifest.class_name(manifest.text(element, "targetActivity")),
        filters=filters,
        meta_data=meta_data(manifest, element),
    )


def _exported(declared: bool | None, kind: str, filters: tuple[IntentFilter, ...], target: int) -> bool:  # noqa: FBT001
    """The platform's defaults: a provider was exported below API 17, others when they have a filter."""
    if declared is not None:
        return declared
    return target < PROVIDER_EXPORT_SDK if kind == "provider" else bool(filters)


def _filter(manifest: Manifest, element: Any) -> IntentFilter:
    return IntentFilter(
        actions=tuple(manifest.text(each, "name") for each in element.findall("action")),
        categories=tuple(manifest.text(each, "name") for each in element.findall("category")),
        data=tuple(_data(manifest, each) for each in element.findall("data")),
        priority=manifest.number(element, "priority") or 0,
    )


def _data(manifest: Manifest, element: Any) -> str:
    parts = ((name, manifest.text(element, name)) for name in ("scheme", "host", "port", "path", "mimeType"))
    return " ".join(f"{name}={value}" for name, value in parts if value)


def meta_data(manifest: Manifest, element: Any) -> tuple[MetaData, ...]:
    """The `<meta-data>` children of an element."""
    if element is None:
        return ()
    return tuple(
        MetaData(
            name=manifest.text(each, "name"), value=manifest.text(each, "value") or manifest.text(each, "resource")
        )
        for each in element.findall("meta-data")
    )


def queries(manifest: Manifest) -> tuple[str, ...]:
    """What `<queries>` names: packages, providers, and the actions of intents."""
    return tuple(dict.fromkeys(_queries(manifest)))


def _queries(manifest: Manifest) -> Iterator[str]:
    for block in manifest.root.findall("queries"):
        for element in block:
            if element.tag == "package":
                yield f"package {manifest.text(element, 'name')}"
            elif element.tag == "provider":
                yield f"provider {manifest.text(element, 'authorities')}"
            elif element.tag == "intent":
                yield f"intent {' '.join(manifest.text(each, 'name') for each in element.findall('action'))}"


def features(manifest: Manifest) -> tuple[str, ...]:
    """The hardware and software features that the app uses."""
    names = (manifest.text(each, "name") for each in manifest.root.findall("uses-feature"))
    return tuple(dict.fromkeys(filter(None, names)))
