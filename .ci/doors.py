#!/usr/bin/env python3
"""Opens the page of `juesuan serve` in a real browser and uses it as people do: an auditor's hour, a finance officer's year, a bureau's rounds.

Usage: .ci/doors.py [--whole] JUESUAN [PICTURES]

With --whole an auditor has five PDFs, a scan and a Word file, not three PDFs and a Word file: a minute more.
Needs what browser.py needs, and openpyxl; for the scan poppler and tesseract with its Chinese data. PICTURES is a folder for pictures of the page at each width, light and dark.
"""
import base64
import csv
import io
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

import axe_playwright_python
import openpyxl
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
WHOLE = "--whole" in sys.argv
sys.argv = [one for one in sys.argv if one != "--whole"]
JUESUAN = str(pathlib.Path(sys.argv[1]).resolve())
PICTURES = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
DATONG = ROOT / "Examples/datong-2024"
YUNXI = ROOT / "Examples/yunxi-2024"
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)
        print("doors.py:", what, file=sys.stderr)
    return bool(condition)


def run(*arguments, status=(0,)):
    done = subprocess.run([JUESUAN, *map(str, arguments)], capture_output=True, text=True)
    expect(done.returncode in status, f"{arguments}: status {done.returncode}: {done.stderr[:800]}")
    return done


