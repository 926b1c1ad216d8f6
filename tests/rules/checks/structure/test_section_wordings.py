"""What sections tell in the words of many places: said in other words, and left out."""

import pytest
from texts import NEW, OLD, PREAMBLE, changed, findings, old_text, text


def found(rule: str, report: str) -> bool:
    return bool(findings(rule, report))


def said(part: str, content: str) -> str:
    return text(changed(NEW, part, content))


def renamed(sections: dict[str, str], part: str, heading: str) -> dict[str, str]:
    return {heading if part in old else old: content for old, content in sections.items()}


# --- 概述, 总体情况


@pytest.mark.parametrize(
    "content",
    [
        "（一）主动公开。公开信息286条。\n（二）依申请公开。办结4件。\n"
        "（三）政府信息管理及平台建设。做好信息审核，维护网站。\n（四）监督保障。组织培训2次。",
        "2023年，我局深入推进公开，门户网站和“云岭司法”公众号运行平稳。\n（一）加强组织领导。局长任组长。\n"
        "（二）突出主动公开。公开信息120条。\n（三）规范依申请公开。收到申请2件。\n（四）严格信息审核。三审三校。",
        "（一）主动公开。公开各类政务信息92条。\n（二）依申请公开。本年度未收到申请。\n"
        "（三）监督保障。明确专人负责，对拟公开信息层层审批，指定人员维护局网站。",
        "一是通过公众号推送信息56条。二是未收到公众申请。三是对发布内容严格把关。四是设置专区。五是纳入考核。",
        "2023年，本局公开财政预决算等信息，未收到群众申请，定期清理失效文件，维护公开栏，组织培训2次。",
    ],
)
def test_a_topic_told_under_the_heading_of_another(content):
    assert not findings("overview-topics", said("总体", content))


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        (
            "（一）主动公开。通过网站公开信息312条，其中水资源管理信息15条。\n（二）依申请公开。收到申请3件。\n"
            "（三）平台建设。维护公众号。\n（四）监督保障。纳入考核。",
            "政府信息管理",
        ),
        (
            "（一）主动公开。通过政府网站公开402条，通过微信公众号公开636条。\n（二）依申请公开。收到申请3件。\n"
            "（三）政府信息管理。三审三校。\n（四）监督保障。纳入考核。",
            "平台建设",
        ),
        (
            "（一）依申请公开。收到申请3件。\n（二）政府信息管理。清理后转为主动公开5件。\n"
            "（三）平台建设。依托门户网站设置栏目。\n（四）监督保障。纳入考核。",
            "主动公开",
        ),
        (
            "（一）主动公开。公开信息300条。\n（二）政府信息管理。三审三校。\n"
            "（三）平台建设。优化依申请公开栏目。\n（四）监督保障。培训2次。",
            "依申请公开",
        ),
        (
            "（一）主动公开。公开市场监督管理信息300条。\n（二）依申请公开。收到申请3件。\n"
            "（三）政府信息管理。三审三校。\n（四）平台建设。网站改版。",
            "监督保障",
        ),
    ],
)
def test_a_topic_only_named_in_passing(content, missing):
    (finding,) = findings("overview-topics", said("总体", content))
    assert finding.values["missing"] == missing


# --- fees of 2008


@pytest.mark.parametrize(
    "content",
    [
        "本年度没有发生依申请公开政府信息的收费及减免情况。",
        "全年收取检索、复制、邮寄等费用共计126.5元。",
        "各单位未就群众查阅或申请公开政府信息进行收费。",
        "收费情况：0元；减免情况：0元。",
        "无此类情况。",
        "均为无偿提供。",
        "依申请公开信息收取的费用为零。",
        "对申请公开的事项，按规定标准收取复制、邮寄成本费。",
        "我委没有就此收取费用，也不存在减免费用的情况。",
        "根据规定，依申请提供政府信息可收取成本费，本年度均未收取。",
        "对所有申请一律不收取费用。",
        "未收到要求公开政府信息的申请。",
        "详见附表。",
    ],
)
def test_fees_are_stated(content):
    assert not found("fee-statement-missing", old_text(changed(OLD, "收费", content)))


@pytest.mark.parametrize(
    "content",
    [
        "严格按照国家和省关于政府信息公开收费的规定执行。",
        "收费工作有序开展，群众比较满意。",
        "依申请提供政府信息，可以收取检索、复制、邮寄等成本费用，符合条件的可以免收。",
        "没有发生违规收费行为，收费公开透明。",
        "对符合减免条件的申请人，严格按照规定办理减免手续。",
        "未发生与诉讼有关的费用。",
        "按照规定，检索费每件3元，复印费每张0.2元。",
        "除成本费用外，不得收取其他费用。",
    ],
)
def test_fees_are_not_stated(content):
    assert found("fee-statement-missing", old_text(changed(OLD, "收费", content)))


# --- problems and measures


@pytest.mark.parametrize(
    "content",
    [
        "与群众期盼相比，公开质效仍有提升空间。下一步将加大力度。",
        "业务人员流动性大，政策解读多以文字为主。2024年，我局将组织轮训。",
        "栏目更新频次偏慢。改进情况：建立月通报制度。",
        "（一）存在问题\n个别科室报送被动。\n（二）改进措施\n定期通报。",
        "问题清单：公开目录梳理存在遗漏；措施清单：对照目录补录。",
        "公开信息量偏少，更新不快。2024年要增加公开数量，每周更新一次。",
        "互动交流有待加强。2024年重点抓两件事：办好开放日，办好直播间。",
        "解读传播力不强。为破解这一难题，联合融媒体中心开设短视频专栏。",
        "与上级要求还有一定距离，今后将加强培训。",
    ],
)
def test_problems_and_measures(content):
    assert not found("problems-missing", said("问题", content))
    assert not found("improvement-missing", said("问题", content))


