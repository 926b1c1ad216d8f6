"""How LibreOffice is run and what is made of its failures; scripts stand in for it."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest
from compound_files import compound, word_head

import form_files
from form_reports import department
from gxcheck import ReadError
from gxcheck.document import Limits, read
from gxcheck.document.office import reader, soffice

WORD = compound({"WordDocument": word_head(), "1Table": b"table"})
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Installs a shell script as LibreOffice; $out is where the result belongs."""

    def install(script: str) -> Path:
        program = tmp_path / "soffice"
        head = '#!/bin/sh\nfor last; do :; done\nwhile [ "$1" != --outdir ]; do '
        head += 'echo "$1" >> "$0.log"; shift; done\nout="$2/report.docx"\nmkdir -p "$2"\n'
        program.write_text(head + script)
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(reader, "find_soffice", lambda: str(program))
        return tmp_path

    return install


def test_what_it_makes_is_read(stand_in):
    folder = stand_in('cp "$(dirname "$0")/made" "$out"')
    (folder / "made").write_bytes(form_files.docx(department()))
    document = read(WORD, name="年报.doc")
    assert document.paragraphs[0].text == department().title[0]
    assert (document.source.name, document.source.format) == ("年报.doc", "doc")


def test_every_run_has_a_profile_of_its_own_which_forbids_macros_and_is_gone_after(stand_in):
    folder = stand_in('cp "$HOME/profile/user/registrymodifications.xcu" "$0.$$"\ncp "$0" "$out"\n')
    for _ in range(2):
        with pytest.raises(ReadError):
            read(WORD)
    log = (folder / "soffice.log").read_text()
    profiles = {one for one in log.splitlines() if one.startswith("-env:UserInstallation=file:")}
    assert len(profiles) == 2
    assert not any(Path(one.partition("file://")[2]).exists() for one in profiles)
    settings = next(folder.glob("soffice.[0-9]*")).read_text()
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in settings
    assert "--infilter=MS Word 97" in log


@pytest.mark.parametrize(
    "script",
    [
        "exit 0",
        "exit 77",
        'printf "" > "$out"',
        'echo "no Word file" > "$out"',
        'mkdir "$out"',
        "kill -9 $$",
    ],
)
def test_success_is_what_it_made_not_what_it_says(stand_in, script):
    stand_in(script)
    with pytest.raises(ReadError, match="LibreOffice转换失败"):
        read(WORD, name="年报.doc")


def test_no_more_is_taken_than_the_limits_allow(stand_in):
    stand_in('head -c 3000000 /dev/zero > "$out"')
    with pytest.raises(ReadError, match="转换失败"):
        read(WORD, limits=Limits(bytes=1_000_000))


def test_a_hang_ends_with_all_that_was_started(stand_in):
    folder = stand_in('sleep 300 & echo $! > "$0.child"\nsleep 300\n')
    start = time.monotonic()
    with pytest.raises(ReadError, match=r"1\.5秒"):
        read(WORD, limits=Limits(conversion=1.5))
    assert time.monotonic() - start < 20
    assert has_ended(int((folder / "soffice.child").read_text()))


def test_what_it_leaves_running_ends_too(stand_in):
    folder = stand_in('sleep 300 & echo $! > "$0.child"\n')
    with pytest.raises(ReadError):
        read(WORD)
    assert has_ended(int((folder / "soffice.child").read_text()))


def has_ended(process: int) -> bool:
    """Whether a process is gone, or waits for nothing but being counted."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_without_libreoffice_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(reader, "find_soffice", lambda: None)
    with pytest.raises(ReadError, match="apt-get install libreoffice-writer-nogui") as caught:
        read(WORD, name="年报.wps")
    assert "另存为docx" in str(caught.value)


def test_it_is_found_on_the_path_or_where_it_is_usually_installed(tmp_path, monkeypatch):
    program = tmp_path / "libreoffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert soffice.find_soffice() == str(program)
    other = tmp_path / "elsewhere"
    other.write_text("")
    monkeypatch.setenv("PATH", "")
    told = {"programs": ["soffice"], "places": [str(tmp_path / "none"), str(other)]}
    monkeypatch.setattr(soffice, "read_yaml", lambda name: told)
    assert soffice.find_soffice() == str(other)
    other.unlink()
    assert soffice.find_soffice() is None