class Server:
    """A page that runs, with temporary files and state of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.temporary = folder / "tmp"
        self.temporary.mkdir(exist_ok=True)
        self.environment = dict(os.environ, TMPDIR=str(self.temporary), XDG_STATE_HOME=str(folder / "state"))
        begun = time.monotonic()
        self.process = subprocess.Popen([JUESUAN, "serve"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env=self.environment)
        self.link = self.process.stdout.readline().strip()
        self.origin = self.link.split("/enter")[0]
        print(f"doors.py: started in {time.monotonic() - begun:.3f} s")

    def left(self):
        return [path.name for path in self.temporary.glob("juesuan-page-*")]

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(20)


class Visit:
    """A tab, with all it complained of and asked for."""

    def __init__(self, browser, server, width=1280, scheme="light"):
        self.name = f"{width} {scheme}"
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme,
                                           accept_downloads=True)
        self.page = self.context.new_page()
        self.heard = []
        self.context.on("console", lambda message: self.heard.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        self.context.on("request", lambda request: request.url.startswith((server.origin, "blob:", "data:"))
                        or self.heard.append(f"request: {request.url}"))
        begun = time.monotonic()
        self.page.goto(server.link)
        self.page.get_by_role("tab", name="核对").wait_for()
        self.seconds = time.monotonic() - begun

    def __enter__(self):
        return self.page

    def __exit__(self, kind, *_):
        if kind is None:
            expect(self.heard == [], f"{self.name}: heard {self.heard[:5]}")
        self.context.close()


def looked_at(page, name):
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    expect(widths[0] <= widths[1], f"{name}: the page is {widths[0]} wide in {widths[1]}")
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], iframes: false})")
    for violation in found["violations"]:
        for node in violation["nodes"][:3]:
            expect(False, f"{name}: accessibility: {violation['id']}: {node['html'][:160]} {node['failureSummary'][:160]}")
    if PICTURES:
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name.replace(' ', '-')}.png", full_page=True)


def choose(page, door, files, role="files"):
    place = page.locator(f"#{door} [data-role={role}]")
    place.locator("input[type=file]").first.set_input_files([str(file) for file in files])


def folder_chosen(page, door, folder):
    page.locator(f"#{door} .drop input[type=file]").nth(1).set_input_files(str(folder))


def drop(page, door, files):
    """Drops files as a hand would."""
    transfer = page.evaluate_handle("() => new DataTransfer()")
    for file in files:
        text = pathlib.Path(file).read_bytes().hex()
        page.evaluate("""([transfer, name, hex]) => transfer.items.add(new File(
            [new Uint8Array(hex.match(/../g).map(two => parseInt(two, 16)))], name))""",
                      [transfer, pathlib.Path(file).name, text])
    page.dispatch_event(f"#{door} .drop", "drop", {"dataTransfer": transfer})


def done(page, door, which=":not(.blank):not(.package)"):
    page.locator(f"#{door} .outcome{which} :is(.take, .problems, .verdict)").first.wait_for(timeout=180_000)


def downloaded(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).first.click()
    return pathlib.Path(waiting.value.path()).read_bytes()


def auditor(browser, server, folder):
    """Several PDFs, a scan and a Word file, dropped at once, become one report."""
    inputs = folder / "auditor"
    inputs.mkdir()
    pdfs = 6 if WHOLE else 3
    units = ["甲市民政局", "乙市民政局", "丙市民政局", "戊市民政局", "己市民政局", "庚市民政局"][:pdfs] + ["丁<script>局"]
    for number, unit in enumerate(units):
        ledger = folder / f"unit-{number}"
        shutil.copytree(DATONG, ledger, ignore=shutil.ignore_patterns("disclosure"))
        file = ledger / "单位信息.csv"
        file.write_text(file.read_text().replace("大同市市场监督管理局", unit))
        run("build", "-q", "--only", "docx", *(["--pdf"] if number < pdfs else []), ledger, "-o", inputs / f"{number}")
    files = []
    for number in range(pdfs):
        files.append((inputs / f"{number}/决算公开.pdf").rename(inputs / f"单位{number}.pdf"))
    files.append((inputs / f"{pdfs}/决算公开.docx").rename(inputs / "丁局.docx"))
    if WHOLE:
        # The last unit hands in its first two tables as a scanner leaves them: a PDF of pictures.
        scanned = inputs / "扫描"
        scanned.mkdir()
        subprocess.run(["pdftoppm", "-r", "200", "-f", "4", "-l", "5", "-png", str(files.pop(pdfs - 1)), str(scanned / "页")], check=True)
        pictures = [base64.b64encode(page.read_bytes()).decode() for page in sorted(scanned.iterdir())]
        paper = browser.new_page()
        paper.set_content("<style>@page { margin: 0; size: 297mm 297mm } body { margin: 0 } img { height: 296mm; display: block }</style>"
                          + "".join(f'<img src="data:image/png;base64,{picture}">' for picture in pictures))
        paper.pdf(path=inputs / "扫描件.pdf", prefer_css_page_size=True)
        paper.close()
        files.append(inputs / "扫描件.pdf")
    visit = Visit(browser, server)
    with visit as page:
        expect(visit.seconds < 1, f"the page took {visit.seconds:.2f} s")
        begun = time.monotonic()
        drop(page, "check", files)
        done(page, "check")
        print(f"doors.py: {len(files)} files dropped at once, checked in {time.monotonic() - begun:.1f} s")
        sources = page.locator("#check .input h2").all_inner_texts()
        expect(sorted(sources) == sorted(file.name for file in files), f"auditor: inputs {sources}")
        expect(f"共 {len(files)} 份" in page.locator("#check .verdict").first.inner_text(), f"auditor: no summary of {len(files)}")
        report = json.loads(downloaded(page, "核对结果（JSON）"))
        expect(len(report["inputs"]) == len(files) and all(
            "识别出" in one["summary"] if one["source"] == "扫描件.pdf" else one["counts"]["checked"] > 700
            for one in report["inputs"]), "auditor: the report does not have them all")
        book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "工作底稿（Excel）")))
        expect(len(book.sheetnames) > 3, f"auditor: the working paper has {book.sheetnames}")
        expect(downloaded(page, "核对报告（网页）").startswith(b"<!DOCTYPE html>"), "auditor: no page")
        expect(downloaded(page, "工作底稿（Word）").startswith(b"PK"), "auditor: no Word file")
        frame = page.frame_locator("#check iframe")
        frame.locator("td[data-cell]").first.wait_for()
        expect(page.evaluate("window.ran ?? null") is None, "auditor: something ran")
        expect(page.locator("#check .findings li").count() > 0, "auditor: no findings shown")
        looked_at(page, "auditor 1280")
        other = visit.context.new_page()
        other.goto(server.origin + "/")
        other.get_by_role("tab", name="核对").wait_for()
        expect(other.locator("#check .outcome *").count() == 0, "the other tab shows what is not its own")
        other.close()


SHEETS = ["单位信息", "收入", "支出", "结转结余", "预算", "三公经费", "上年决算", "其他信息", "文字"]


def filled(blank, file, mistakes=()):
    """Fills the workbook as the example's ledger has it, with mistakes in some cells."""
    book = openpyxl.load_workbook(io.BytesIO(blank))
    for title in SHEETS:
        sheet = book[title]
        with open(DATONG / f"{title}.csv", newline="") as source:
            rows = list(csv.reader(source))
        heads = [str(cell.value or "").split("\n")[0] for cell in sheet[1]]
        for number, row in enumerate(rows[1:], 2):
            for head, text in zip(rows[0], row):
                if text == "" or head not in heads:
                    continue
                amount = "金额" in head or head.endswith("数")
                try:
                    value = float(text) if amount or head in ("批次", "人次", "辆数") else text
                except ValueError:
                    value = text
                sheet.cell(number, heads.index(head) + 1).value = value
    for title, cell, value in mistakes:
        book[title][cell] = value
    book.save(file)
    return file


