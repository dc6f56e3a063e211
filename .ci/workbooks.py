#!/usr/bin/env python3
"""Reads with openpyxl and python-docx the workbooks and Word files that juesuan writes, and has juesuan read what openpyxl
writes.

Usage: .ci/workbooks.py JUESUAN EXAMPLE...
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import docx
import openpyxl

juesuan, examples = sys.argv[1], sys.argv[2:]
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)
        print("workbooks.py:", what, file=sys.stderr)


def run(*arguments, status=0):
    done = subprocess.run([juesuan, *map(str, arguments)], capture_output=True, text=True)
    expect(done.returncode == status, f"{arguments}: status {done.returncode}, not {status}: {done.stderr[:500]}")
    return done


def ledger_workbook(example, folder):
    """Our ledger workbook as openpyxl sees it, and as it comes back after openpyxl has saved it."""
    book = folder / "账.xlsx"
    run("convert", "-q", example, "-o", book)
    expected = json.loads(run("convert", example).stdout)
    schema = json.loads(run("schema", "--format", "json").stdout)
    workbook = openpyxl.load_workbook(book)
    for sheet in schema["sheets"]:
        title = sheet["title"]
        expect(title in workbook.sheetnames, f"{example}: no sheet {title}")
        page = workbook[title]
        headings = [column["heading"] for column in sheet["columns"]]
        expect([cell.value for cell in page[1]] == headings, f"{example}: headings of {title}")
        expect(all(cell.comment for cell in page[1]), f"{example}: a heading of {title} without a note")
        expect(page.protection.sheet and all(cell.protection.locked for cell in page[1]), f"{title} is not protected")
        rows = [row for row in page.iter_rows(min_row=2, values_only=True) if any(v is not None for v in row)]
        for index, column in enumerate(sheet["columns"]):
            if column["type"] in ("choice", "item", "function", "functionItem", "economicSection"):
                letter = openpyxl.utils.get_column_letter(index + 1)
                listed = [v for v in page.data_validations.dataValidation if f"{letter}2" in v.sqref]
                expect(listed and listed[0].type == "list", f"{title}: no list on {column['heading']}")
            if column["type"] == "amount":
                values = [row[index] for row in rows if row[index] is not None]
                expect(all(isinstance(v, (int, float)) for v in values), f"{title}: {column['heading']} holds no numbers")
                wanted = [row[column["heading"]] for row in expected.get(title, []) if column["heading"] in row]
                expect([f"{v:.2f}" for v in values] == wanted, f"{example}: {title} {column['heading']}")
    for name in ("说明", "待办", "校验", "功能科目", "经济科目", "选项"):
        expect(name in workbook.sheetnames, f"{example}: no sheet {name}")
    verdicts = [row[5] for row in openpyxl.load_workbook(book, data_only=True)["校验"].iter_rows(min_row=2, values_only=True)]
    expect(verdicts and set(verdicts) <= {"相符", "未填全"}, f"{example}: verdicts {verdicts}")
    for name in ("待办", "三公经费", "支出", "校验"):
        expect(len(workbook[name].conditional_formatting), f"{example}: nothing of {name} turns red")
    tasks = list(openpyxl.load_workbook(book, data_only=True)["待办"].iter_rows(min_row=5, values_only=True))
    expect(len(tasks) > 40 and all(row[6] != "待填" for row in tasks), f"{example}: 待办 {[r for r in tasks if r[6] == '待填']}")
    saved = folder / "另存.xlsx"
    workbook.save(saved)
    expect(json.loads(run("convert", saved).stdout) == expected, f"{example}: another ledger after openpyxl saved it")


def plain_workbook(example, folder):
    """A ledger that openpyxl writes from scratch: numbers for amounts and codes, nothing else."""
    expected = json.loads(run("convert", example).stdout)
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in expected.items():
        if not isinstance(rows, list):
            continue
        page = workbook.create_sheet(title)
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        page.append(headings)
        for row in rows:
            cells = []
            for heading in headings:
                value = row.get(heading)
                is_code = heading.endswith("编码") and value is not None
                is_amount = isinstance(value, str) and value.replace("-", "").replace(".", "").isdigit() and "." in value
                cells.append(int(value) if is_code else float(value) if is_amount else value)
            page.append(cells)
            for cell in page[page.max_row]:
                # openpyxl takes text that begins with = for a formula.
                if isinstance(cell.value, str):
                    cell.data_type = "s"
    book = folder / "手写.xlsx"
    workbook.save(book)
    expect(json.loads(run("convert", book).stdout) == expected, f"{example}: a plain workbook is another ledger")


def disclosure_workbook(example, folder):
    """The disclosure's workbook: every figure of data.json in its cell, merges, and a check that finds what is altered."""
    path = pathlib.Path(example) / "disclosure"
    data = json.loads((path / "data.json").read_text())
    workbook = openpyxl.load_workbook(path / "决算公开.xlsx")
    values = openpyxl.load_workbook(path / "决算公开.xlsx", data_only=True)
    for table in data["tables"]:
        name = table["formCode"].removesuffix("表")
        expect(name in values.sheetnames, f"{example}: no sheet {name}")
        expect(values[name].merged_cells.ranges, f"{example}: nothing is merged in {name}")
        numbers = [cell.value for row in values[name].iter_rows() for cell in row if isinstance(cell.value, (int, float))]
        wanted = [cell["text"] for row in table["rows"] for cell in row if cell.get("text") not in (None, "", "——")]
        expect(numbers == [float(text.replace(",", "")) for text in wanted], f"{example}: figures of {name}")
    expect(any(cell.data_type == "f" for row in workbook["公开02"].iter_rows() for cell in row), f"{example}: no formulas")
    verdicts = {row[7] for row in values["勾稽关系"].iter_rows(min_row=2, values_only=True)}
    expect({"相符", "不适用"} <= verdicts, f"{example}: verdicts {verdicts}")
    expect(verdicts <= {None, "相符", "舍入差异", "不符", "不适用", "未核对"}, f"{example}: verdicts {verdicts}")
    altered = folder / "改动.xlsx"
    for cell in (cell for row in values["公开01"].iter_rows() for cell in row if isinstance(cell.value, (int, float))):
        cell.value += 1
        place = f"公开01!{cell.coordinate}"
        break
    values.save(altered)
    found = run("check", altered, status=1).stdout
    expect(place in found, f"{example}: nothing said of {place}")
    run("diff", path / "决算公开.xlsx", path)


