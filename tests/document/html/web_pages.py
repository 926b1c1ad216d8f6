"""Sets a report as a page, in the manner of the content systems that government sites use."""

import html
import quopri
from collections.abc import Callable, Mapping

from web_forms import Grid
from web_reports import Part, WebReport

__all__ = ["PAGES"]

Cell = Callable[[str], str]
Setter = Callable[[WebReport], bytes]

SCRIPT = '<script>var menu = "<div>政务服务</div>"; if (1 > 0 && 2 < 3) {}</script>'
STYLE = "<style>body{font-family:宋体} .gone{display:none} a>b{color:red}</style>"
MENU = "".join(
    f'<li><a href="/c{n}/">{w}</a></li>'
    for n, w in enumerate(
        ["首页", "政务公开", "政务服务", "互动交流", "无障碍浏览", "网站地图"] * 3
    )
)
TOP = f'<div class="top"><a href="#">无障碍浏览</a> | <a href="#">登录</a></div><ul>{MENU}</ul>'
PLACE = (
    '<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/a">公开</a> &gt; 年报</div>'
)
PARTICULARS = (
    '<table class="xxgk" border="1"><tr><td>索引号：</td><td>008-2024-00017</td><td>发布机构：</td>'
    "<td>青岩市水利局</td></tr><tr><td>名 称：</td><td>年度报告</td><td>文 号：</td><td>无</td>"
    "</tr></table>"
)
BUTTONS = "<p class=b>【字体：<a>大</a> <a>中</a> <a>小</a>】 <a href='#'>打印本页</a></p>"
POSTED = "<p>发布时间：2024-01-22 10:08　来源：市水利局　浏览次数：<span>118</span>次</p>"
NEXT = '<p>上一篇：<a href="1.htm">关于招聘的公告</a></p><p>扫一扫在手机打开当前页</p>'
FOOT = (
    "<div id='footer'><p>主办单位：青岩市人民政府办公室，承办单位：青岩市大数据局，电话：</p>"
    "<p><a href='#'>网站地图</a> | 备案号：川ICP备05001234号 网站标识码5113000001</p></div>"
)


def plain(words: str) -> str:
    return html.escape(words, quote=False)


