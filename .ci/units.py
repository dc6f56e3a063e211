"""A department of twelve made-up units with transfers between them: consolidated, explained, and held against its units.

    python3 .ci/units.py JUESUAN             what .ci/run runs
    python3 .ci/units.py JUESUAN FOLDER      only writes the units' ledgers there

What the department's tables must say is computed here from the facts the units are made of, and never from what JUESUAN
says. Nothing but Python's own library is needed.
"""

import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile

TOOL = os.path.abspath(sys.argv[1])
DEPARTMENT = "青禾县虚构农业农村局"
GENERAL, FUND, OTHER = "一般公共预算财政拨款", "政府性基金预算财政拨款", "其他资金"
REMIT, SUBSIDY = "上缴上级支出", "对附属单位补助支出"
REMITTED, SUBSIDISED = "附属单位上缴收入", "上级补助收入"
NAMES = ["机关"] + [f"第{n}所" for n in "一二三四五六七八九十"] + ["服务中心"]
PEOPLE = ["30101", "30102", "30103", "30108", "30110", "30113", "30302", "30305"]
OFFICE = ["30201", "30207", "30211", "30216", "30217", "30228", "30231", "30239", "31002"]
VEHICLES = ["机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "其他用车"]
COUNTED = ["副部（省）级及以上领导用车", "主要负责人用车"] + VEHICLES[:4] + ["离退休干部服务用车", "其他用车"]
EQUIPMENT = "单价100万元（含）以上设备（不含车辆）"
PROCURED = ["政府采购货物支出", "政府采购工程支出", "政府采购服务支出"]
CONTRACTS = ["授予中小企业合同金额", "授予小微企业合同金额"]
THREE = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]


