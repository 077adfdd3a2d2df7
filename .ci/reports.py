"""Reads reports as a browser and as a Markdown parser do, and says what is wrong with them."""
import re
import sys

import html5lib
from markdown_it import MarkdownIt

ELEMENTS = set(
    """html head meta title style body header main nav section div h1 h2 h3 h4 h5 p a ol ul li dl dt dd
    table caption colgroup col thead tbody tr th td br span figure figcaption svg rect text path""".split()
)
ATTRIBUTES = set("charset content http-equiv name lang class id href scope colspan style aria-labelledby".split())
faults = []


def fault(name, text):
    faults.append(f"{name}: {text}")


def local(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else "comment"


def table(name, element):
    children = [local(child) for child in element]
    if children[0] != "caption" or not "".join(element[0].itertext()).strip():
        fault(name, "a table without caption")
    width = None
    for row in element.iter():
        if local(row) != "tr":
            continue
        cells = [cell for cell in row if local(cell) in ("th", "td")]
        count = sum(int(cell.get("colspan", "1")) for cell in cells)
        width = width or count
        if count != width:
            fault(name, f"a row of {count} cells in a table of {width}")
        for cell in cells:
            if local(cell) == "th" and cell.get("scope") not in ("col", "row", "rowgroup"):
                fault(name, "a heading cell without scope")


def page(name, text):
    parser = html5lib.HTMLParser(strict=True)
    try:
        tree = parser.parse(text)
    except html5lib.html5parser.ParseError as error:
        return fault(name, f"is no valid HTML: {error} {parser.errors[:1]}")
    ids, links, level = [], [], 0
    for element in tree.iter():
        tag = local(element)
        if tag not in ELEMENTS:
            fault(name, f"holds <{tag}>")
        in_svg = isinstance(element.tag, str) and "svg" in element.tag
        for key in element.keys():
            if not in_svg and key not in ATTRIBUTES:
                fault(name, f"holds the attribute {key}")
        if element.get("id"):
            ids.append(element.get("id"))
        if element.get("href"):
            links.append(element.get("href"))
        if re.fullmatch(r"h[1-6]", tag):
            if int(tag[1]) > level + 1:
                fault(name, f"<{tag}> after <h{level}>")
            level = int(tag[1])
        if tag == "table":
            table(name, element)
        if tag == "svg" and not any(local(child) == "title" for child in element):
            fault(name, "a picture without a title")
    if len(set(ids)) < len(ids):
        fault(name, "an id twice")
    for link in links:
        if not link.startswith("#") or link[1:] not in ids:
            fault(name, f"a link to {link}")
    if re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", text):
        fault(name, "reaches outside itself")


def markdown(name, text):
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    levels = []
    for token in tokens:
        if token.type in ("html_block", "code_block", "fence", "blockquote_open", "hr"):
            fault(name, f"holds {token.type}: {token.content[:60]}")
        if token.type == "heading_open":
            if token.markup[0] != "#":
                fault(name, "a heading by underlining")
            levels.append(int(token.tag[1]))
        for part in token.children or []:
            if part.type in ("link_open", "image", "code_inline", "s_open"):
                fault(name, f"holds {part.type}: {token.content[:60]}")
            if part.type == "html_inline" and part.content != "<br>":
                fault(name, f"holds {part.content}")
    if levels.count(1) != 1:
        fault(name, f"{levels.count(1)} titles")
    bars = len(re.findall(r"^\| -", text, re.MULTILINE))
    tables = sum(token.type == "table_open" for token in tokens)
    if bars != tables:
        fault(name, f"{bars} tables written, {tables} read")


for path in sys.argv[1:]:
    name = path.rsplit("/", 1)[-1]
    with open(path, encoding="utf-8", errors="strict") as file:
        (page if path.endswith(".html") else markdown)(name, file.read())
print("\n".join(faults[:40]) or f"{len(sys.argv) - 1} reports hold")
sys.exit(bool(faults))