def table(grid: Grid, cell: Cell = plain, tag: str = "td", attributes: str = ' border="1"') -> str:
    """A table as HTML; a blank cell holds what `cell` makes of no words."""
    rows = []
    for row in grid:
        cells = []
        for words, down, across in row:
            spans = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
            cells.append(f"<{tag}{spans}>{cell(words)}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table{attributes}><tbody>{''.join(rows)}</tbody></table>"


def paragraphs(
    report: WebReport,
    paragraph: Callable[[Part], str] = lambda part: f"<p>　　{plain(part.text)}</p>\n",
    grid: Callable[[Grid], str] = table,
) -> str:
    return "".join(
        grid(part.grid) if part.kind == "table" else paragraph(part) for part in report.parts
    )


def page(body: str, title: str = "青岩市水利局", head: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="{charset}">\n'
        f"<title>{title}</title>{head}{STYLE}{SCRIPT}</head>\n<body>\n{body}\n</body></html>\n"
    )


def framed(content: str, title: str = "", head: str = "") -> str:
    """A page with all that stands around a text."""
    heading = f"<h1>{title}</h1>" if title else ""
    return page(
        f"{TOP}{PLACE}{PARTICULARS}<div class='main'>{heading}{POSTED}{BUTTONS}{content}</div>"
        f"{NEXT}{FOOT}{SCRIPT}",
        head=head,
    )


def trs(report: WebReport) -> bytes:
    """TRS: nested editor divs, styles at every paragraph, tables of centred paragraphs."""

    def paragraph(part: Part) -> str:
        align = {"heading": "left", "sign": "right"}.get(part.kind, "justify")
        return (
            f'<p align="{align}" style="text-indent: 2em; font-size: 12pt">'
            f'<span style="font-family: 宋体">{plain(part.text)}</span></p>\n'
        )

    def cell(words: str) -> str:
        return f'<p align="center" style="margin: 0">{plain(words) or "&nbsp;"}</p>'

    title = f'<p align="center"><b>{report.title}</b></p>'
    body = title + paragraphs(report, paragraph, lambda grid: table(grid, cell))
    editor = f'<div class="view TRS_UEDITOR"><div class="TRS_Editor">{body}</div></div>'
    return framed(f'<div id="zoom">{editor}</div>').encode()


def jcms(report: WebReport) -> bytes:
    """大汉: a page laid out in tables, upper-case tags, comments, no title in the text, GBK."""
    body = paragraphs(report, lambda part: f"<P>&nbsp;&nbsp;&nbsp; {plain(part.text)}</P>\r\n")
    content = (
        f"<TABLE width='100%'><TR><TD id=bt_content><!--<$[信息内容]>begin-->{body}"
        "<!--<$[信息内容]>end--></TD></TR></TABLE>"
    )
    layout = (
        f"<TABLE cellSpacing=0><TR><TD width=200>{TOP}</TD><TD>{PLACE}<TABLE><TR><TD>{content}"
        f"</TD></TR></TABLE></TD></TR><TR><TD colSpan=2>{FOOT}</TD></TR></TABLE>"
    )
    head = f'<meta name="ArticleTitle" content="{report.title}">'
    return page(layout, "青岩市政府门户网站", head, "gb2312").encode("gb18030")


def ucap(report: WebReport) -> bytes:
    """开普: the heading outside of the content, paragraphs of spans."""
    body = paragraphs(
        report, lambda part: f'<p style="text-indent:2em;"><span>{plain(part.text)}</span></p>'
    )
    posted = '<div class="article-info">发布时间：2024-01-22 10:08</div>'
    return framed(f'{posted}<div id="UCAP-CONTENT">{body}</div>', report.title).encode()


def word(report: WebReport) -> bytes:
    """Word, saved as a filtered page: mso styles, conditional comments, one tag a line."""

    def run(words: str) -> str:
        return (
            '<span\nlang=EN-US style=\'font-size:12.0pt;font-family:"Times New Roman",serif;\nmso-'
            f"fareast-font-family:仿宋_GB2312'>{plain(words)}<o:p></o:p></span>"
        )

    def cell(words: str) -> str:
        return f"\n  <p class=MsoNormal align=center style='text-align:center'>{run(words)}</p>\n  "

    def paragraph(part: Part) -> str:
        text = part.text
        cut = len(text) // 2
        return (
            "\n<p class=MsoNormal style='text-indent:32.0pt;line-height:\n28.0pt'>"
            f"<![if !supportLists]>{run(text[:cut])}<![endif]><b>{run(text[cut:])}</b></p>\n"
        )

    def grid(one: Grid) -> str:
        widths = "<td width=66 style='border:none'></td>" * sum(box.across for box in one[0])
        unseen = f"<![if !supportMisalignedColumns]>\n <tr height=0>{widths}</tr>\n <![endif]>"
        text = table(one, cell, "td", " class=MsoTable").replace("</tbody>", f"{unseen}</tbody>")
        return f"<div align=center>\n\n{text}\n\n</div>"

    body = f"<p class=MsoNormal align=center>{run(report.title)}</p>" + paragraphs(
        report, paragraph, grid
    )
    head = (
        '<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n'
        '<meta name=Generator content="Microsoft Word 15"><title>无</title><!--[if gte mso 9]><xml>'
        "<w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!--\n"
        ' p.MsoNormal{mso-style-parent:"";font-family:宋体}\n--></style>'
    )
    text = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office">'
        f"\n<head>{head}</head>\n<body lang=ZH-CN style='tab-interval:21.0pt'>\n"
        f"<div class=WordSection1>{body}</div>\n</body>\n</html>\n"
    )
    return text.replace("\n", "\r\n").encode("gb18030")


def one_table(report: WebReport) -> bytes:
    """A spreadsheet saved as a page: title, prose and tables in one table of fifteen columns."""
    rows = [f"<tr><td colspan=15>{report.title}</td></tr>"]
    for part in report.parts:
        if part.kind != "table":
            rows.append(f"<tr><td colspan=15>{plain(part.text)}</td></tr>")
        else:
            own = table(part.grid).removeprefix('<table border="1"><tbody>')
            rows.append(own.removesuffix("</tbody></table>"))
    return page(f"<table>{''.join(rows)}</table>").encode()


def breaks(report: WebReport) -> bytes:
    """Old pages: no paragraph at all, line ends and spaces; the charset is wrong."""
    body = f"<center><b>{report.title}</b></center><br>" + paragraphs(
        report, lambda part: f"　　{plain(part.text)}<br>\n"
    )
    content = f"<div class=nr><font size=3 color='#000'>{body}</font></div>"
    return framed(content).replace('charset="utf-8"', 'charset="gbk"').encode("utf-8")


def double_breaks(report: WebReport) -> bytes:
    """Lines parted by two breaks, in one cell of a layout table; GBK that is called UTF-8."""
    body = paragraphs(report, lambda part: f"&nbsp;&nbsp;&nbsp;&nbsp;{plain(part.text)}<BR><BR>")
    content = f"<table><tr><td><div>{report.title}</div>{body}</td></tr></table>"
    return framed(content).encode("gb18030")


def fragment(report: WebReport) -> bytes:
    """What is copied out of an editor: no frame, no head."""
    return (f"<p>{report.title}</p>" + paragraphs(report)).encode()


def without_ends(report: WebReport) -> bytes:
    """HTML of the first days: no end tags for paragraphs, rows and cells."""

    def grid(one: Grid) -> str:
        text = table(one)
        for tag in ("</td>", "</tr>", "</tbody>", "<tbody>"):
            text = text.replace(tag, "")
        return text

    body = paragraphs(report, lambda part: f"<P>{plain(part.text)}\n", grid)
    return f"<html><head><title>{report.title}<body><h2>{report.title}</h2>{body}".replace(
        f"<title>{report.title}", f"<title>{report.title}</title>"
    ).encode()