class Unit:
    """The facts of one unit, in fen."""

    def __init__(self, number, rng):
        self.name = DEPARTMENT + NAMES[number]
        self.nature = "行政单位" if number == 0 else "参照公务员法管理事业单位" if number % 4 == 1 else "其他事业单位"
        # (code, source, amount, partner), (code, kind, fund, economic, project, amount, partner)
        self.income, self.spent = [], []
        self.opening = {GENERAL: rng.randrange(10**6), OTHER: rng.randrange(5 * 10**7, 10**8)}
        self.used = rng.randrange(10**6) if number % 3 == 2 else 0
        self.distributed = rng.randrange(10**5) if number % 5 == 4 else 0
        running = "2130101" if self.nature == "行政单位" else "2130104"
        for code in [running, "2080505", "2101101", "2210201"]:
            for economic in rng.sample(PEOPLE, 4) + (rng.sample(OFFICE, 5) if code == running else []):
                self.spend(code, "基本支出", GENERAL, economic, "", rng.randrange(1, 10**8))
        for project in range(rng.randrange(1, 4)):
            code = rng.choice(["2130106", "2130108", "2130122"])
            self.spend(code, "项目支出", GENERAL, "", f"项目{number}-{project}", rng.randrange(1, 3 * 10**8))
        if number % 4 == 3:
            self.opening[FUND] = rng.randrange(10**6)
            self.spend("2120803", "项目支出", FUND, "", f"基金项目{number}", rng.randrange(1, 10**7))
        spent = {}
        for code, _, fund, _, _, amount, _ in self.spent:
            spent[code, fund] = spent.get((code, fund), 0) + amount
        for (code, fund), amount in spent.items():
            self.income.append((code, fund, amount + rng.randrange(10**5), ""))
        own = rng.randrange(10**7, 2 * 10**8)
        self.income.append(("2130104", "事业收入", own, ""))
        self.spend("2130104", "基本支出", OTHER, "30201", "", own // 3)
        self.income.append(("2130199", "其他收入", rng.randrange(10**6), ""))
        if number % 6 == 5:
            self.income.append(("2130199", "经营收入", 2 * 10**6 + number, ""))
            self.spend("2130199", "经营支出", OTHER, "", "", 10**6 + number)
        self.three = {name: [rng.randrange(10**6) for _ in range(3)] for name in THREE}
        if number % 2:
            self.three["因公出国（境）费"] = [0, 0, 0]
        self.counts = {
            "因公出国（境）费": (rng.randrange(3), "", rng.randrange(9), ""), "公务用车购置费": ("", "", "", rng.randrange(2)),
            "公务用车运行维护费": ("", "", "", rng.randrange(1, 9)), "公务接待费": ("", rng.randrange(30), rng.randrange(99), ""),
        }
        self.other = {name: rng.randrange(10**8) for name in PROCURED}
        self.other |= {CONTRACTS[0]: 10**5 + number, CONTRACTS[1]: 10**4 + number}
        self.things = {name: 0 for name in COUNTED} | {name: rng.randrange(9) for name in VEHICLES}
        self.things[EQUIPMENT] = rng.randrange(5)
        self.prior = {name: rng.randrange(10**9) for name in ["财政拨款收入总计", "财政拨款支出总计", "收入总计", "支出总计"] + THREE}

    def spend(self, code, kind, fund, economic, project, amount, partner=""):
        self.spent.append((code, kind, fund, economic, project, amount, partner))

    def closing(self, fund):
        income = sum(a for _, s, a, _ in self.income if (s if s in (GENERAL, FUND) else OTHER) == fund)
        spent = sum(row[5] for row in self.spent if row[2] == fund)
        extra = self.used - self.distributed if fund == OTHER else 0
        return self.opening.get(fund, 0) + income + extra - spent

    def write(self, folder):
        os.makedirs(folder)

        def sheet(name, heads, rows):
            with open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([heads] + rows)

        facts = [
            ["单位名称", self.name], ["年度", "2024"], ["公开口径", "单位"], ["单位性质", self.nature], ["主管部门", DEPARTMENT],
            ["数据说明", "虚构的数据，供测试。"],
        ]
        sheet("单位信息", ["项目", "内容"], facts)
        sheet("收入", ["功能科目编码", "收入来源", "金额", "往来单位"], [[c, s, yuan(a), p] for c, s, a, p in self.income])
        heads = ["功能科目编码", "支出性质", "资金性质", "经济科目编码", "项目名称", "金额", "往来单位"]
        sheet("支出", heads, [[*row[:5], yuan(row[5]), row[6]] for row in self.spent])
        balances = []
        for fund in self.opening:
            code = "2120803" if fund == FUND else ""
            used, distributed = (yuan(self.used), yuan(self.distributed)) if fund == OTHER else ("", "")
            stated = yuan(self.closing(fund)) if len(self.name) % 2 else ""
            balances.append([fund, code, yuan(self.opening[fund]), used, distributed, stated])
        heads = ["资金性质", "功能科目编码", "年初结转和结余", "使用非财政拨款结余", "结余分配", "年末结转和结余"]
        sheet("结转结余", heads, balances)
        classes = sorted({row[0][:3] for row in self.spent if row[2] == GENERAL})
        sheet("预算", ["功能科目编码", "年初预算数"], [[c, yuan(10**8 + int(c))] for c in classes])
        rows = [[name, *map(yuan, self.three[name]), *self.counts[name]] for name in THREE]
        rows.append(["国内接待费", *map(yuan, self.three["公务接待费"]), *self.counts["公务接待费"]])
        rows += [["外事接待费", *["0"] * 3, "", 0, 0, ""], ["国（境）外接待费", *["0"] * 3, "", 0, 0, ""]]
        sheet("三公经费", ["项目", "年初预算数", "全年预算数", "决算数", "团组数", "批次", "人次", "辆数"], rows)
        other = [[name, yuan(fen)] for name, fen in self.other.items()] + [[n, c] for n, c in self.things.items()]
        sheet("其他信息", ["项目", "数值"], other)
        sheet("上年决算", ["项目", "金额"], [[name, yuan(fen)] for name, fen in self.prior.items()])
        sheet("文字", ["章节", "内容"], [["单位职责", "为测试而设。"], ["机构设置", "内设一个科室。"], ["其他说明", "无"], ["预算绩效情况", "无"]])


def yuan(fen):
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02}"


def department():
    """The units, and the transfers between them as (payer, receiver, kind, fen)."""
    rng = random.Random(20241231)
    units = [Unit(number, rng) for number in range(12)]
    moves = []
    for number in range(1, 8):  # both sides name each other
        moves.append((number, 0, REMIT, rng.randrange(10**4, 10**6), True))
    for number in [2, 5, 9]:
        moves.append((0, number, SUBSIDY, rng.randrange(10**5, 10**6), True))
    moves.append((0, 11, SUBSIDY, 7654321, False))  # nobody named, and only one amount like it
    moves.append((10, 0, REMIT, 1234567, False))
    for payer, receiver, kind, fen, named in moves:
        out, into = units[payer], units[receiver]
        out.spend("2130199" if kind == SUBSIDY else "2130152", kind, OTHER, "", "", fen, into.name if named else "")
        source = SUBSIDISED if kind == SUBSIDY else REMITTED
        into.income.append(("2130199", source, fen, out.name if named else ""))
    # Not inside the department: to a superior outside, and a pair that does not agree.
    units[0].spend("2130199", REMIT, OTHER, "", "", 333333, "青禾市虚构厅")
    units[3].spend("2130199", REMIT, OTHER, "", "", 500000, units[11].name)
    units[11].income.append(("2130199", REMITTED, 490000, units[3].name))
    return units, moves