def cells_of(table):
    """The texts of a Word table's cells in their order, merged ones once."""
    return [
        "\n".join(paragraph.text for paragraph in docx.table._Cell(cell, table).paragraphs)
        for row in table._tbl.tr_lst
        for cell in row.tc_lst
        if cell.vMerge != "continue"
    ]


def disclosure_document(example, folder):
    """The disclosure's Word file: real headings, every figure of data.json in its table, wide tables on their long side."""
    path = pathlib.Path(example) / "disclosure"
    data = json.loads((path / "data.json").read_text())
    document = docx.Document(path / "决算公开.docx")
    headings = {level: [] for level in (1, 2, 3)}
    for paragraph in document.paragraphs:
        if paragraph.style.name.lower().startswith("heading "):
            headings[int(paragraph.style.name[-1])].append(paragraph.text)
    expect(headings[1] and headings[1][0].startswith("第一部分"), f"{example}: parts {headings[1]}")
    listed = [p.text for p in document.element.body.iter(docx.oxml.ns.qn("w:p")) if (p.style or "").startswith("TOC")]
    expect(listed[1:] and set(listed[1:]) == set(headings[1] + headings[2]), f"{example}: contents are not the headings")
    sections, orientations, waiting = list(document.sections), [], []
    for element in document.element.body.iterchildren():
        if element.tag == docx.oxml.ns.qn("w:tbl"):
            waiting.append(element)
        elif element.tag == docx.oxml.ns.qn("w:p") and element.xpath("./w:pPr/w:sectPr"):
            orientations += [sections[0].orientation == 1 for _ in waiting]
            waiting, sections = [], sections[1:]
    orientations += [sections[0].orientation == 1 for _ in waiting]
    expect(len(document.tables) >= len(data["tables"]), f"{example}: {len(document.tables)} tables in 决算公开.docx")
    for index, (table, wanted) in enumerate(zip(document.tables, data["tables"])):
        expect(any(wanted["title"] in text for text in headings[2]), f"{example}: no heading of {wanted['title']}")
        expect(orientations[index] == wanted["wide"], f"{example}: {wanted['title']} lies wrongly")
        texts = iter(cells_of(table))
        figures = [cell["text"] for row in wanted["rows"] for cell in row if cell.get("text")]
        expect(all(figure in texts for figure in figures), f"{example}: figures of {wanted['title']} in 决算公开.docx")
        repeated = [row for row in table._tbl.tr_lst if row.xpath("./w:trPr/w:tblHeader")]
        expect(repeated, f"{example}: the head of {wanted['title']} is not repeated")
    expect(len(document.inline_shapes) >= 2, f"{example}: {len(document.inline_shapes)} charts in 决算公开.docx")
    run("diff", path / "决算公开.docx", path / "data.json")
    saved = folder / "另存.docx"
    document.save(saved)
    run("diff", saved, path / "data.json")


