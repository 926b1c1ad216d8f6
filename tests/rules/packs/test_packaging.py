"""The wheel carries the rules compiled; what they say must be what the checkout says."""

import importlib.metadata
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from gxcheck.data import read_yaml, rules_folder
from gxcheck.report.prose.claims import words as claim_words
from gxcheck.rules import load_rules
from gxcheck.rules.packs.bundle import json_files, made_files, module_source
from gxcheck.rules.search.translate import for_re

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
PROBE = """
import json, sys
from gxcheck.checking import review
from gxcheck.report.prose.claims import words as claim_words
from gxcheck.rules import load_rules
from gxcheck.data import built
text = sys.stdin.read()
found = review(text.encode("utf-8"))
print(json.dumps({
    "compiled": built() is not None,
    "rules": [repr(rule) for rule in load_rules().rules],
    "findings": [finding.model_dump(mode="json") for finding in found.findings],
    "outcomes": [outcome.model_dump(mode="json") for outcome in found.outcomes],
}))
"""
BUILD = """
import sys
refused = set(sys.argv.pop().split(","))
class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name in refused:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Refusing())
from hatchling.cli import hatchling
sys.exit(hatchling())
"""
TEXT = """某市某局2023年政府信息公开工作年度报告
一、总体情况
全年主动公开信息100条。
	信息内容
	本年制发件数
	本年废止件数
	现行有效件数

	规章
	1
	2
	3

"""


def names_of(requirements):
    return {re.split(r"[^\w-]", one)[0].replace("-", "_").lower() for one in requirements}


@pytest.fixture(scope="module")
def unasked():
    """The modules of what gxcheck depends on and its build does not ask for."""
    if sys.version_info < (3, 11):
        return set()
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lacking = names_of(project["project"]["dependencies"]) - names_of(
        project["build-system"]["requires"]
    )
    modules = importlib.metadata.packages_distributions().items()
    return {module for module, of in modules if names_of(of) & lacking}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory, unasked):
    """What is in the wheel, which is made with what the build asks for."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-c", BUILD, *f"build -t wheel -d {folder}".split()]
    done = subprocess.run(
        [*build, ",".join(unasked)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


@pytest.mark.skipif(sys.version_info < (3, 11), reason="nothing here reads TOML")
def test_the_wheel_is_made_with_what_the_build_asks_for(wheel, unasked):
    assert {"rich", "jsonschema"} <= unasked
    assert (wheel / "gxcheck/_rules/compiled").is_dir()


def probe(*paths):
    code = f"import sys; sys.path[:0] = {[str(path) for path in paths]!r}\n{PROBE}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=TEXT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=rules_folder(),
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_wheel_says_what_the_checkout_says(wheel):
    installed, checkout = probe(wheel), probe(ROOT / "src")
    assert installed.pop("compiled")
    assert not checkout.pop("compiled")
    assert installed == checkout


def test_the_wheel_holds_every_rule_file(wheel):
    shipped = {p.relative_to(wheel / "gxcheck/_rules") for p in wheel.rglob("*.yml")}
    assert shipped == {path.relative_to(rules_folder()) for path in rules_folder().rglob("*.yml")}
    compiled = {path.name for path in wheel.rglob("compiled/**/*.json")}
    assert compiled == {f"{path.name}.json" for path in shipped} | {"claim_words.json"}


def test_json_is_what_the_yaml_says():
    for name, text in json_files().items():
        assert json.loads(text) == read_yaml(name)


def test_words_that_the_wheel_has_ready_made_are_those_of_the_checkout(monkeypatch):
    ready = json.loads(made_files()[claim_words.MADE])
    expected = claim_words.claim_words.__wrapped__()
    monkeypatch.setattr(claim_words, "read_compiled", {claim_words.MADE: ready}.get)
    monkeypatch.setattr(claim_words, "made_words", None)
    found = claim_words.claim_words.__wrapped__()
    assert replace(found, finder=expected.finder) == expected


def test_functions_are_made_for_all_editions():
    namespace = {}
    exec(compile(module_source(), "compiled", "exec"), namespace)  # noqa: S102
    functions = namespace["QUICK"]
    assert {("applications-balance", 2019), ("applications-balance", 2021)} <= set(functions)
    patterns = {for_re(p) for r in load_rules().rules for p in (r.search.patterns or {}).values()}
    assert patterns <= set(namespace["FIRST_WORDS"])
    assert {"某某", "()"} <= set(namespace["SOUGHT"])
    assert not {"公开", "\n", "年"}.intersection(namespace["SOUGHT"])