def rounded(fen):
    """万元 with two decimals, half away from zero."""
    cents = (2 * abs(fen) + 10_000) // 20_000
    return f"{'-' if fen < 0 and cents else ''}{cents // 100}.{cents % 100:02}"


def expected(units, moves):
    """What the department's tables must print, by address; a cell with no rows behind it is blank."""
    cells = {}

    def add(address, fen):
        cells[address] = cells.get(address, 0) + fen

    def nodes(code):
        return ["合计", code[:3], code[:5], code]

    sources = {GENERAL: 2, FUND: 2, SUBSIDISED: 3, "事业收入": 4, "经营收入": 5, REMITTED: 6, "其他收入": 7}
    kinds = {"基本支出": 2, "项目支出": 3, REMIT: 4, "经营支出": 5, SUBSIDY: 6}
    lines = {"208": 39, "210": 40, "212": 42, "213": 43, "221": 50}
    taken = {}  # what is not counted, by unit and row
    for payer, receiver, kind, fen, _ in moves:
        taken[payer, kind, fen] = taken[receiver, {SUBSIDY: SUBSIDISED, REMIT: REMITTED}[kind], fen] = True
    for number, unit in enumerate(units):
        for code, source, fen, _ in unit.income:
            if taken.pop((number, source, fen), False):
                continue
            for node in nodes(code):
                add(f"02.{node}.1", fen)
                add(f"02.{node}.{sources[source]}", fen)
            line = {GENERAL: 1, FUND: 2, SUBSIDISED: 4, "事业收入": 5, "经营收入": 6, REMITTED: 7, "其他收入": 8}[source]
            for row in [line, 27, 31]:
                add(f"01.{row}.1", fen)
            if source in (GENERAL, FUND):
                for row in [1 if source == GENERAL else 2, 27, 32]:
                    add(f"04.{row}.1", fen)
            if source == FUND:
                for node in nodes(code):
                    add(f"07.{node}.2", fen)
        for code, kind, fund, economic, _, fen, _ in unit.spent:
            if taken.pop((number, kind, fen), False):
                continue
            for node in nodes(code):
                add(f"03.{node}.1", fen)
                add(f"03.{node}.{kinds[kind]}", fen)
                if fund == GENERAL:
                    add(f"05.{node}.1", fen)
                    add(f"05.{node}.{kinds[kind]}", fen)
                if fund == FUND:
                    add(f"07.{node}.3", fen)
                    add(f"07.{node}.{kinds[kind] + 2}", fen)
            for row in [lines[code[:3]], 58, 62]:
                add(f"01.{row}.2", fen)
            if fund in (GENERAL, FUND):
                column = 3 if fund == GENERAL else 4
                for row in [lines[code[:3]] + 1, 59, 64]:
                    add(f"04.{row}.2", fen)
                    add(f"04.{row}.{column}", fen)
            if fund == GENERAL and kind == "基本支出":
                add(f"06.{economic}.1", fen)
                add(f"06.{economic[:3]}.1", fen)
                add(f"06.{'人员' if economic[:3] in ('301', '303') else '公用'}经费合计.1", fen)
                if economic[:3] not in ("301", "303") and unit.nature != "其他事业单位":
                    add("10.5.1" if unit.nature == "行政单位" else "10.6.1", fen)
        for fund, opening in unit.opening.items():
            closing = unit.closing(fund)
            add("01.29.1", opening)
            add("01.31.1", opening)
            add("01.60.2", closing)
            add("01.62.2", closing)
            if fund != OTHER:
                for row in [28, 29 if fund == GENERAL else 30, 32]:
                    add(f"04.{row}.1", opening)
                for row in [60, 64]:
                    add(f"04.{row}.2", closing)
                    add(f"04.{row}.{3 if fund == GENERAL else 4}", closing)
            if fund == FUND:
                for node in nodes("2120803"):
                    add(f"07.{node}.1", opening)
                    add(f"07.{node}.6", closing)
        add("01.28.1", unit.used)
        add("01.31.1", unit.used)
        add("01.59.2", unit.distributed)
        add("01.62.2", unit.distributed)
        abroad, bought, run, guests = (unit.three[name] for name in THREE)
        for first, side in [(1, 1), (7, 2)]:
            values = [abroad[side] + bought[side] + run[side] + guests[side], abroad[side], bought[side] + run[side]]
            for offset, fen in enumerate(values + [bought[side], run[side], guests[side]]):
                add(f"09.1.{first + offset}", fen)
        for row, name in enumerate(PROCURED, 2):
            add("10.1.1", unit.other[name])
            add(f"10.{row}.1", unit.other[name])
        for row, name in enumerate(COUNTED, 8):
            add("10.7.1n", unit.things[name])
            add(f"10.{row}.1n", unit.things[name])
        add("10.17.1n", unit.things[EQUIPMENT])
    assert not taken, taken
    return {a.rstrip("n"): str(v) if a.endswith("n") else rounded(v) for a, v in cells.items()}


