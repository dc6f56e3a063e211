"""The page of a season in a browser: fits, is accessible, sorts, filters, lists all, leads to what it names.

Called by browser.py, of whose helpers it is given the module.
"""
import pathlib
import shutil

UNITS = ["甲市民政局", "乙市民政局", "丙市民政局", "丁市民政局", "戊市民政局"]


def seasons(of, browser, examples, folder):
    page_of = folder / pathlib.Path(examples[0]).name / "index.md"
    inputs, output = folder / "season", folder / "season-out"
    name = of.json.loads((page_of.parent / "data.json").read_text())["unit"]
    for unit in UNITS:
        (inputs / unit).mkdir(parents=True)
        (inputs / unit / "公开.md").write_text(page_of.read_text().replace(name, unit))
    (inputs / "坏局.pdf").write_bytes(b"%PDF-1.7 ")
    listed = folder / "season.csv"
    listed.write_text("单位名称,批复日期,公开日期\n" + f"{UNITS[0]},2025-09-01,2025-09-30\n" + "<b>己</b>局,2025-09-01,\n")
    of.run("season", "-q", inputs, "-o", output, "--list", listed, "--date", "2025-10-01", status=(2,))
    file = output / "index.html"
    rows = "table.units > tbody > tr"
    for width in of.WIDTHS:
        for scheme in ["light", "dark"]:
            visit = of.Visit(browser, file, width, color_scheme=scheme)
            with visit as page:
                of.nothing_overflows(page, visit.name)
                of.is_accessible(page, visit.name)
                of.is_inert(page, visit.name, scripts=2)
                of.same(page.locator(rows).count(), len(UNITS) + 2, f"{visit.name}: rows")
                of.same(page.locator(rows).first.locator("th").inner_text(), "坏局.pdf", f"{visit.name}: first")
    with of.Visit(browser, file) as page:
        hrefs = page.evaluate("[...document.querySelectorAll('.links a')].map(one => decodeURI(one.getAttribute('href')))")
        of.same([href for href in hrefs if not (output / href).is_file()], [], "season: links that lead nowhere")
        of.expect(len(hrefs) > 2 * len(UNITS), "season: hardly any links")
        page.get_by_role("button", name="单位").first.click()
        of.same(page.locator("table.units th[aria-sort]").get_attribute("aria-sort"), "ascending", "season: sorted")
        page.get_by_label("查找").fill("乙市")
        of.same(page.locator(f"{rows}:visible th").all_inner_texts(), ["乙市民政局"], "season: found")
        page.get_by_role("button", name="清除").click()
        page.locator("select[name=publication]").select_option("late")
        of.same(page.locator(f"{rows}:visible th").all_inner_texts(), [UNITS[0]], "season: late")
    with of.Visit(browser, file, java_script_enabled=False) as page:
        of.same(page.locator(f"{rows}:visible").count(), len(UNITS) + 2, "season: rows without a script")
        of.expect(not page.locator(".filter").is_visible(), "season: a filter that does nothing")
    shutil.rmtree(inputs)
    return [file]
