"""The entry point: commands, and what becomes of errors."""

import errno
import os
import sys
from typing import Annotated, NoReturn

# One thread: the index is not linear algebra, and an idle pool costs CPU and makes forking unsafe.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Typer validates through pydantic, which would search every installed package for plug-ins.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import typer

from appscan import __version__
from appscan.cli import checklists, disclose, explain, filing, inspect, match_stack, policy, scan, sdks, trace
from appscan.cli.language import asked_language
from appscan.errors import AppscanError

DEFECT, INTERRUPTED, BROKEN_PIPE = 70, 130, 141

app = typer.Typer(
    name="appscan",
    help="Privacy audit of Android apps under Chinese rules. 安卓应用个人信息保护合规静态检测。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("scan")(scan.scan)
app.command("inspect")(inspect.inspect)
app.command("policy")(policy.policy)
app.command("trace")(trace.trace)
app.command("match-stack")(match_stack.match_stack)
app.command("disclose")(disclose.disclose)
app.command("filing")(filing.filing)
app.command("explain")(explain.explain)
app.add_typer(sdks.app, name="sdks")
app.add_typer(checklists.app, name="checklists")


def _version(value: bool) -> None:  # noqa: FBT001 - typer's callback
    if value:
        typer.echo(f"appscan {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Privacy audit of Android apps under Chinese rules (安卓应用个人信息保护合规静态检测)."""


def main() -> NoReturn:
    """Run the command line; every way out has its published exit code."""
    _prepare_streams()
    try:
        app()
    except AppscanError as error:
        _say(error.zh if asked_language(sys.argv) == "zh" else error.en)
        code = error.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader has left; do not let the interpreter complain about it while it closes down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = BROKEN_PIPE
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EIO):
            _say(f"the output cannot be written ({error.strerror})")
            code = AppscanError.code
        else:
            _defect(error)
            code = DEFECT
    except Exception as error:  # noqa: BLE001 - the last line of defence: exit 70 and how to report it
        _defect(error)
        code = DEFECT
    sys.exit(code)  # noqa: TID251 - this is the one place


def _prepare_streams() -> None:
    """UTF-8 whatever the locale says; a closed stream is nobody's reader."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - lives as long as we do
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(message: str) -> None:
    from appscan.renderers._safe import clean  # noqa: PLC0415 - only on the way out

    sys.stderr.write(f"appscan: {clean(message)}\n")


def _defect(error: Exception) -> None:
    """A bug of ours: what and where in one line; the traceback only where it is asked for."""
    if os.environ.get("APPSCAN_DEBUG"):
        import traceback  # noqa: PLC0415 - only here

        traceback.print_exc()
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else "?"  # noqa: PTH119
    _say(f"a defect of appscan {__version__}: {type(error).__name__} at {where}: {error}")
    _say("please report it on the issue tracker with this line and, if you may, the input (APPSCAN_DEBUG=1 shows more)")