def xhtml(report: WebReport) -> bytes:
    body = paragraphs(report, lambda part: f"<p>{plain(part.text)}</p><br />")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC '
        '"-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{report.title}</title>'
        f'<link href="a.css" /></head><body><div>{body}<hr /></div></body></html>'
    ).encode("utf-8-sig")


def confetti(report: WebReport) -> bytes:
    """Every two characters in a font and a span of their own, figures digit by digit."""

    def torn(words: str) -> str:
        pairs = [words[at : at + 2] for at in range(0, len(words), 2)]
        return "".join(
            f'<font face="仿宋"><span lang="EN-US">{plain(pair)}</span></font>' for pair in pairs
        )

    def cell(words: str) -> str:
        return "<p>" + "".join(f"<span><b>{plain(mark)}</b></span>" for mark in words) + "</p>"

    body = paragraphs(
        report, lambda part: f"<p>{torn(part.text)}</p>", lambda grid: table(grid, cell)
    )
    return framed(f"<div class='TRS_Editor'><p>{torn(report.title)}</p>{body}</div>").encode()


def entities(report: WebReport) -> bytes:
    """Every character beyond ASCII as an entity, decimal or hexadecimal."""

    def spelt(text: str) -> str:
        return "".join(
            mark if mark < "\x80" else f"&#{ord(mark)};" if ord(mark) % 2 else f"&#x{ord(mark):X};"
            for mark in text
        )

    return spelt(framed(f"<div>{paragraphs(report)}</div>", report.title)).encode("ascii")


def layout_tables(report: WebReport) -> bytes:
    """Each section in a table of its own within tables for layout, side menu beside it."""

    def block(part: Part) -> str:
        return table(part.grid) if part.kind == "table" else f"<p>{plain(part.text)}</p>"

    blocks = "".join(f"<tr><td>{block(part)}</td></tr>" for part in report.parts)
    inner = f"<table width=760><tr><td><h1>{report.title}</h1></td></tr>{blocks}</table>"
    side = f"<table><tr><td><ul>{MENU}</ul></td></tr></table>"
    body = f"<table><tr><td valign=top>{side}</td><td>{PLACE}{inner}</td></tr></table>{FOOT}"
    return page(body).encode()


def hidden(report: WebReport) -> bytes:
    """A hidden copy for telephones with other numbers, and what only scripts show."""
    other = paragraphs(report).replace("1", "7")
    body = (
        f"<div style='DISPLAY: none'>{other}</div><div class='gone'>{other}</div><noscript>{other}"
        f"</noscript><template>{other}</template><div hidden>{other}</div>"
        f"<article>{paragraphs(report)}</article>"
    )
    return framed(body, report.title).encode()


def titled_by_frame(report: WebReport) -> bytes:
    """The title stands only in <title>, before the name of the site; one line of HTML."""
    content = f"<div id=content-x>{paragraphs(report)}</div>"
    text = page(f"{TOP}{content}{FOOT}", f"{report.title}_年度报告_青岩市水利局")
    return text.replace("\n", "").encode()


def archive(report: WebReport) -> bytes:
    """A browser's web archive."""
    inner = quopri.encodestring(trs(report))
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.qingyan.gov.cn/a.html\r\n"
        b"Subject: =?utf-8?Q?nianbao?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n------B\r\n'
        b"Content-Type: text/html\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + inner + b"\r\n------B\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        b"------B--\r\n"
    )


def heads_and_spans(report: WebReport) -> bytes:
    """Header cells with line ends, a <caption>, false spans, a form around it all."""

    def cell(words: str) -> str:
        return plain(words).replace("商业企业", "商业<br/>企业").replace("本年新", "本年新<br>")

    def grid(one: Grid) -> str:
        text = table(one, cell)
        head = "<thead></thead><caption>单位：件</caption>"
        return text.replace("<tbody>", f"{head}<tbody>").replace('rowspan="22"', 'rowspan="300"')

    content = f"<section class='v_news_content'>{paragraphs(report, grid=grid)}</section>"
    return framed(f"<form><div id='vsb_content'>{content}</div></form>", report.title).encode()


def damaged(report: WebReport) -> bytes:
    """GBK with a byte too many in a script, as where it was written in another encoding."""
    text = framed(f"<div class='nr'>{paragraphs(report)}</div>", report.title)
    data = text.replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")
    return data.replace(b"var menu", b"// \xff\xfe\x81\nvar menu", 1)


PAGES: Mapping[str, Setter] = {
    setter.__name__: setter
    for setter in (
        *(trs, jcms, ucap, word, one_table, breaks, double_breaks, fragment, without_ends, xhtml),
        *(confetti, entities, layout_tables, hidden, titled_by_frame, archive, heads_and_spans),
        damaged,
    )
}
