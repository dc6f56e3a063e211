"""What .ci/browser.py tries of previews: findings on their figures, the panel, keys, what is behind a figure, --watch."""
import json
import pathlib
import re
import shutil
import subprocess
import time

# The families of rules of which the altered disclosure has findings.
FAMILIES = ["0", "X", "N", "C", "P", "D", "Y"]


def altered(package, folder):
    """A disclosure and one of the year before, wrong in every way that has a family of rules."""
    text = (package / "index.md").read_text()
    # Figures of tables and sentences: a digit of every ninth number is another.
    count = 0

    def other(match):
        nonlocal count
        count += 1
        number = match[0]
        return number if count % 9 else number[:-1] + str((int(number[-1]) + 3) % 10)

    wrong = re.sub(r"\d+\.\d\d", other, text)
    wrong = wrong.replace("| 20701 |", "| 20799 |", 1).replace("行政运行", "行政运转", 1).replace("主要原因是", "主要原因是。", 1)
    wrong = wrong.replace("\n## 第三部分", "\n本单位共有 XX 个科室。\n\n## 第三部分", 1)
    file = folder / "错.md"
    file.write_text(wrong)
    prior = folder / "上年.md"
    prior.write_text(re.sub(r"\d+\.\d\d", lambda match: match[0][:-1] + "7", text).replace("2024年", "2023年"))
    return file, prior


def panel(t, page, name, report):
    """Every finding of the check stands in the panel and on the figures it concerns."""
    listed = page.evaluate("""() => [...document.querySelectorAll(".findings > .finding")].map(one =>
        ({ severity: one.dataset.severity, rule: one.querySelector(".rule").textContent, text: one.textContent }))""")
    found = report["findings"]
    t.same([(one["severity"], one["rule"]) for one in listed], [(one["severity"], one["rule"]) for one in found],
           f"{name}: findings")
    for one, finding in zip(listed, found):
        t.expect(finding["message"] in one["text"], f"{name}: {finding['message']} is not told")
        if finding.get("expected"):
            t.expect(f"应为 {finding['expected']}" in one["text"], f"{name}: {finding['expected']} is not told")
    concerned = {operand for finding in found for operand in finding["addresses"]}
    marked = set(page.evaluate("""() => [...document.querySelectorAll("[data-findings]")].map(one => one.dataset.cell)"""))
    cells = set(page.evaluate("""() => [...document.querySelectorAll("td[data-cell]")].map(one => one.dataset.cell)"""))
    t.same(sorted(marked & cells), sorted(concerned & cells), f"{name}: marked figures")
    bare = page.evaluate("""() => [...document.querySelectorAll(".mark")].filter(mark =>
        getComputedStyle(mark, "::before").content.length < 3 || !mark.getAttribute("aria-label")).length""")
    t.same(bare, 0, f"{name}: marks without a sign")


def filters(t, page, name):
    """Severity, table and words leave what they say; keys go through it and round."""
    total = page.locator(".findings > .finding").count()
    shown = lambda: page.locator(".findings > .finding:not([hidden])")
    severities = page.evaluate("""() => [...document.querySelectorAll(".findings > .finding")].map(one => one.dataset.severity)""")
    for severity in set(severities):
        page.locator(f".filter input[value={severity}]").uncheck()
        t.same(shown().count(), total - severities.count(severity), f"{name}: without {severity}")
        page.locator(f".filter input[value={severity}]").check()
    options = page.locator(".filter option").evaluate_all("all => all.map(one => [one.value, one.textContent])")
    for value, label in options[1:]:
        page.locator(".filter select").select_option(value)
        t.same(shown().count(), int(label.rsplit(" ", 1)[1]), f"{name}: findings of {label}")
    page.locator(".filter select").select_option("")
    rule = page.locator(".findings .rule").first.inner_text()
    page.locator(".filter input[type=search]").fill(rule)
    t.expect(0 < shown().count() < max(total, 2) or total == 1, f"{name}: findings with {rule}")
    page.locator(".filter input[type=search]").fill("")
    t.same(shown().count(), total, f"{name}: no filter")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    t.same(page.locator(".finding.current").get_attribute("id"), "finding-1", f"{name}: first by key")
    page.keyboard.press("p")
    t.same(page.locator(".findings > .finding.current").get_attribute("id"), f"finding-{total}", f"{name}: last by key")
    page.keyboard.press("n")
    t.expect(f"第 1 条，共 {total} 条" in page.locator(".shown").inner_text(), f"{name}: the place is not told")
    page.keyboard.press("Escape")