@pytest.mark.parametrize(
    "content",
    [
        "2024年，我局将进一步加强组织领导，完善公开制度，提升公开水平。",
        "制定实施方案，选派业务骨干指导；推广图解等解读形式。",
        "（二）改进措施。一是实行周报制；二是开展案例教学，逐件倒查问题。",
        "今后将及时解决工作中存在的问题，确保取得实效。",
        "不存在问题。下一步继续加强培训。",
    ],
)
def test_measures_alone(content):
    assert found("problems-missing", said("问题", content))


@pytest.mark.parametrize(
    "content",
    [
        "公开的广度和深度还不够，群众知晓率有待提高。",
        "专业人员缺乏，公开形式较为单一，更新还不够及时。",
    ],
)
def test_problems_alone(content):
    assert found("improvement-missing", said("问题", content))


# --- other matters, accountability


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("本机关依申请公开未产生信息处理费。", True),
        ("本年度发出收费通知0件，总金额0元。", True),
        ("全年没有收费。", True),
        ("无其他需要报告的事项。", False),
        ("本年度办理人大建议3件，均已公开。", False),
    ],
)
def test_processing_fee(content, told):
    assert found("processing-fee-missing", said("其他", content)) is not told


@pytest.mark.parametrize(
    "content",
    [
        "公开信息920条，政务公开在综合绩效考评中占4分，邀请代表委员评议，无追责情形。",
        "公开工作纳入年终考核，公众满意率95%，未启动问责。",
        "列入考核，委托第三方机构对公开情况进行评估，对2个单位通报批评。",
    ],
)
def test_accountability(content):
    report = said("总体", content).replace("云岭市司法局", "临江县人民政府")
    assert not found("accountability-missing", report)
    assert not found("accountability-partial", report)


# --- headings and what the preamble says of them


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("总体", "一、概述"),
        ("总体", "一、总体工作情况"),
        ("总体", "一、本年度政务信息总体公开情况"),
        ("收到", "三、行政机关收到和处理政府信息公开申请情况"),
        ("行政复议", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        ("问题", "五、主要问题和下一步打算"),
        ("其他", "六、其他需要说明的事项"),
    ],
)
def test_sections_under_other_titles(part, heading):
    report = text(renamed(NEW, part, heading))
    for rule in ("section-missing", "section-extra", "section-numbering", "section-order"):
        assert not found(rule, report), rule


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("概述", "一、基本情况"),
        ("收费", "四、政府信息公开支出与收费情况"),
        ("收费", "四、相关费用情况"),
        ("复议", "五、举报、复议及诉讼情况"),
        ("其他", "七、需要说明的事项与附表"),
    ],
)
def test_sections_of_2008_under_other_titles(part, heading):
    report = old_text(renamed(OLD, part, heading))
    for rule in ("section-missing", "overview-missing", "section-numbering", "section-order"):
        assert not found(rule, report), rule


LISTED = "、".join(heading[2:] for heading in NEW)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (f"报告内容包括{LISTED}，共六部分。", False),
        (f"全文共分六大部分：{LISTED}。", False),
        ("本报告共六个部分，并附统计表。", False),
        (f"报告包括{LISTED}等5个部分。", True),
        (f"年报由{LISTED}，共计七部分组成。", True),
    ],
)
def test_number_of_sections(sentence, wrong):
    assert found("section-count", text(preamble=PREAMBLE + sentence)) is wrong


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (
            "（一）公开\n1.公开92条。\n（1）网站60条。\n（2）公众号32条。\n2.解读3篇。\n（二）申请\n2件。",
            False,
        ),
        ("一是主动公开92条。二是依申请公开2件。三是管理。四是平台。五是监督。", False),
        ("一是主动公开92条。二是依申请公开2件。二是管理。", True),
        ("一是主动公开92条。\n二是依申请公开2件。\n四是管理。", True),
        ("一是主动公开92条，二要依申请公开2件，三是管理。首先梳理，二是更新。", False),
        ("（一）公开。一是梳理，二是更新。\n（二）申请。此外二是办理。", False),
        ("一是公开，做到：一是全面，二是及时；二是管理。下一步一是培训，二是督促。", False),
        ("一是公开，做到：一是全面，二是及时；四是管理。", True),
        ("（一）主动公开。公开92条。\n（三）依申请公开。2件。\n（四）监督保障。", True),
        ("1.主动公开。公开92条。\n2.依申请公开。2件。\n2.监督保障。培训。", True),
    ],
)
def test_numbers_of_subheadings(content, wrong):
    assert found("subheading-numbering", said("总体", content)) is wrong


def test_only_the_first_item_out_of_turn_is_told():
    content = "一是主动公开92条。三是依申请公开2件。三是管理。\n一是培训。三是督促。"
    told = findings("subheading-numbering", said("总体", content))
    assert [one.quote for one in told] == ["三是", "三是"]
    assert "列举" in told[0].message
