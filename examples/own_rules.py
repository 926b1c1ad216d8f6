"""Check a report by rules of one's own: python examples/own_rules.py [FILE [PACK]]."""

import sys
from pathlib import Path

import gxcheck

HERE = Path(__file__).parent


def main(
    path: str | Path = HERE / "reports" / "faulty.txt",
    pack: str | Path = HERE / "packs" / "ours.yml",
) -> None:
    """Print what a pack of rules finds in a report."""
    rules = gxcheck.load_rules(pack)
    for finding in gxcheck.check(path, rules=rules, lang="en"):
        if finding.rule.startswith("ours-"):
            print(f"{finding.rule}: {finding.message}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