def figures(t, page, name, has_ledger):
    """A figure tells what is behind it by pointer and by keys, and the figures of an identity light up together."""
    target = page.locator("td[data-findings]").first if page.locator("td[data-findings]").count() else page.locator(
        "td[data-cell='05.合计.1']")
    address = target.get_attribute("data-cell")
    target.click(position={"x": 3, "y": 3})
    about = page.locator(".about")
    about.wait_for()
    text = about.inner_text()
    t.expect(address in text, f"{name}: {text[:100]} does not name {address}")
    for number in (target.get_attribute("data-findings") or "").split():
        message = page.locator(f"#finding-{number} h3").evaluate("one => one.textContent")
        t.expect(about.evaluate("(one, words) => one.textContent.includes(words)", message), f"{name}: finding {number} not told")
    if page.locator(".about .relation").count():
        page.locator(".about .relation").first.click()
        t.expect(page.locator(".together").count() >= 2, f"{name}: nothing lights up together")
    page.keyboard.press("Escape")
    # Nor does what is now under the pointer open again.
    page.wait_for_timeout(400)
    t.same(about.count(), 0, f"{name}: Escape leaves it open")
    # By keys: into the table, down, and open.
    first = page.locator("table[data-table='05'] td[data-cell]").first
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    moved = page.evaluate("document.activeElement.dataset.cell")
    t.expect(moved and moved != first.get_attribute("data-cell"), f"{name}: arrows do not move")
    page.keyboard.press("Enter")
    about.wait_for()
    t.expect(moved in about.inner_text(), f"{name}: Enter opens another")
    if has_ledger:
        sum_text = page.evaluate("""() => { const rows = [...document.querySelectorAll(".about li b")].map(one =>
            Math.round(Number(one.textContent.replace(/,/g, "")) * 100)); return rows.reduce((a, b) => a + b, 0); }""")
        fen = page.locator(f"td[data-cell='{moved}']").get_attribute("data-fen")
        if fen and page.locator(".about li b").count() < 100:
            t.same(str(sum_text), fen, f"{name}: the rows of {moved}")
    page.keyboard.press("Escape")
    t.same(page.evaluate("document.activeElement.dataset.cell"), moved, f"{name}: the way back")


def years(t, page, name):
    """Last year's figures stand below this year's where they are asked for."""
    cell = page.locator("td[data-prior]").first
    t.same(cell.evaluate("one => getComputedStyle(one, '::after').content"), "none", f"{name}: last year's unasked for")
    page.locator("#show-prior").check()
    content = cell.evaluate("one => getComputedStyle(one, '::after').content")
    t.expect("上年" in content, f"{name}: last year's are not shown: {content}")
    page.locator("#show-prior").uncheck()


def preview(t, browser, source, output, *options):
    t.run("preview", "-q", source, "-o", output, *options)
    done = t.run("check", "-q", "--format", "json", source, *options, status=(0, 1))
    report = json.loads(done.stdout)
    report = report.get("inputs", [report])[0]
    has_prior = "--prior" in options
    for width in t.WIDTHS:
        visit = t.Visit(browser, output, width)
        name = visit.name
        with visit as page:
            panel(t, page, name, report)
            t.links_lead(page, name)
            t.nothing_overflows(page, name)
            t.is_inert(page, name, scripts=2)
            t.is_accessible(page, name)
            filters(t, page, name)
            figures(t, page, name, has_ledger=source.is_dir() and (source / "单位信息.csv").exists())
            t.nothing_overflows(page, name)
            if has_prior:
                years(t, page, name)
    with t.Visit(browser, output, java_script_enabled=False) as page:
        t.same(page.locator(".findings > .finding").filter(visible=True).count(), len(report["findings"]),
               f"{name} without script: findings")
        t.same(page.locator(".filter").filter(visible=True).count(), 0, f"{name} without script: controls")
        t.expect("复核单" in page.locator(".sign-off").inner_text(), f"{name} without script: no sheet to sign")
    with t.Visit(browser, output) as page:
        page.emulate_media(media="print")
        t.same(page.locator(".filter, .about, [data-made]").filter(visible=True).count(), 0, f"{name}: controls in print")
        t.expect(page.locator(".sign-off").is_visible(), f"{name}: no sheet to sign in print")
    return report


