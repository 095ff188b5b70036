"""The formats of the lists, by name and by the file's ending. Office formats need libraries of their own."""

import importlib
from pathlib import Path
from typing import Final

from appscan.disclose.model import Disclosure
from appscan.disclose.sheet import sheet
from appscan.errors import UsageError
from appscan.renderers._json import encode

SUFFIXES: Final = {
    ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".xlsx": "xlsx", ".json": "json",
}  # fmt: skip
MODULES: Final = {"md": "markdown", "html": "html", "docx": "docx", "xlsx": "xlsx"}
LIBRARIES: Final = {"docx": ("docx", "python-docx"), "xlsx": ("openpyxl", "openpyxl")}
"""Format → the module that it needs, and the distribution that has it."""


def chosen(form: str, output: Path | None) -> str:
    """The format that is asked for, else the one that the file's ending means, else Markdown. Raises `UsageError`."""
    by_suffix = SUFFIXES.get(output.suffix.lower()) if output else "md"
    name = form or by_suffix
    if name is None:
        raise UsageError(
            f"--output {output}: add a --format, or end it in {', '.join(sorted(SUFFIXES))}",
            f"--output {output}：请用 --format 指明格式，或以 {'、'.join(sorted(SUFFIXES))} 结尾",
        )
    if name in LIBRARIES:
        if output is None:
            raise UsageError(f"--format {name}: needs an --output file", f"--format {name}：需要 --output 指明文件")
        _need(name)
    return name


def _need(name: str) -> None:
    module, distribution = LIBRARIES[name]
    try:
        importlib.import_module(module)
    except ImportError as error:
        command = "pip install 'appscan[office]'"
        raise UsageError(
            f"{name} files need {distribution}, which is not installed: {command}",
            f"生成 {name} 文件需要 {distribution}，尚未安装：{command}",
        ) from error


def rendered(found: Disclosure, name: str) -> bytes:
    """The lists in a format."""
    if name == "json":
        return (encode(found, indent=2) + "\n").encode()
    module = importlib.import_module(f"appscan.disclose.{MODULES[name]}")
    made: bytes = module.render(sheet(found))
    return made
