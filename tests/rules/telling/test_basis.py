"""The norms that findings cite: those in force, on what the finding is about."""

import pytest

import gxcheck
from gxcheck.rules import load_rules
from gxcheck.rules.proving.examples import example_report
from gxcheck.rules.telling.basis import basis_names

TABLE = "政府信息公开情况统计表（国办发〔2014〕32号）"
ROWS = """青禾县水务局2024年政府信息公开工作年度报告
二、主动公开政府信息情况
| 第二十条第（一）项 | | | |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 1件 | 0 | 5件 |
"""


def test_the_statistical_table_is_no_basis_for_another_table():
    found = {one.rule: one.basis for one in gxcheck.check(ROWS.encode())}
    assert found["table-row-missing"] == ("国办公开办函〔2021〕30号",)
    assert found["cell-unit"] == ("国办公开办函〔2021〕30号",)


@pytest.mark.parametrize("edition", [2008, 2021])
def test_it_is_one_for_itself(edition):
    rules = load_rules()
    example = rules.get("annex-applications").examples["fails"][0]
    found = rules.evaluate(example_report(example, edition)).findings
    (finding,) = [one for one in found if one.rule == "annex-applications"]
    assert finding.basis == (TABLE,)


def test_every_rule_has_a_basis_in_all_its_editions():
    for rule in load_rules().rules:
        for edition in rule.editions:
            assert basis_names(rule.basis, edition, "zh"), (rule.id, edition)


def test_every_finding_of_an_example_has_a_basis():
    for rule in load_rules().rules:
        for example in rule.examples["fails"]:
            values = {name: value for name, value in example.items() if name != "previous"}
            report = example_report(values, rule.editions[-1])
            found = load_rules().evaluate(report).findings
            assert all(one.basis for one in found), rule.id
