"""What sections must tell, in many words."""

import pytest
from texts import NEW, OLD, changed, findings, old_text, text

# --- the five topics of 总体情况


def overview(content: str) -> str:
    return text(changed(NEW, "总体", content))


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        (0, "主动公开"),
        (1, "依申请公开"),
        (2, "政府信息管理"),
        (3, "平台建设"),
        (4, "监督保障"),
    ],
)
def test_each_topic_is_missed(line, missing):
    lines = NEW["一、总体情况"].split("\n")
    del lines[line]
    (found,) = findings("overview-topics", overview("\n".join(lines)))
    assert found.values["missing"] == missing
    assert found.quote == "一、总体情况"


@pytest.mark.parametrize(
    "content",
    [
        "本局通过网站和微信公开信息92条，答复申请2件。发布前严格审核，全年组织培训1次。",
        "一是做好信息发布。二是规范办理依法申请公开事项。三是健全三审三校制度。四是用好政务新媒体。五是强化督查考核。",
        "（一）抓主动公开。公开92条。\n（二）抓申请办理。依申请公开2件。\n（三）抓审核把关。先审后发。\n"
        "（四）抓阵地。改版门户网站。\n（五）抓责任落实。列入考核。",
    ],
)
def test_topics_in_other_words(content):
    assert not findings("overview-topics", overview(content))


# --- assessment, appraisal, accountability


def county(content: str) -> str:
    return overview(content).replace("云岭市司法局", "临江县人民政府")


def test_a_government_tells_of_accountability():
    assert findings("accountability-missing", county("公开信息920条，答复申请2件。"))
    assert not findings("accountability-missing", overview("公开信息920条，答复申请2件。"))
    partly = county("公开信息920条，列入年度考核。")
    assert not findings("accountability-missing", partly)
    (found,) = findings("accountability-partial", partly)
    assert found.values["missing"] == "社会评议、责任追究结果"
    assert not findings("accountability-partial", county("列入考核，群众满意度95%，未发生问责。"))


# --- problems and measures


def problems(content: str) -> str:
    return text(changed(NEW, "问题", content))


@pytest.mark.parametrize(
    "content",
    [
        "公开工作有待加强。下一步将组织培训。",
        "信息员变动频繁，工作衔接脱节。今后将稳定队伍。",
        "（一）存在的主要问题。解读形式不多。\n（二）改进情况。运用图解、短视频等形式解读政策。",
        "虽然取得一定成效，但与群众期待相比仍有差距。2024年，我局将继续努力。",
        "问题：认识不到位。措施：学习条例。",
        "存在的问题：\n1.更新较慢。\n2.解读形式少。\n改进措施：\n1.加快更新。\n2.运用图解。",
        "偏远乡村仍有盲区；术语不易理解。针对前者，新装喇叭35个；针对后者，推出短视频21条。",
    ],
)
def test_problems_and_measures_in_other_words(content):
    assert not findings("problems-missing", problems(content))
    assert not findings("improvement-missing", problems(content))


@pytest.mark.parametrize(
    "content",
    [
        "下一步，我局将加强业务培训，及时更新栏目。",
        "（一）存在的主要问题\n（二）改进情况\n加强业务培训，及时更新栏目。",
        "2023年，我局政府信息公开工作取得一定成效。2024年将继续做好有关工作。",
        "针对存在的问题，我局将加强业务培训。",
        "无。",
    ],
)
def test_no_problem_is_told(content):
    (found,) = findings("problems-missing", problems(content))
    assert found.quote == "五、存在的主要问题及改进情况"


@pytest.mark.parametrize(
    "content",
    [
        "一是公开意识有待进一步加强。二是业务能力还需提高，内容不够完善。",
        "（一）存在的主要问题\n公开不够及时，力度需要继续加大。\n（二）改进情况",
        "队伍力量薄弱，解读形式单一。",
    ],
)
def test_no_measure_is_told(content):
    assert not findings("problems-missing", problems(content))
    (found,) = findings("improvement-missing", problems(content))
    assert found.place == "problems"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("存在问题：一是甲处不足；二是乙处不足；三是丙处不足。下一步，一是补甲；二是补乙。", True),
        ("存在问题：一是甲处不足；二是乙处不足。下一步，一是补甲；二是补乙。", False),
        ("甲处、乙处、丙处不足。下一步，一是补甲；二是补乙。", False),
        (
            "（一）存在的问题\n一是甲；二是乙；三是丙。\n（二）改进措施\n今后，一是补甲；二是补乙。",
            True,
        ),
        (
            "（一）存在的主要问题。一是甲；二是乙；三是丙。\n（二）改进情况。一是补甲；二是补乙。",
            True,
        ),
        ("（一）存在的主要问题。一是甲；二是乙。\n（二）改进情况。一是补甲；二是补乙。", False),
    ],
)
def test_as_many_measures_as_problems(content, told):
    assert bool(findings("problems-unpaired", problems(content))) is told


# --- fees


@pytest.mark.parametrize(
    "content",
    [
        "本年度收取信息处理费0元。",
        "本年度未发出收费通知，未收取费用。",
        "1.建议提案公开情况。已公开。\n2.政府信息公开信息处理费收取情况。无。",
    ],
)
def test_processing_fee_told(content):
    assert not findings("processing-fee-missing", text(changed(NEW, "其他", content)))


def test_processing_fee_told_elsewhere_or_not_at_all():
    silent = changed(NEW, "其他", "无其他需要报告的事项。")
    (found,) = findings("processing-fee-missing", text(silent))
    assert found.place == "other"
    told = changed(silent, "三、", "收到申请3件，均未收取信息处理费。")
    assert not findings("processing-fee-missing", text(told))


@pytest.mark.parametrize(
    "content",
    [
        "全年未向申请人收取任何费用。",
        "本局免费提供政府信息。",
        "无。",
        "本年度没有产生费用。",
        "未就查阅或申请公开政府信息进行收费。",
        "检索、复制、邮寄等成本费用均未发生。",
    ],
)
def test_fees_told(content):
    assert not findings("fee-statement-missing", old_text(changed(OLD, "收费", content)))


def test_costs_of_disputes_are_no_fees():
    costs = "本办公开工作人员来自各处室。由于没有复议和诉讼案件，因此未发生与诉讼有关的费用。"
    (found,) = findings("fee-statement-missing", old_text(changed(OLD, "收费", costs)))
    assert found.place == "fees"


def test_no_preamble():
    assert findings("preamble-missing", text(preamble=""))
    assert not findings("preamble-missing", text())
