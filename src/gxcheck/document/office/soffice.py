"""Runs LibreOffice once, without its windows, to make one file of another.

Every run has a profile of its own, for two runs that share one disturb each other; it forbids
macros, active content and links to elsewhere. LibreOffice tells success where it has failed, so
only what lies in its folder afterwards counts. What it started ends with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from gxcheck.data import read_yaml
from gxcheck.document.limits import Limits

__all__ = ["ConversionFailed", "convert", "find_soffice"]

_PROFILE = "registrymodifications.xcu"
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH")


class ConversionFailed(Exception):  # noqa: N818  # it is what happened to the file
    """LibreOffice made nothing of the file; `late` if it took too long."""

    def __init__(self, late: bool) -> None:
        super().__init__("late" if late else "failed")
        self.late = late


def find_soffice() -> str | None:
    """The program, on the path or where it is usually installed; None where it is not."""
    office = read_yaml("office.yml")
    on_path = (shutil.which(name) for name in office["programs"])
    usual = (path for path in office["places"] if Path(path).is_file())
    return next((path for path in (*on_path, *usual) if path), None)


def convert(program: str, data: bytes, limits: Limits) -> bytes:
    """The .docx that LibreOffice makes of an old Word file. Raises `ConversionFailed`."""
    with tempfile.TemporaryDirectory(prefix="gxcheck-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        office = read_yaml("office.yml")
        source = folder / f"report.{office['from']['extension']}"
        source.write_bytes(data)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / _PROFILE).write_text(_settings(office["settings"]), "utf-8")
        _run([program, *_options(office, profile, folder / "out"), str(source)], folder, limits)
        return _made(folder / "out" / f"report.{office['to']['extension']}", limits)


def _options(office: Mapping[str, Mapping[str, str]], profile: Path, target: Path) -> list[str]:
    to = office["to"]
    return [
        f"-env:UserInstallation={profile.as_uri()}",
        *office["options"],
        f"--infilter={office['from']['filter']}",
        "--convert-to",
        f"{to['extension']}:{to['filter']}",
        "--outdir",
        str(target),
    ]


def _settings(settings: Mapping[str, Mapping[str, object]]) -> str:
    """The profile's file of settings: by the place of each, its name and its value."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{str(value).lower()}</value></prop></item>"
        for path, values in settings.items()
        for name, value in values.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor='
        f'"http://openoffice.org/2001/registry">{items}</oor:items>'
    )


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    """Run the program and end it, with all that it started. Raises `ConversionFailed`."""
    environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
    private = dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP"), str(folder))
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**environment, **private, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"},
            start_new_session=True,
        )
    except OSError as error:
        raise ConversionFailed(late=False) from error
    try:
        _bound(process.pid, limits)
        process.wait(limits.conversion)
    except subprocess.TimeoutExpired as error:
        raise ConversionFailed(late=True) from error
    finally:
        _end(process)


def _bound(process: int, limits: Limits) -> None:
    """Bound the memory and the files of the process and of those it starts, where that can be."""
    with suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        memory, size = limits.conversion_memory, limits.unpacked
        resource.prlimit(process, resource.RLIMIT_AS, (memory, memory))
        resource.prlimit(process, resource.RLIMIT_FSIZE, (size, size))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it has started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _made(file: Path, limits: Limits) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(limits.bytes + 1)
    except OSError as error:
        raise ConversionFailed(late=False) from error
    if not data or len(data) > limits.bytes:
        raise ConversionFailed(late=False)
    return data
