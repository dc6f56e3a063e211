#!/usr/bin/env python3
"""The expected figures of 公开01–10, worked out from a ledger folder a second time.

    python3 reference.py Examples/datong-2024 > Tests/TablesTests/Fixtures/datong-2024.json

Follows the description of the tables and the ledger schema and shares nothing with the program it checks: money is
whole fen, a table is a plain dictionary, and every cell is the list of ledger amounts that go into it. An empty list
prints blank; any other prints its sum in 万元 with two decimals, half away from zero.
"""

import csv
import io
import json
import pathlib
import re
import sys
import unicodedata

GENERAL, GOVERNMENT, CAPITAL, OTHER = "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "其他资金"
FISCAL = [GENERAL, GOVERNMENT, CAPITAL]
SHORT = {
    "一般公共预算": GENERAL, "一般公共预算财政拨款收入": GENERAL,
    "政府性基金": GOVERNMENT, "政府性基金预算": GOVERNMENT, "政府性基金预算财政拨款收入": GOVERNMENT,
    "国有资本经营预算": CAPITAL, "国有资本经营预算财政拨款收入": CAPITAL,
    "非财政拨款": OTHER,
}
SOURCES = FISCAL + ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
KINDS = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]

# The 类 as 01 and 04 list them, one line each.
CLASSES = (
    "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 231 232 234".split()
)

# The codes the standard print of 06 shows: 类, then the last two digits of its 款.
STANDARD_06 = {
    "301": "01 02 03 06 07 08 09 10 11 12 13 14 99",
    "302": "01 02 03 04 05 06 07 08 09 11 12 13 14 15 16 17 18 24 25 26 27 28 29 31 39 40 99",
    "303": "01 02 03 04 05 06 07 08 09 10 11 99",
    "307": "01 02 03 04",
    "309": "01 02 03 05 06 07 08 13 19 21 22 99",
    "310": "01 02 03 05 06 07 08 09 11 12 13 19 21 22 99",
    "311": "01 99",
    "312": "01 03 04 05 06 99",
    "313": "02 03 04",
    "399": "07 08 09 10 99",
}

VEHICLES = [
    "副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车",
    "执法执勤用车", "特种专业技术用车", "离退休干部服务用车", "其他用车",
]


def plain(text):
    return unicodedata.normalize("NFKC", text or "").strip()


def fen(text, unit):
    """Exact fen of an amount in 元 or 万元; None for a blank cell."""
    text = plain(text).replace(",", "").replace("−", "-")
    if not text:
        return None
    match = re.fullmatch(r"([+-]?)(\d+)(?:\.(\d*))?", text)
    if not match:
        raise ValueError(f"not an amount: {text}")
    places = 6 if unit == "万元" else 2
    fraction = match[3] or ""
    if fraction[places:].strip("0"):
        raise ValueError(f"finer than a fen: {text}")
    value = int(match[2] + fraction[:places].ljust(places, "0"))
    return -value if match[1] == "-" else value


# Whether the unit leaves amounts of nothing blank (零的印法).
BLANK_ZEROS = False


def printed(amounts):
    if not amounts:
        return ""
    total = sum(amounts)
    if total == 0 and BLANK_ZEROS:
        return ""
    hundredths = (abs(total) + 5_000) // 10_000
    sign = "-" if total < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"


def printed_count(counts):
    return str(sum(counts)) if counts and (sum(counts) or not BLANK_ZEROS) else ""


class Ledger:
    AMOUNTS = {"金额", "年初结转和结余", "使用非财政拨款结余", "结余分配", "年末结转和结余", "年初预算数", "全年预算数", "决算数"}

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.unit = "元"
        information = self.sheet("单位信息")
        self.information = {row["项目"]: row["内容"] for row in information}
        self.unit = self.information.get("金额单位") or "元"
        global BLANK_ZEROS
        BLANK_ZEROS = self.information.get("零的印法") == "留空"
        self.income = self.sheet("收入")
        self.expenditure = self.sheet("支出")
        self.balances = self.sheet("结转结余")
        self.three_public = {row["项目"]: row for row in self.sheet("三公经费")}
        self.other = {row["项目"]: row["数值"] for row in self.sheet("其他信息")}

    def sheet(self, title):
        path = self.folder / f"{title}.csv"
        if not path.exists():
            return []
        data = path.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030")
        lines = [line for line in csv.reader(io.StringIO(text, newline="")) if any(cell.strip() for cell in line)]
        if not lines:
            return []
        columns = []
        for heading in lines[0]:
            match = re.fullmatch(r"(.*?)\((元|万元)\)", plain(heading))
            name, unit = (match[1], match[2]) if match else (heading.strip(), self.unit)
            columns.append((name, unit))
        rows = []
        for line in lines[1:]:
            row = {}
            for (name, unit), cell in zip(columns, line):
                row[name] = fen(cell, unit) if name in self.AMOUNTS else cell.strip()
            for name in ("资金性质", "收入来源"):
                if name in row:
                    row[name] = SHORT.get(row[name], row[name])
            rows.append(row)
        return rows

    def amount_of(self, item):
        return fen(self.other.get(item), self.unit)

    def count_of(self, item):
        text = plain(self.other.get(item)).replace(",", "")
        return int(text) if text else None


