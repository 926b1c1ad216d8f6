import pytest
from front_helpers import document, flow

from gxcheck.report.front.contact import Zones, read_contact
from gxcheck.report.front.organ import read_organ
from gxcheck.report.front.signature import read_signature
from gxcheck.report.front.title import read_title


def organ(title="", preamble="", end=""):
    everywhere = Zones(10**6, 10**6)
    return read_organ(
        read_title(document(title).blocks),
        flow(preamble),
        read_contact(flow(preamble), everywhere),
        read_signature((), document(end).blocks),
    )


def told(found):
    return [(name.text, name.place) for name in found.names]


def test_all_names_in_the_order_of_the_report():
    found = organ(
        "市审管办（公共资源交管办）2017年政务公开工作报告",
        "现公布市审管办（公共资源交管办）2017年政务公开工作年度报告。"
        "如对本报告有疑问，请联系：临江行政审批管理办公室。",
        "临江市行政审批管理办公室\n2018年3月26日",
    )
    assert told(found) == [
        ("市审管办(公共资源交管办)", "title"),
        ("市审管办(公共资源交管办)", "preamble"),
        ("临江行政审批管理办公室", "contact"),
        ("临江市行政审批管理办公室", "signature"),
    ]
    assert (found.name, found.kind) == ("临江市行政审批管理办公室", "department")


@pytest.mark.parametrize(
    ("preamble", "names"),
    [
        (
            "市政务服务中心管理办公室(以下简称市政务办)2017年度信息公开工作报告全文由七部分组成。",
            ["市政务服务中心管理办公室"],
        ),
        (
            "结合2018年度临江市海河区（开发区）政府信息公开工作实际编制而成。",
            ["临江市海河区(开发区)"],
        ),
        ("特向社会公布2020年临江市农业农村局政府信息公开工作年度报告。", ["临江市农业农村局"]),
        ("现公布清河县人民政府2020年政府信息公开年报。", ["清河县人民政府"]),
        ("现向社会公布2020年度临江经济技术开发区政府信息公开年度报告。", ["临江经济技术开发区"]),
        ("由临江市人民政府办公厅综合各级行政机关的政府信息公开工作年度报告编制而成。", []),
        ("本年报由清河县人民政府办公室编制。", ["清河县人民政府办公室"]),
        ("要求，由清河县统计局负责编制本报告。", ["清河县统计局"]),
        ("本报告由我局办公室编制，由各科室提供素材。", []),
        ("按照要求，清河县统计局编制了2023年政府信息公开工作年度报告。", ["清河县统计局"]),
        ("清河县统计局现组织编写本年度报告。", ["清河县统计局"]),
        ("清河县统计局（以下简称县统计局）编制2023年年报。", ["清河县统计局"]),
        ("结合清河县统计局2023年政府信息公开工作情况，编制本报告。", ["清河县统计局"]),
        ("按照要求，结合实际编制本报告。", []),
        ("我局编制了2023年政府信息公开工作年度报告。", []),
        ("清河县统计局编制统计年鉴，会同县财政局编制了本报告。", []),
        ("特向社会公布2015年度我局政府信息公开工作年度报告。", []),
        ("现将2020年度全市政府信息公开工作情况报告如下：", []),
        ("根据《国务院办公厅关于2017年政务公开工作要点》编制2017年政府信息公开工作年度报告。", []),
        ("根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告。", []),
    ],
)
def test_names_in_the_preamble(preamble, names):
    assert told(organ(preamble=preamble)) == [(name, "preamble") for name in names]


@pytest.mark.parametrize(
    ("title", "end", "name", "kind"),
    [
        (
            "清河县2020年政府信息公开工作年度报告",
            "清河县人民政府\n2021年1月2日",
            "清河县人民政府",
            "government",
        ),
        (
            "清河县2020年政府信息公开工作年度报告",
            "清河县人民政府办公室\n2021年1月2日",
            "清河县",
            "government",
        ),
        (
            "清河县2020年政府信息公开工作年度报告",
            "丰水县人民政府\n2021年1月2日",
            "清河县",
            "government",
        ),
        (
            "2020年度北仑区政务办\n政府信息公开工作年度报告",
            "宁波市北仑区政务服务办公室\n2021年1月19日",
            "宁波市北仑区政务服务办公室",
            "department",
        ),
        ("2020年政府信息公开工作年度报告", "河东镇人民政府", "河东镇人民政府", "township"),
        ("2020年全市政府信息公开工作年度报告", "", None, "other"),
    ],
)
def test_the_name_to_call_it_by(title, end, name, kind):
    found = organ(title, "", end)
    assert (found.name, found.kind) == (name, kind)


def test_parts_of_the_organ_and_words_for_it_name_nobody():
    assert told(organ(preamble="如对本报告有疑问，请与局办公室联系。")) == []
    assert told(organ(preamble="如对本报告有疑问，请与我镇党政办公室联系。")) == []


def test_who_compiled_it_is_named_in_one_paragraph():
    assert told(organ(preamble="如有不妥，由丰水县水利\n\n局办公室负责编制，请指正。")) == []