def run(*arguments, status=(0,)):
    done = subprocess.run([TOOL, *arguments], capture_output=True, text=True)
    if done.returncode not in status:
        sys.exit(f"units.py: {' '.join(arguments)}: {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done


def same(found, wanted, what):
    if found != wanted:
        sys.exit(f"units.py: {what}: {found!r}, not {wanted!r}")


def cells_of(data):
    return {
        cell["address"]: cell
        for table in data["tables"] for row in table["rows"] for cell in row if "address" in cell
    }


def main(folder):
    units, moves = department()
    inputs = [f"{folder}/units/{number:02}" for number in range(len(units))]
    for unit, path in zip(units, inputs):
        unit.write(path)
    if len(sys.argv) > 2:
        return
    # The same ledger in three formats, and a pair of transfers that does not agree.
    ledger = f"{folder}/部门.json"
    done = run("consolidate", *inputs, "-o", ledger, status=(1,))
    same("两边对不上" in done.stderr and "5000.00" in done.stderr and "4900.00" in done.stderr, True, "open transfers")
    for name in ["部门.xlsx", "部门"]:
        run("consolidate", "-q", *inputs, "-o", f"{folder}/{name}", status=(1,))
        same(run("convert", f"{folder}/{name}").stdout, open(ledger).read(), name)

    refused = run("build", ledger, "-o", f"{folder}/refused", status=(1,)).stderr
    same("待填写" in refused or "D15" in refused, True, "texts to be written")
    run("build", ledger, "--draft", "--only", "json,md", "-o", f"{folder}/部门公开")
    data = json.load(open(f"{folder}/部门公开/data.json"))
    text = open(f"{folder}/部门公开/index.md").read()
    same([unit.name for unit in units if unit.name not in text], [], "units included")
    printed = {address: cell["text"] for address, cell in cells_of(data).items()}
    wanted = expected(units, moves)
    same({a: (printed.get(a), v) for a, v in wanted.items() if printed.get(a) != v}, {}, "cells")
    # What is not expected is blank, or a zero that a unit gave.
    same({a: v for a, v in printed.items() if a not in wanted and v not in ("", "0.00", "0")}, {}, "other cells")

    explains(ledger, wanted)
    judges(folder, ledger, inputs, data, printed)
    refuses(folder, inputs)
    print(f"units.py: {len(units)} units, {len(moves)} transfers, {len(wanted)} cells")


def explains(ledger, wanted):
    """The rows of a figure add up to it, with their units and what was taken away."""
    for address in ["02.合计.1", "02.合计.3", "03.2130199.6", "03.合计.1", "01.60.2", "10.1.1"]:
        shown = run("explain", ledger, address).stdout
        rows = re.findall(r"^    +(-?\d+\.\d\d)　(.*)$", shown, re.M)
        fen = sum(int(amount.replace(".", "")) for amount, _ in rows)
        same(rounded(fen), wanted.get(address, "0.00"), f"explain {address}")
        if address.startswith(("02", "03")):
            same(DEPARTMENT + "机关" in shown, True, f"explain {address}: units")
            same(sum("内部往来抵销" in words for _, words in rows) > 0, True, f"explain {address}: taken away")


def judges(folder, ledger, inputs, data, printed):
    """The department's tables against its units': nothing where they agree, and each of twenty differences."""

    def findings(publication, *units):
        done = run("check", publication, "--format", "json", "--units", *units, status=(0, 1))
        report = json.loads(done.stdout)
        return [one for one in report["findings"] if one["rule"].startswith("U")], report

    published = []
    for path in inputs:
        run("build", path, "--draft", "--only", "json", "-o", f"{path}-公开")
        published.append(f"{path}-公开/data.json")
    clean = f"{folder}/部门公开/index.md"
    for given in [inputs, published, inputs[:6] + published[6:]]:
        found, report = findings(clean, *given)
        same([(one["rule"], one["message"]) for one in found], [], "false findings")
        same([one for one in report["notChecked"] if one["rule"].startswith("U")], [], "not checked")
    same(findings(ledger, *inputs)[0], [], "false findings of a ledger")

    rng = random.Random(20)
    numbers = [a for a, text in printed.items() if text not in ("", "0.00", "0") and not a.startswith("09.1.1.")]
    planted = sorted(rng.sample(numbers, 20))
    altered = rewritten(data, {a: larger(printed[a]) for a in planted}, f"{folder}/改动.json")
    found, _ = findings(altered, *inputs)
    same(sorted(subject(one) for one in found), planted, "planted, units' ledgers")
    # Beside publications the figures that tell of transfers may be several, and are one finding each.
    for address in planted:
        one = rewritten(data, {address: larger(printed[address])}, f"{folder}/改动.json")
        found, _ = findings(one, *published)
        same(len(found), 1, f"planted {address}, units' publications: {[f['message'] for f in found]}")
        same(address in found[0]["addresses"], True, f"planted {address}: {found[0]['addresses']}")

    # One last place more or less in every unit, all of them upwards or downwards or mixed, raises nothing.
    for step in [1, -1, 0]:
        moved = []
        for number, path in enumerate(published):
            unit = json.load(open(path))
            by = step or rng.choice([1, -1])
            changes = {
                address: last_place(cell["text"], by) for address, cell in cells_of(unit).items()
                if "." in cell["text"] and cell["text"] != "0.00"
            }
            moved.append(rewritten(unit, changes, f"{folder}/末位{step}-{number}.json"))
        found, _ = findings(clean, *moved)
        same([(one["rule"], subject(one)) for one in found], [], f"last place {step}")


def subject(finding):
    """The figure that it is about."""
    return finding["id"].split("@")[1]


def larger(text):
    return f"{float(text) + 7000:.2f}" if "." in text else str(int(text) + 7)


def last_place(text, by):
    count = int(text.replace(".", "").replace("-", "")) * (-1 if text.startswith("-") else 1) + by
    return f"{'-' if count < 0 else ''}{abs(count) // 100}.{abs(count) % 100:02}"


def rewritten(data, changes, path):
    data = json.loads(json.dumps(data))
    for address, cell in cells_of(data).items():
        if address in changes:
            cell["text"] = changes[address]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False)
    return path