def levels(code):
    return [code[:3], code[:5], code[:7]]


def given(value):
    return [] if value is None else [value]


def fund_of_income(source):
    return source if source in FISCAL else OTHER


class Balance:
    """Opening and closing of one fund, or of one 项 of it; each a list of amounts, empty for blank."""

    def __init__(self, rows, income, expenditure):
        self.opening = [v for row in rows for v in given(row.get("年初结转和结余"))]
        self.surplus_used = [v for row in rows for v in given(row.get("使用非财政拨款结余"))]
        self.distributed = [v for row in rows for v in given(row.get("结余分配"))]
        stated = [v for row in rows for v in given(row.get("年末结转和结余"))]
        derived = sum(self.opening) + sum(self.surplus_used) + sum(income) - sum(expenditure) - sum(self.distributed)
        if stated:
            if sum(stated) != derived:
                raise ValueError(f"closing stated as {sum(stated)} fen, derived as {derived}")
            self.closing = stated
        else:
            self.closing = [derived] if derived else []


def balances(ledger):
    """fund → {项 or None for the whole fund: Balance}"""
    result = {}
    for fund in FISCAL + [OTHER]:
        rows = [row for row in ledger.balances if row["资金性质"] == fund]
        income = [row for row in ledger.income if fund_of_income(row["收入来源"]) == fund]
        expenditure = [row for row in ledger.expenditure if row["资金性质"] == fund]
        by_item = fund in (GOVERNMENT, CAPITAL) or any(row.get("功能科目编码") for row in rows)
        if not by_item:
            result[fund] = {
                None: Balance(rows, [r["金额"] for r in income], [r["金额"] for r in expenditure])
            }
            continue
        items = {r["功能科目编码"] for r in rows + income + expenditure}
        result[fund] = {
            item: Balance(
                [r for r in rows if r["功能科目编码"] == item],
                [r["金额"] for r in income if r["功能科目编码"] == item],
                [r["金额"] for r in expenditure if r["功能科目编码"] == item],
            )
            for item in items
        }
    return result


def pooled(by_fund, funds, part):
    return [v for fund in funds for balance in by_fund[fund].values() for v in getattr(balance, part)]