def followed(t, browser, example, folder):
    """The open page follows its ledger: a change, an error, and its end."""
    ledger = folder / "账"
    shutil.copytree(example, ledger, ignore=shutil.ignore_patterns("disclosure"))
    output = folder / "盯着.html"
    process = subprocess.Popen([t.juesuan, "preview", ledger, "-o", output, "--watch", "-q"], cwd=t.ROOT)
    try:
        for _ in range(200):
            if output.exists():
                break
            time.sleep(0.05)
        visit = t.Visit(browser, output)
        with visit as page:
            unit = (ledger / "单位信息.csv").read_text()
            name = re.search("单位名称,(.*)", unit)[1]
            (ledger / "单位信息.csv").write_text(unit.replace(name, "改了名的局"))
            page.wait_for_function("() => document.querySelector('h1').textContent.includes('改了名的局')", timeout=60000)
            (ledger / "单位信息.csv").write_text(unit.replace("年度,2024", "年度,不知道"))
            page.wait_for_function("() => document.querySelector('[role=alert]')?.textContent.includes('不知道')", timeout=60000)
            (ledger / "单位信息.csv").write_text(unit)
            page.wait_for_function(
                "name => !document.querySelector('[role=alert]') && document.querySelector('h1').textContent.includes(name)",
                arg=name, timeout=60000)
    finally:
        process.kill()
        process.wait()