def officer(browser, server, folder):
    """New workbook, filled, dropped, two mistakes shown at their cells, mended, package downloaded."""
    visit = Visit(browser, server)
    with visit as page:
        page.get_by_role("tab", name="做公开").click()
        page.get_by_label("年度").fill("2024")
        page.get_by_role("button", name="做 填报.xlsx").click()
        page.locator("#make .outcome.blank .take").wait_for()
        blank = downloaded(page, "填报.xlsx")
        wrong = filled(blank, folder / "填报.xlsx", [("收入", "C2", "财政补助"), ("支出", "H3", "12.345")])
        choose(page, "make", [wrong])
        page.locator("#make .problems").wait_for(timeout=60_000)
        places = page.locator("#make .problems .place").all_inner_texts()
        expect([place.split("「")[0] for place in places] == ["填报.xlsx:收入!C2", "填报.xlsx:支出!H3"],
               f"officer: the mistakes are shown at {places}")
        expect(not page.locator("#make .publish").is_visible(), "officer: a package of what is wrong")
        looked_at(page, "officer wrong 1280")
        begun = time.monotonic()
        choose(page, "make", [filled(blank, folder / "填报.xlsx")])
        page.locator("#make .shown iframe").wait_for(timeout=60_000)
        page.frame_locator("#make .shown iframe").locator("td[data-cell]").first.wait_for()
        print(f"doors.py: dropped to preview shown in {time.monotonic() - begun:.2f} s")
        looked_at(page, "officer preview 1280")
        page.get_by_role("button", name="生成整套公开文件").click()
        page.locator("#make .package :is(.take, .problems)").first.wait_for(timeout=180_000)
        package = zipfile.ZipFile(io.BytesIO(downloaded(page, "整套公开文件")))
        expect(package.testzip() is None, "officer: the archive is damaged")
        names = package.namelist()
        for name in ["index.html", "index.md", "data.json", "决算公开.docx", "决算公开.xlsx", "决算公开.pdf"]:
            expect(name in names, f"officer: no {name} in {names[:12]}")
        for name in ["index.html", "data.json", "决算公开.docx"]:
            expected = (DATONG / "disclosure" / name).read_bytes()
            if name == "data.json":
                figures = [json.loads(data)["tables"] for data in (package.read(name), expected)]
                expect(figures[0] == figures[1], "officer: the tables are not those of the example")
        for name in ["决算公开.docx", "决算公开.pdf", "index.html"]:
            file = folder / name
            file.write_bytes(package.read(name))
            said = run("check", file)
            expect("错误 0" in said.stdout, f"officer: {name}: {said.stdout[-300:]}")
        looked_at(page, "officer package 1280")
        # Last year's file is taken.
        choose(page, "make", [wrong], "prior")
        page.get_by_label("年度").fill("2025")
        page.get_by_role("button", name="做 填报.xlsx").click()
        page.locator("#make .outcome.blank .take").wait_for()
        time.sleep(1)
        book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "填报.xlsx")))
        expect(any("大同市市场监督管理局" in str(cell.value) for row in book["单位信息"].iter_rows() for cell in row),
               "officer: last year's unit is not taken over")
        # The Ministry's tables become a workbook around them.
        choose(page, "make", [DATONG / "disclosure/决算公开.xlsx"])
        page.locator("#make .outcome:not(.blank):not(.package) .take").wait_for(timeout=60_000)
        expect("公开表" in page.locator("#make .outcome:not(.blank):not(.package)").inner_text(), "officer: tables are not told")


def bureau(browser, server, folder, units=60):
    """A folder of units and a list; two rounds."""
    inputs = folder / "bureau"
    page_text = (DATONG / "disclosure/index.md").read_text()
    names = [f"第{number}局" for number in range(units)]
    for name in names:
        (inputs / name).mkdir(parents=True)
        text = page_text.replace("大同市市场监督管理局", name)
        (inputs / name / "公开.md").write_text(text.replace("2,", "2,") if name != names[3] else text.replace("2024", "2024"))
    broken = inputs / names[3] / "公开.md"
    broken.write_bytes(b"%PDF-1.7 ")
    listed = folder / "应公开清单.csv"
    listed.write_text("单位名称,批复日期,公开日期\n" + "".join(f"{name},2025-09-01,2025-09-10\n" for name in names)
                      + "<script>window.ran=1</script>局,2025-09-01,\n")
    visit = Visit(browser, server)
    with visit as page:
        page.get_by_role("tab", name="公开季").click()
        folder_chosen(page, "season", inputs)
        choose(page, "season", [listed], "list")
        page.get_by_label("这一轮的日期").fill("2025-10-01")
        page.get_by_role("button", name="开始这一轮").click()
        done(page, "season")
        words = page.locator("#season .verdict").inner_text()
        expect("第 1 轮" in words and "读不懂 1" in words, f"bureau: {words}")
        frame = page.frame_locator("#season iframe")
        frame.locator("table.units").wait_for()
        frame.get_by_label("查找").fill("第2局")
        expect(frame.locator("table.units > tbody > tr:visible").count() == 1, "bureau: the season's script does not run")
        looked_at(page, "bureau 1280")
        expect(page.evaluate("window.ran ?? null") is None, "bureau: something ran")
        archive = zipfile.ZipFile(io.BytesIO(downloaded(page, "给各单位的通知")))
        expect(all(name.endswith(".docx") for name in archive.namelist()) and archive.namelist(), "bureau: notices")
        broken.write_text(page_text.replace("大同市市场监督管理局", names[3]))
        folder_chosen(page, "season", inputs)
        page.get_by_role("button", name="开始下一轮").click()
        page.locator("#season .verdict", has_text="第 2 轮").wait_for(timeout=180_000)
        expect("读不懂 0" in page.locator("#season .verdict").inner_text(), "bureau: the second round")