def figures(ledger):
    cells = {}

    def put(table, row, column, text):
        address = f"{table}.{row}.{column}"
        assert address not in cells, address
        cells[address] = text

    income, expenditure = ledger.income, ledger.expenditure
    funds = balances(ledger)
    every = FISCAL + [OTHER]

    # 01
    for line, source in enumerate(SOURCES, 1):
        put("01", line, 1, printed([r["金额"] for r in income if r["收入来源"] == source]))
    for line in list(range(9, 27)) + [30]:
        put("01", line, 1, "")
    all_income = [r["金额"] for r in income]
    used, opening = pooled(funds, every, "surplus_used"), pooled(funds, every, "opening")
    put("01", 27, 1, printed(all_income))
    put("01", 28, 1, printed(used))
    put("01", 29, 1, printed(opening))
    put("01", 31, 1, printed(all_income + used + opening))
    for line, class_code in enumerate(CLASSES, 32):
        put("01", line, 2, printed([r["金额"] for r in expenditure if r["功能科目编码"][:3] == class_code]))
    all_expenditure = [r["金额"] for r in expenditure]
    distributed, closing = pooled(funds, every, "distributed"), pooled(funds, every, "closing")
    put("01", 58, 2, printed(all_expenditure))
    put("01", 59, 2, printed(distributed))
    put("01", 60, 2, printed(closing))
    put("01", 61, 2, "")
    put("01", 62, 2, printed(all_expenditure + distributed + closing))

    def by_code(table, columns):
        """`columns` are functions from a row key (合计 or a code) to a list of amounts."""
        codes = set()
        for _, facts in columns:
            for code, _ in facts:
                codes.update(levels(code))
        for row in ["合计"] + sorted(codes):
            for column, facts in columns:
                put(table, row, column, printed([v for code, v in facts if row == "合计" or code.startswith(row)]))

    def income_facts(*sources):
        return [(r["功能科目编码"], r["金额"]) for r in income if r["收入来源"] in sources]

    def expenditure_facts(kinds, of_funds):
        return [
            (r["功能科目编码"], r["金额"]) for r in expenditure if r["支出性质"] in kinds and r["资金性质"] in of_funds
        ]

    # 02, 03
    by_code("02", [(1, income_facts(*SOURCES)), (2, income_facts(*FISCAL))]
            + [(column, income_facts(source)) for column, source in enumerate(SOURCES[3:], 3)])
    by_code("03", [(1, expenditure_facts(KINDS, every))]
            + [(column, expenditure_facts([kind], every)) for column, kind in enumerate(KINDS, 2)])

    # 04
    fiscal_income = [r["金额"] for r in income if r["收入来源"] in FISCAL]
    for line, source in enumerate(FISCAL, 1):
        put("04", line, 1, printed([r["金额"] for r in income if r["收入来源"] == source]))
    for line in range(4, 27):
        put("04", line, 1, "")
    fiscal_opening = pooled(funds, FISCAL, "opening")
    put("04", 27, 1, printed(fiscal_income))
    put("04", 28, 1, printed(fiscal_opening))
    for line, fund in enumerate(FISCAL, 29):
        put("04", line, 1, printed(pooled(funds, [fund], "opening")))
    put("04", 32, 1, printed(fiscal_income + fiscal_opening))
    for column, of_funds in enumerate([FISCAL, [GENERAL], [GOVERNMENT], [CAPITAL]], 2):
        spent = [(r["功能科目编码"], r["金额"]) for r in expenditure if r["资金性质"] in of_funds]
        for line, class_code in enumerate(CLASSES, 33):
            put("04", line, column, printed([v for code, v in spent if code[:3] == class_code]))
        left = pooled(funds, of_funds, "closing")
        put("04", 59, column, printed([v for _, v in spent]))
        put("04", 60, column, printed(left))
        for line in (61, 62, 63):
            put("04", line, column, "")
        put("04", 64, column, printed([v for _, v in spent] + left))

    # 05, 08
    for table, fund in (("05", GENERAL), ("08", CAPITAL)):
        by_code(table, [
            (1, expenditure_facts(KINDS, [fund])),
            (2, expenditure_facts(["基本支出"], [fund])),
            (3, expenditure_facts(["项目支出"], [fund])),
        ])

    # 06
    detail = [
        (r["经济科目编码"], r["金额"]) for r in expenditure if r["支出性质"] == "基本支出" and r["资金性质"] == GENERAL
    ]
    rows = set(STANDARD_06)
    for class_code, endings in STANDARD_06.items():
        rows.update(class_code + ending for ending in endings.split())
    for code, _ in detail:
        rows.update([code[:3], code[:5]])
    for row in rows:
        put("06", row, 1, printed([v for code, v in detail if code.startswith(row)]))
    personnel = [v for code, v in detail if code[:3] in ("301", "303")]
    public = [v for code, v in detail if code[:3] not in ("301", "303")]
    put("06", "人员经费合计", 1, printed(personnel))
    put("06", "公用经费合计", 1, printed(public))

    # 07
    fund_items = funds[GOVERNMENT]
    by_code("07", [
        (1, [(item, v) for item, balance in fund_items.items() for v in balance.opening]),
        (2, income_facts(GOVERNMENT)),
        (3, expenditure_facts(KINDS, [GOVERNMENT])),
        (4, expenditure_facts(["基本支出"], [GOVERNMENT])),
        (5, expenditure_facts(["项目支出"], [GOVERNMENT])),
        (6, [(item, v) for item, balance in fund_items.items() for v in balance.closing]),
    ])

    # 09
    for first, side in ((1, "全年预算数"), (7, "决算数")):
        abroad, purchase, running, reception = (
            given(ledger.three_public.get(item, {}).get(side))
            for item in ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
        )
        vehicles = purchase + running
        for column, amounts in enumerate(
            [abroad + vehicles + reception, abroad, vehicles, purchase, running, reception], first
        ):
            put("09", 1, column, printed(amounts))

    # 10
    procurement = [given(ledger.amount_of(f"政府采购{kind}支出")) for kind in ("货物", "工程", "服务")]
    put("10", 1, 1, printed(sum(procurement, [])))
    for line, amounts in enumerate(procurement, 2):
        put("10", line, 1, printed(amounts))
    nature = {"参公事业单位": "参照公务员法管理事业单位"}.get(
        ledger.information["单位性质"], ledger.information["单位性质"])
    for line, which in ((5, "行政单位"), (6, "参照公务员法管理事业单位")):
        if ledger.information["公开口径"] == "部门":
            running_cost = given(ledger.amount_of(f"机关运行经费（{which}）"))
        else:
            running_cost = public if nature == which else []
        put("10", line, 1, printed(running_cost))
    vehicles = [given(ledger.count_of(item)) for item in VEHICLES]
    put("10", 7, 1, printed_count(sum(vehicles, [])))
    for line, counts in enumerate(vehicles, 8):
        put("10", line, 1, printed_count(counts))
    put("10", 17, 1, printed_count(given(ledger.count_of("单价100万元（含）以上设备（不含车辆）"))))

    return cells


if __name__ == "__main__":
    print(json.dumps(figures(Ledger(sys.argv[1])), ensure_ascii=False, sort_keys=True, indent=0))