def told(value, key=""):
    """Every text of a report for programs that tells a figure, an id, a place or a reason, as a paper has it."""
    if isinstance(value, dict):
        if "file" in value:
            yield value["file"]
        else:
            for name, inner in value.items():
                yield from told(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from told(inner, key)
    elif isinstance(value, str) and key in {
        "id", "rule", "message", "addresses", "address", "labels", "printed", "expected", "residual", "allowed", "advice",
        "reason", "subject", "text", "unit", "name", "sha256", "tool", "date", "source", "title",
        "words", "basis", "group",
    }:
        yield value.removeprefix("-") if key == "residual" else value


def working_papers(example, folder):
    """The working papers of an altered disclosure hold what its JSON holds, and can be filled in."""
    page = pathlib.Path(example) / "disclosure" / "index.html"
    altered = folder / "改动.html"
    text = page.read_text()
    figure = re.search(r'data-cell="01\.[^"]+"[^>]*>([0-9,]*[1-9]\.[0-9]{2})<', text)
    expect(figure, f"{example}: no figure of 公开01 to alter")
    altered.write_text(text[: figure.start(1)] + "98765.43" + text[figure.end(1) :])
    options = ["check", "-q", altered, "--date", "2025-08-20"]
    report = json.loads(run(*options, "--format", "json", status=1).stdout)
    texts = {text for text in told(report) if text}
    expect(report["findings"] and len(texts) > 100, f"{example}: nothing found of a figure that was altered")
    run(*options, "-o", folder / "底稿.xlsx", "--force", status=1)
    book = openpyxl.load_workbook(folder / "底稿.xlsx")
    cells = "\n".join(str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value)
    for missing in sorted(text for text in texts if text not in cells)[:3]:
        expect(False, f"{example}: 底稿.xlsx lacks {missing}")
    for name in ("汇总", "发现", "症状", "公开义务", "未核对", "读不懂的数", "说明"):
        expect(name in book.sheetnames, f"{example}: 底稿.xlsx has no sheet {name}")
    findings = book["发现"]
    expect(findings.auto_filter.ref and findings.freeze_panes == "A2", f"{example}: 发现 cannot be filtered")
    expect(findings.print_title_rows == "$1:$1", f"{example}: the heads of 发现 are not printed on every page")
    run(*options, "-o", folder / "底稿.docx", "--force", status=1)
    paper = docx.Document(folder / "底稿.docx")
    lines = [paragraph.text for paragraph in paper.paragraphs]
    lines += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    whole = "\n".join(lines)
    for missing in sorted(text for text in texts if text not in whole)[:3]:
        expect(False, f"{example}: 底稿.docx lacks {missing}")
    headings = [paragraph.text for paragraph in paper.paragraphs if paragraph.style.name.lower() == "heading 1"]
    expect(headings and headings[0].startswith("一、"), f"{example}: headings {headings}")
    expect(any(section.orientation == 1 for section in paper.sections), f"{example}: no section lies on its long side")
    run(*options, "--write-waivers", folder / "豁免.xlsx", "--force", status=1)
    skeleton = openpyxl.load_workbook(folder / "豁免.xlsx")
    rows = skeleton.active
    heads = [cell.value for cell in rows[1]]
    expect(rows.max_row == 1 + len(report["findings"]), f"{example}: {rows.max_row} rows of waivers")
    for row in range(2, rows.max_row + 1):
        rows.cell(row, heads.index("理由") + 1, "已核实")
    skeleton.save(folder / "豁免-填好.xlsx")
    run("check", altered, "--waivers", folder / "豁免-填好.xlsx")


with tempfile.TemporaryDirectory() as name:
    expect(examples, "no examples given")
    for example in examples:
        for step in (ledger_workbook, plain_workbook, disclosure_workbook, disclosure_document, working_papers):
            step(example.rstrip("/"), pathlib.Path(name))
sys.exit(1 if failures else 0)
