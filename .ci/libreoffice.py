#!/usr/bin/env python3
"""Has LibreOffice recalculate and convert the workbooks and lay out the Word files that juesuan writes, and juesuan read
what comes of it.

Usage: .ci/libreoffice.py JUESUAN EXAMPLE...

Every formula is calculated anew: openpyxl saves a workbook without the values its formulas had. Without soffice on the
path nothing is tried, and one line says so.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl

juesuan, examples = sys.argv[1], sys.argv[2:]
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)
        print("libreoffice.py:", what, file=sys.stderr)


def run(*arguments):
    done = subprocess.run([juesuan, *map(str, arguments)], capture_output=True, text=True)
    expect(done.returncode == 0, f"{arguments}: status {done.returncode}: {done.stderr[:500]}")
    return done.stdout


def convert(kind, folder, files):
    """What LibreOffice makes of files, by their names without the ending; one start of the program for all."""
    folder.mkdir()
    profile = folder.parent / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind, "--outdir", folder,
         *files],
        check=True, capture_output=True, timeout=600)
    made = {path.stem: path for path in folder.iterdir()}
    for file in files:
        expect(file.stem in made, f"{file.name}: LibreOffice made no .{kind} of it")
    return made


def values(path, *sheets):
    """What the cells of some sheets show, of all unless told otherwise."""
    workbook = openpyxl.load_workbook(path, data_only=True)
    return {
        (page.title, cell.coordinate): cell.value
        for page in workbook
        if not sheets or page.title in sheets
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) < 0.001
    return left == right


def expect_same(found, wanted, what):
    places = [place for place in wanted if not same(found.get(place), wanted[place])]
    places += [place for place in found if place not in wanted]
    for place in places[:3]:
        expect(False, f"{what}: {'!'.join(place)} is {found.get(place)}, not {wanted.get(place)}")


def without_values(path, target, sheet=None, heading=None, change=0):
    """Saves a workbook without the values of its formulas, the last amount of a column changed if asked for."""
    workbook = openpyxl.load_workbook(path)
    if sheet:
        page = workbook[sheet]
        column = [cell.value for cell in page[1]].index(heading)
        cell = [row[column] for row in page.iter_rows() if isinstance(row[column].value, (int, float))][-1]
        cell.value = round(cell.value + change, 2)
    workbook.save(target)
    return target


def main(folder):
    ledgers, books = {}, []
    (folder / "账").mkdir()
    for example in examples:
        name = pathlib.Path(example).name
        path = folder / "账" / f"{name}.xlsx"
        run("convert", "-q", example, "-o", path)
        ledgers[name] = json.loads(run("convert", example))
        books += [
            without_values(path, folder / "账" / f"{name}-平.xlsx"),
            without_values(path, folder / "账" / f"{name}-差一分.xlsx", "结转结余", "年末结转和结余", 0.01),
            without_values(
                pathlib.Path(example) / "disclosure" / "决算公开.xlsx", folder / "账" / f"{name}-公开.xlsx"),
        ]
    plain = [folder / "账" / f"{name}.xlsx" for name in ledgers]
    recalculated = convert("xlsx", folder / "重算", books)
    for kind in ("ods", "xls"):
        back = convert("xlsx", folder / f"{kind}-xlsx", list(convert(kind, folder / kind, plain).values()))
        for name, ledger in ledgers.items():
            expect(json.loads(run("convert", back[name])) == ledger, f"{name}: another ledger by way of .{kind}")
    verdicts = set()
    for name, example in zip(ledgers, examples):
        expect(
            json.loads(run("convert", recalculated[f"{name}-平"])) == ledgers[name],
            f"{name}: another ledger after LibreOffice saved it")
        for variant in ("平", "差一分"):
            own = folder / f"{name}-{variant}-自.xlsx"
            run("convert", "-q", folder / "账" / f"{name}-{variant}.xlsx", "-o", own)
            wanted = values(own, "校验")
            verdicts |= {(variant, value) for (_, cell), value in wanted.items() if cell.startswith("F")}
            expect_same(values(recalculated[f"{name}-{variant}"], "校验"), wanted, f"{name}-{variant}: 校验")
            expect_same(
                values(recalculated[f"{name}-{variant}"], "待办"), values(own, "待办"), f"{name}-{variant}: 待办")
        disclosure = pathlib.Path(example) / "disclosure" / "决算公开.xlsx"
        expect_same(values(recalculated[f"{name}-公开"]), values(disclosure), f"{name}: 决算公开.xlsx")
    expect(("差一分", "不符") in verdicts and ("平", "不符") not in verdicts, f"校验: verdicts {verdicts}")


def states(path):
    """The tasks of a workbook by sheet and what is filled in, and what stands above them."""
    page = openpyxl.load_workbook(path, data_only=True)["待办"]
    return {(row[1], row[2]): row[6] for row in page.iter_rows(min_row=5, values_only=True)}, page["A2"].value


def tasks(folder):
    """待办 of a new workbook as LibreOffice calculates it is what juesuan says; what is filled in turns to 已填."""
    new, filled = folder / "填报.xlsx", folder / "填了.xlsx"
    run("new", "2025", "-q", "-o", new)
    workbook = openpyxl.load_workbook(new)
    for row in workbook["三公经费"].iter_rows(min_row=2):
        if row[0].value == "公务接待费":
            row[2].value = row[3].value = 500
    for row in workbook["单位信息"].iter_rows(min_row=2):
        if row[0].value == "公开口径":
            row[1].value = "部门"
    workbook.save(filled)
    made = convert("xlsx", folder / "待办", [without_values(new, folder / "新的.xlsx"), filled])
    before, above = states(made["新的"])
    expect((before, above) == states(new), "待办 of a new workbook: LibreOffice and juesuan differ")
    after, above_then = states(made["填了"])
    turned = {key: value for key, value in after.items() if before[key] != value}
    wanted = {
        # Something was spent, so that batches and people are asked for, and the parts of the whole.
        ("单位信息", "公开口径"): "已填", ("三公经费", "国内接待费"): "待填", ("三公经费", "外事接待费"): "待填",
        ("三公经费", "国（境）外接待费"): "待填", ("其他信息", "机关运行经费（行政单位）"): "待填",
        ("其他信息", "机关运行经费（参照公务员法管理事业单位）"): "待填", ("文字", "公务接待费说明"): "建议填",
    }
    expect(turned == wanted, f"待办: what turned is {turned}")
    expect(above == f"还有 {list(before.values()).count('待填')} 项待填", f"待办: {above}")
    expect(above_then == f"还有 {list(after.values()).count('待填')} 项待填", f"待办: {above_then}")
    for row in workbook["三公经费"].iter_rows(min_row=2):
        if row[0].value == "公务接待费":
            row[5].value, row[6].value = 2, 26
    workbook.save(filled)
    after, _ = states(convert("xlsx", folder / "待办-再填", [filled])["填了"])
    expect(after["三公经费", "公务接待费"] == "已填", "待办: 公务接待费 is filled in and does not say so")


def papers(folder):
    """The working papers of each example as LibreOffice lays them out: every sheet and section is there."""
    (folder / "底稿").mkdir()
    files = []
    for example in examples:
        page = pathlib.Path(example) / "disclosure" / "index.html"
        for kind in ("xlsx", "docx"):
            file = folder / "底稿" / f"{pathlib.Path(example).name}-{kind}.{kind}"
            run("check", "-q", page, "-o", file)
            files.append(file)
    for name, made in convert("pdf", folder / "底稿-pdf", files).items():
        text = subprocess.run(["pdftotext", "-layout", made, "-"], check=True, capture_output=True, text=True).stdout
        flat = "".join(text.split())
        for wanted in ("部门决算公开核对工作底稿", "发现", "未核对", "说明", "第1页，共", "SHA-256"):
            expect(wanted in flat, f"{name}: LibreOffice shows no {wanted}")


def documents(folder):
    """The Word file of each example, and of its draft, as LibreOffice lays it out: nothing stands outside the page."""
    (folder / "文档").mkdir()
    files = []
    for example in examples:
        name = pathlib.Path(example).name
        for draft in ([], ["--draft"]):
            run("build", "-q", example, "--only", "docx,json", *draft, "-o", folder / "文档" / "稿", "--force")
            file = folder / "文档" / f"{name}{''.join(draft)}.docx"
            (folder / "文档" / "稿" / "决算公开.docx").rename(file)
            shutil.rmtree(folder / "文档" / "稿")
            files.append(file)
    for name, made in convert("pdf", folder / "文档-pdf", files).items():
        example = pathlib.Path(examples[0]).parent / name.removesuffix("--draft")
        data = json.loads((example / "disclosure" / "data.json").read_text())
        boxes = subprocess.run(["pdftotext", "-bbox", made, "-"], check=True, capture_output=True, text=True).stdout
        pages = boxes.split("<page ")[1:]
        # Each table has a page at least; a table of these examples has three at most.
        expect(len(data["tables"]) + 5 < len(pages) < 80, f"{name}: {len(pages)} pages")
        sizes = set()
        for number, page in enumerate(pages, 1):
            width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
            sizes.add((round(width), round(height)))
            for box in re.finditer(r'xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">([^<]*)', page):
                left, top, right, bottom = map(float, box.groups()[:4])
                inside = left > 25 and top > 25 and right < width - 25 and bottom < height - 10
                expect(inside, f"{name}: “{box[5]}” stands at the edge of page {number}")
        expect(sizes == {(595, 842), (842, 595)}, f"{name}: pages {sizes}")
        # A figure that its column has no room for would go on in the next line.
        words = set(re.findall(r">([^<\n]+)</word>", boxes))
        figures = {cell["text"] for table in data["tables"] for row in table["rows"] for cell in row if cell.get("text")}
        broken = sorted(figures - words)
        expect(len(figures) > 50 and not broken, f"{name}: figures in several lines: {broken[:3]}")
        text = subprocess.run(["pdftotext", "-layout", made, "-"], check=True, capture_output=True, text=True).stdout
        flat = "".join(text.split())
        for wanted in ["目录", "—1—", *(table["title"] for table in data["tables"])]:
            expect("".join(wanted.split()) in flat, f"{name}: LibreOffice shows no {wanted}")


expect(examples, "no examples given")
with tempfile.TemporaryDirectory() as name:
    main(pathlib.Path(name))
    tasks(pathlib.Path(name))
    papers(pathlib.Path(name))
    documents(pathlib.Path(name))
sys.exit(1 if failures else 0)