def appearances(browser, server, folder):
    for width in [360, 768, 1280]:
        for scheme in ["light", "dark"]:
            visit = Visit(browser, server, width, scheme)
            with visit as page:
                for name in ["核对", "做公开", "公开季"]:
                    page.get_by_role("tab", name=name).click()
                    looked_at(page, f"{name} {width} {scheme}")
                page.get_by_role("tab", name="核对").click()
                choose(page, "check", [DATONG / "disclosure/决算公开.xlsx", YUNXI / "disclosure/决算公开.docx"])
                done(page, "check")
                for part in page.locator("#check details.part").all():
                    part.evaluate("one => one.open = true")
                looked_at(page, f"checked {width} {scheme}")


def cancelled(browser, server, folder):
    """Long work can be given up, and nothing of it goes on."""
    visit = Visit(browser, server)
    with visit as page:
        many = [folder / f"{number}.docx" for number in range(120)]
        for file in many:
            shutil.copy(YUNXI / "disclosure/决算公开.docx", file)
        choose(page, "check", many)
        page.locator("#check .words", has_text="正在核对").wait_for(timeout=60_000)
        page.get_by_role("button", name="取消").click()
        page.locator("#check .outcome", has_text="已取消").wait_for(timeout=20_000)
        jobs = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True).stdout.split()
        expect(jobs == [], f"cancelled work goes on: {jobs}")


def opened(browser, server, folder):
    """`juesuan open` finds the page that runs, and shows a copy of the file there."""
    programs = folder / "bin"
    programs.mkdir()
    shown = folder / "shown"
    (programs / "xdg-open").write_text(f'#!/bin/sh\nprintf %s "$1" > {shown}\n')
    (programs / "xdg-open").chmod(0o755)
    environment = dict(server.environment, PATH=f"{programs}:{os.environ['PATH']}")
    for file, door in [(YUNXI / "disclosure/决算公开.docx", "check"), (folder / "填报.xlsx", "make")]:
        shown.unlink(missing_ok=True)
        status = subprocess.run([JUESUAN, "open", str(file)], env=environment, capture_output=True, timeout=30).returncode
        expect(status == 0, f"open: status {status}")
        for _ in range(100):
            if shown.exists() and shown.read_text():
                break
            time.sleep(0.05)
        context = browser.new_context()
        page = context.new_page()
        page.goto(shown.read_text())
        page.locator(f"#{door} .shown iframe").wait_for(timeout=60_000)
        context.close()


def main():
    chromium = os.environ.get("JUESUAN_CHROMIUM") or next(
        filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if not chromium:
        sys.exit("doors.py: no Chromium on PATH")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = pathlib.Path(name)
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        server = Server(folder)
        for step in [officer, auditor, bureau, cancelled, opened, appearances]:
            begun = time.monotonic()
            try:
                step(browser, server, folder)
            except Exception as error:
                expect(False, f"{step.__name__}: {error}")
            print(f"doors.py: {step.__name__}, {time.monotonic() - begun:.1f} s")
        browser.close()
        expect(len(server.left()) == 1, f"folders while it runs: {server.left()}")
        server.end()
        expect(server.left() == [], "something is left after the end")
        expect(not (folder / "state/juesuan/page").exists(), "the page can still be found after its end")
        # What a run that was killed left goes when the next begins.
        killed = Server(folder)
        killed.end(signal.SIGKILL)
        expect(len(killed.left()) == 1, "nothing to clear up")
        last = Server(folder)
        expect(len(last.left()) == 1, "what a killed run left is still there")
        last.end(signal.SIGINT)
        expect(last.left() == [], "something is left after Ctrl-C")
    if failures:
        sys.exit(f"doors.py: {len(failures)} failures")
    print("doors.py: all well")


main()