def original(t, page, name, width):
    """A figure is shown on its page, and the place on the page leads back to it."""
    figures = page.locator("td[data-at]")
    t.expect(figures.count() > 8, f"{name}: {figures.count()} figures with a place")
    pictures = page.locator(".sheet img")
    t.expect(pictures.evaluate_all("all => all.length > 0 && all.every(one => one.src.startsWith('data:image/'))"),
             f"{name}: pictures from elsewhere")
    for index in range(0, figures.count(), max(1, figures.count() // 7)):
        figure = figures.nth(index)
        address = figure.get_attribute("data-cell")
        figure.scroll_into_view_if_needed()
        figure.click(position={"x": 3, "y": 3})
        page.locator(".about").wait_for()
        text = page.locator(".about").inner_text()
        t.expect("读自原件" in text and "页第" in text, f"{name}: {address} does not say where it was read: {text[:80]}")
        t.same(page.locator(".about .cut img").count(), 1, f"{name}: {address} has no cut-out")
        t.same(page.locator(".spot").count(), 1, f"{name}: {address} is not shown on its page")
        # In the picture of its page, which stands above the table or beside it.
        inside = page.locator(".spot").evaluate("""one => { const box = one.getBoundingClientRect();
            const image = one.closest(".print").querySelector("img").getBoundingClientRect();
            return box.width > 1 && box.height > 1 && box.left >= image.left - 4 && box.right <= image.right + 4
                && box.top >= image.top - 4 && box.bottom <= image.bottom + 4; }""")
        t.expect(inside, f"{name}: {address} is shown beside its page")
        sides = figure.evaluate("""one => { const section = one.closest(".section");
            const [page, table] = [".original", ".table"].map(query => section.querySelector(query));
            return { beside: page.getBoundingClientRect().right <= table.getBoundingClientRect().left + 1,
                above: Boolean(page.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING) }; }""")
        t.expect(sides["beside"] if width >= 960 else sides["above"] and not sides["beside"], f"{name}: {sides}")
        page.keyboard.press("Escape")
        t.same(page.locator(".spot").count(), 0, f"{name}: {address} stays shown")
        # By the pointer on the page, back to the figure.
        page.evaluate("""address => { const figure = [...document.querySelectorAll("td[data-at]")].find(one => one.dataset.cell === address);
            const [sheet, left, top, right, bottom] = figure.dataset.at.split(" ").map(Number);
            const print = figure.closest(".section").querySelector(`[data-sheet="${sheet}"] .print`);
            const box = print.querySelector("img").getBoundingClientRect();
            const at = (from, to, start, length) => start + (from + to) / 20000 * length;
            print.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: at(left, right, box.left, box.width),
                clientY: at(top, bottom, box.top, box.height) })); }""", address)
        found = page.locator(".about").get_attribute("aria-label") or ""
        t.same(found, "数 " + address, f"{name}: the place of {address} leads to")
        page.keyboard.press("Escape")
    # By keys: the place follows the figure, where there is one.
    figures.first.focus()
    for _ in range(40):
        page.keyboard.press("ArrowDown")
        if page.evaluate("Boolean(document.activeElement.dataset.at)"):
            break
    t.same(page.locator(".spot").count(), 1, f"{name}: keys do not show the place")
    larger = page.locator(".original .larger").first
    larger.focus()
    page.keyboard.press("Enter")
    t.same(larger.get_attribute("aria-pressed"), "true", f"{name}: the page does not grow")


def originals(t, browser, example, folder):
    """Pages of a PDF and of a scan beside what was read of them."""
    package = folder / "原件"
    t.run("build", "-q", example, "-o", package, "--pdf")
    pdf = next(package.glob("*.pdf"))
    sources = [(pdf, [])]
    if shutil.which("tesseract") and not t.QUICK:
        # The page of the first table, as a scanner gives it.
        number = next(number for number in range(1, 60) if "收入支出决算总表" in subprocess.run(
            ["pdftotext", "-f", str(number), "-l", str(number), pdf, "-"], capture_output=True, text=True).stdout
            and "总计" in subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), pdf, "-"],
                                       capture_output=True, text=True).stdout)
        subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", "-f", str(number), "-l", str(number), pdf,
                        folder / "扫描"], check=True)
        sources.append((folder / "扫描.png", ["--ocr", "tesseract"]))
    for source, options in sources:
        output = folder / f"预览-{source.stem}-原件.html"
        t.run("preview", "-q", source, "-o", output, *options)
        for width in t.WIDTHS:
            visit = t.Visit(browser, output, width)
            name = visit.name
            with visit as page:
                t.links_lead(page, name)
                t.nothing_overflows(page, name)
                t.is_accessible(page, name)
                original(t, page, name, width)
                t.nothing_overflows(page, name)
        with t.Visit(browser, output, 1280, color_scheme="dark") as page:
            t.is_accessible(page, f"{source.name} in the dark")
        with t.Visit(browser, output, java_script_enabled=False) as page:
            t.expect(page.locator(".sheet img").first.is_visible(), f"{source.name} without script: no page")


def previews(t, browser, examples, folder):
    """`t` is browser.py."""
    built = []
    for example in [] if t.QUICK else examples:
        output = folder / f"预览-{pathlib.Path(example).name}.html"
        preview(t, browser, t.ROOT / example, output)
        built.append(output)
    wrong, prior = altered(folder / pathlib.Path(examples[-1]).name, folder)
    output = folder / "预览-错.html"
    report = preview(t, browser, wrong, output, "--prior", prior)
    rules = [finding["rule"] for finding in report["findings"]]
    # Only the last example has self-evaluations.
    for family in FAMILIES if len(examples) > 1 else [family for family in FAMILIES if family != "P"]:
        t.expect(any(rule.startswith(family) for rule in rules), f"the altered disclosure has no finding of family {family}: {sorted(set(rules))}")
    t.expect(len(rules) >= 30, f"the altered disclosure has {len(rules)} findings")
    built.append(output)
    originals(t, browser, t.ROOT / examples[0], folder)
    if not t.QUICK:
        followed(t, browser, t.ROOT / examples[0], folder)
    return built