def refuses(folder, inputs):
    """What cannot be one department is told all at once, and nothing written."""
    other = f"{folder}/上年"
    subprocess.run(["cp", "-r", inputs[1], other], check=True)
    facts = open(f"{other}/单位信息.csv").read().replace("2024", "2023")
    open(f"{other}/单位信息.csv", "w").write(facts)
    broken = f"{folder}/不平"
    subprocess.run(["cp", "-r", inputs[2], broken], check=True)
    balances = open(f"{broken}/结转结余.csv").read().splitlines()
    balances[1] = ",".join(balances[1].split(",")[:5] + ["1.00"])
    open(f"{broken}/结转结余.csv", "w").write("\n".join(balances) + "\n")
    target = f"{folder}/没有.json"
    told = run("consolidate", *inputs[:2], other, broken, "-o", target, status=(2,)).stderr
    for words in ["2023 年度", "已经有了", "不平/结转结余.csv:2"]:
        same(words in told, True, f"refused: {words} in {told}")
    same(os.path.exists(target), False, "refused, and written")
    told = run("consolidate", *inputs, "-o", inputs[0], "--force", status=(2,)).stderr
    same("要读的" in told, True, f"over an input: {told}")
    stranger = f"{folder}/别人的.json"
    open(stranger, "w").write("{}")
    run("consolidate", *inputs, "-o", stranger, status=(2,))
    same(open(stranger).read(), "{}", "a stranger's file")


if len(sys.argv) > 2:
    main(sys.argv[2])
else:
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_STATE_HOME"] = scratch + "/state"
        main(scratch)
