"""What readers hold of the examples, read back: our PDF, its words in fixed layout (OFD), and what other
programs make of our page and workbook.

    reading.py JUESUAN BENCH EXAMPLE…

The truth is each package's data: every figure has to be read at its address, and nothing may be found that the package
itself is not told.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import ofd

juesuan, bench, *examples = sys.argv[1:]

# Each copy: what it is made from, the filter it is opened with, and what LibreOffice writes it as.
WRITER = "HTML (StarWriter)"
COPIES = {
    "docx": ("index.html", WRITER, "docx:MS Word 2007 XML"),
    "doc": ("index.html", WRITER, "doc:MS Word 97"),
    "odt": ("index.html", WRITER, "odt:writer8"),
    "html": ("index.html", WRITER, "html:HTML (StarWriter)"),
    "xls": ("决算公开.xlsx", None, "xls:MS Excel 97"),
    "ods": ("决算公开.xlsx", None, "ods:calc8"),
    "xlsx": ("决算公开.xlsx", None, "xlsx:Calc MS Excel 2007 XML"),
}


def convert(profile, source, open_as, write_as, target):
    folder = target.parent / "made"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", write_as]
    command += [f"--infilter={open_as}"] if open_as else []
    subprocess.run(
        command + ["--outdir", folder, source], check=True, timeout=300, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    made = list(folder.iterdir())
    if len(made) != 1:
        sys.exit(f"reading.py: LibreOffice made {made} of {source}")
    made[0].rename(target)
    folder.rmdir()


def findings(file):
    """What the check says of a file, wherever it stands there; space between letters may be lost on paper."""
    run = subprocess.run(
        [juesuan, "check", file, "--format", "json"], check=False, stdout=subprocess.PIPE, text=True)
    return sorted((one["rule"], "".join(one["message"].split())) for one in json.loads(run.stdout)["findings"])


def evaluations(file, folder):
    """The self-evaluations of a file cell by cell; between letters of two kinds a page has a thin space or none."""
    subprocess.run([juesuan, "read", "-q", file, "-o", folder], check=True)
    return {
        "".join(one.name.split()): "".join(one.read_text(encoding="utf-8").split())
        for one in folder.glob("evaluations/*.csv")}


def compare(page, printed, folder):
    """What is printed has the findings and the self-evaluations of its page."""
    if findings(page) != findings(printed):
        sys.exit(f"reading.py: {printed} has other findings than its page")
    own, others = evaluations(page, folder / "读-网页"), evaluations(printed, folder / "读-印出")
    if own != others:
        names = [name for name in own.keys() | others.keys() if own.get(name) != others.get(name)]
        sys.exit(f"reading.py: {printed} has other self-evaluations than its page: {names}")
    shutil.rmtree(folder / "读-网页")
    shutil.rmtree(folder / "读-印出")


def main(work):
    for example in map(pathlib.Path, examples):
        folder = work / "文件" / example.name
        folder.mkdir(parents=True)
        package = work / example.name
        subprocess.run([juesuan, "build", "-q", example, "--pdf", "-o", package], check=True)
        (pdf,) = package.glob("*.pdf")
        shutil.copy(pdf, folder / "公开.pdf")
        compare(package / "index.html", pdf, work)
        files = {"pdf": {"file": "公开.pdf"}}
        for way, document in ofd.all_ways(pdf, folder).items():
            compare(package / "index.html", document, work)
            files[f"ofd-{way}"] = {"file": document.name}
        for kind, (source, open_as, write_as) in COPIES.items():
            convert(work / "profile", package / source, open_as, write_as, folder / f"公开.{kind}")
            files[kind] = {"file": f"公开.{kind}"}
        data = json.loads((package / "data.json").read_text(encoding="utf-8"))
        truth = {"style": example.name, "none": "", "tables": data["tables"], "errors": [], "files": files}
        (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")
    sys.exit(subprocess.run([bench, "reading", work / "文件", "--whole"]).returncode)


with tempfile.TemporaryDirectory() as name:
    main(pathlib.Path(name))
