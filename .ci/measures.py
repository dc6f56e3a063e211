#!/usr/bin/env python3
"""Measures the page of `juesuan serve` as its users feel it: how soon it is there, how soon a workbook is shown, many at once, memory.

Usage: .ci/measures.py JUESUAN

Prints what it saw beside what is wanted; ends with status 1 where something is lost or wrong, or a wanted figure is not
met. For reading on a machine that does nothing else: `.ci/run` leaves it out. Needs what .ci/doors.py needs.
"""
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import zipfile

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATONG = ROOT / "Examples/datong-2024"
TRIES = 7
failures = []


def report(what, seen, wanted, is_met):
    print(f"{what}: {seen}; wanted {wanted}{'' if is_met else ' — NOT MET'}", flush=True)
    if not is_met:
        failures.append(what)


class Server:
    def __init__(self, program, folder):
        self.folder = folder
        folder.mkdir()
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            [program, "serve"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=dict(os.environ, TMPDIR=str(folder), XDG_STATE_HOME=str(folder / "state")))
        self.link = self.process.stdout.readline().strip()
        self.linked = time.monotonic() - self.begun
        self.address = urllib.parse.urlparse(self.link)

    def megabytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"^VmRSS:\s+(\d+)", status, re.M)[1]) / 1024

    def end(self):
        self.process.terminate()
        self.process.wait(20)

    def enter(self):
        """Takes the first link, and keeps the cookie."""
        answer, _ = self.ask("GET", f"{self.address.path}?{self.address.query}", cookie=None)
        return answer.getheader("Set-Cookie").split(";")[0]

    def ask(self, method, path, body=None, cookie=""):
        fields = {"Cookie": cookie} if cookie else {}
        if method == "POST":
            fields["Origin"] = f"http://{self.address.netloc}"
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=120)
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status}: {data.decode(errors='replace')[:200]}")
        return answer, data

    def checked(self, cookie, files):
        """Hands files in, has them checked and lets go of them: what the report says of each input."""
        work = json.loads(self.ask("POST", "/works", cookie=cookie)[1])["id"]
        for name, data in files:
            self.ask("POST", f"/works/{work}/file?role=files&name={urllib.parse.quote(name)}", data, cookie)
        self.ask("POST", f"/works/{work}/start?kind=check", cookie=cookie)
        while True:
            now = json.loads(self.ask("GET", f"/works/{work}", cookie=cookie)[1])
            if now["state"] not in ("waiting", "running"):
                break
            time.sleep(0.2)
        if now["state"] != "done":
            raise RuntimeError(f"a check ends as {now['state']}: {now['message']}")
        report = json.loads(self.ask("GET", f"/works/{work}/out/{urllib.parse.quote(now['result']['report'])}", cookie=cookie)[1])
        self.ask("POST", f"/works/{work}/leave", cookie=cookie)
        return report.get("inputs", [report])


def renamed(book, unit):
    """The workbook of another unit."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace("大同市市场监督管理局".encode(), unit.encode()))
    return out.getvalue()


def times(values):
    return f"median {statistics.median(values):.3f} s, worst {max(values):.3f} s of {len(values)}"


def first_page(browser, program, folder):
    seen, linked, answered = [], [], []
    for number in range(TRIES):
        server = Server(program, folder / f"first-{number}")
        linked.append(server.linked)
        context = browser.new_context()
        page = context.new_page()
        begun = server.begun
        page.goto(server.link, wait_until="commit")
        page.locator("#check .drop").wait_for()
        seen.append(time.monotonic() - begun)
        context.close()
        begun = time.monotonic()
        cookie = server.enter()
        for path in ["/", "/doors.css", "/doors.js"]:
            server.ask("GET", path, cookie=cookie)
        answered.append(time.monotonic() - begun)
        server.end()
    print(f"start of the program to its link: {times(linked)}; all of the page answered: {times(answered)}")
    report("start of the program to the first page shown", times(seen), "< 0.3 s", statistics.median(seen) < 0.3)


def dropped(browser, program, folder):
    book = folder / "大同.xlsx"
    subprocess.run([program, "convert", str(DATONG), "-o", str(book)], check=True, capture_output=True)
    server = Server(program, folder / "dropped")
    seen = []
    for _ in range(TRIES):
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.link)
        page.get_by_role("tab", name="做公开").click()
        place = page.locator("#make [data-role=files] input[type=file]").first
        begun = time.monotonic()
        place.set_input_files(str(book))
        page.frame_locator("#make .shown iframe").locator("td[data-cell]").first.wait_for(timeout=60_000)
        seen.append(time.monotonic() - begun)
        context.close()
    server.end()
    report("the Datong workbook dropped to its preview shown", times(seen), "< 0.5 s", statistics.median(seen) < 0.5)


def many(program, folder):
    server = Server(program, folder / "many")
    cookie = server.enter()
    start = server.megabytes()
    data = (DATONG / "disclosure/决算公开.xlsx").read_bytes()
    units = [renamed(data, f"第{number}局") for number in range(10)]
    answers, lock = [], threading.Lock()

    def one(number):
        try:
            [answer] = server.checked(cookie, [(f"{number}.xlsx", data)])
            said = answer["source"] == f"{number}.xlsx" and answer["counts"]["checked"] > 600 or json.dumps(answer, ensure_ascii=False)[:300]
        except Exception as error:
            said = str(error)
        with lock:
            answers.append(said)

    begun = time.monotonic()
    threads = [threading.Thread(target=one, args=(number,)) for number in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - begun
    well = sum(answer is True for answer in answers)
    for answer in answers:
        if answer is not True:
            print("measures.py:", answer, file=sys.stderr)
    report("50 checks handed in at once", f"{well} answered with their own file in {seconds:.1f} s", "50", well == 50)
    begun = time.monotonic()
    # Fifty times ten units, as a day of an office goes.
    read = 0
    for day in range(50):
        inputs = server.checked(cookie, [(f"单位{number}/公开.xlsx", units[number]) for number in range(10)])
        read += sum(one["counts"]["checked"] > 600 for one in inputs)
    seconds = time.monotonic() - begun
    time.sleep(2)
    after = server.megabytes()
    report("500 files, ten at a time", f"{read} checked in {seconds:.1f} s", "500", read == 500)
    report("memory of the server after them", f"{start:.1f} MB at the start, {after:.1f} MB after", "within 20 MB", after - start <= 20)
    left = [path.name for path in (folder / "many").glob("juesuan-page-*/*") if path.is_dir() and any(path.rglob("*.xlsx"))]
    report("files left of work that was let go of", len(left), "0", not left)
    server.end()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    chromium = os.environ.get("JUESUAN_CHROMIUM") or next(
        filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
            browser.new_context().new_page().goto("about:blank")
            first_page(browser, program, folder)
            dropped(browser, program, folder)
            browser.close()
        many(program, folder)
    if failures:
        sys.exit(f"measures.py: {len(failures)} not met")
    print("measures.py: all met")


main()
