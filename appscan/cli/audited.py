"""What `appscan policy` does once its options are known."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from appscan.catalogue import store
from appscan.cli.output import write
from appscan.cli.run import TOOL
from appscan.errors import UsageError
from appscan.extract.policy import audit, has_text, no_text
from appscan.renderers._json import encode
from appscan.report.model import Language
from appscan.report.policy import policy_report


class Request(NamedTuple):
    """The options of `appscan policy`."""

    files: tuple[Path, ...]
    urls: tuple[str, ...]
    form: str
    output: Path | None
    lang: Language
    verbose: bool


def audit_policy(request: Request, checklists: Sequence[Path]) -> None:
    """Read the policy and write what it says. Raises `AppscanError`, also where nothing that was given is a text."""
    if not request.files and not request.urls:
        raise UsageError(
            "give a file, a folder or --policy-url (`appscan policy --help`)",
            "请给出文件、文件夹或 --policy-url（见 `appscan policy --help`）",
        )
    if request.output and request.output.resolve() in {each.resolve() for each in request.files}:
        raise UsageError(f"--output {request.output}: it is an input", f"--output {request.output}：与输入相同")
    knowledge = store.load(checklists).knowledge
    found, documents = audit(request.files, knowledge, request.urls)
    report = policy_report(found, knowledge, TOOL, request.lang)
    if request.form == "json":
        write(encode(report, indent=2) + "\n", request.output)
    elif request.form == "html":
        from appscan.renderers import _policy_page as page  # noqa: PLC0415 - only where it is wanted

        write(page.render(report, documents, knowledge), request.output)
    else:
        from appscan.renderers import _policy_text as text  # noqa: PLC0415 - rich is only needed here

        if request.output:
            write(text.plain(report, knowledge, verbose=request.verbose), request.output)
        else:
            text.print_policy(report, knowledge, text.stdout_console(), verbose=request.verbose)
    if not any(has_text(each) for each in found.documents):
        raise no_text(found.documents[0])
