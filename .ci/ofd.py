"""Writes the words of a PDF as documents in fixed layout (OFD, GB/T 33190), in the ways that programs differ.

    ofd.py PDF FOLDER      writes FOLDER/词.ofd, 字.ofd, 行.ofd and 变换.ofd

词: an object a word, a step a letter. 字: an object a letter. 行: an object a line, equal steps written together, columns
parted by wide steps, no namespace's year. 变换: letters in points under a transform, what every page has in a template.
Lengths are those of the standard; nothing is drawn but text and ruling lines, drawn as lines or filled as the PDF has them.
"""
import itertools
import pathlib
import re
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

MM = 25.4 / 72


def pages(pdf):
    """The words of each page: text, and its box in millimetres."""
    text = subprocess.run(
        ["pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-"], check=True, capture_output=True, text=True).stdout
    references = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}
    for page in re.split(r"<page ", text)[1:]:
        words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)
        yield upright([
            (re.sub(r"&\w+;|&#39;", lambda m: references.get(m.group(), m.group()), w), *(float(n) * MM for n in box))
            for *box, w in words
        ])


def rules(pdf, page):
    """The paths of straight lines on a page, each with whether it is filled, in points; areas and letters are left out."""
    svg = subprocess.run(
        ["pdftocairo", "-svg", "-f", str(page), "-l", str(page), pdf, "-"], check=True, capture_output=True,
        text=True).stdout
    svg = re.sub(r"<defs>.*?</defs>", "", svg, flags=re.S)
    for attributes in re.findall(r"<path ([^>]*)/>", svg):
        path = re.search(r' d="([^"]*)"', " " + attributes).group(1).split()
        if not set(path) & set("MLZC") <= set("MLZ"):
            continue
        moved = re.search(r'transform="matrix\(([^)]*)\)"', attributes)
        a, b, c, d, e, f = (float(n) for n in moved.group(1).split(",")) if moved else (1, 0, 0, 1, 0, 0)
        filled = "fill:none" not in attributes
        stretches, numbers = [], []
        for token in path:
            if token in "MLZ":
                if token == "M":
                    stretches.append([])
            else:
                numbers.append(float(token))
                if len(numbers) == 2:
                    x, y = numbers
                    stretches[-1].append((a * x + c * y + e, b * x + d * y + f))
                    numbers = []
        for points in stretches:
            sides = [max(p[i] for p in points) - min(p[i] for p in points) for i in (0, 1)] if points else [0, 0]
            if len(points) > 1 and (not filled or min(sides) < 3):
                yield points, filled


def path_object(points, filled, scale, transform=""):
    drawn = ' Fill="true" Stroke="false"' if filled else ""
    path = " L ".join(f"{number(x * scale)} {number(y * scale)}" for x, y in points)
    return (
        f'<ofd:PathObject Boundary="0 0 300 300" LineWidth="0.2"{drawn}{transform}>'
        f'<ofd:AbbreviatedData>M {path}{" C" if filled else ""}</ofd:AbbreviatedData></ofd:PathObject>')


def upright(words):
    """The words of a turned page as they stand once it is turned back."""
    turned = [word for word in words if len(word[0]) >= 3 and word[4] - word[2] > 1.5 * (word[3] - word[1])]
    if len(turned) * 2 <= sum(len(word[0]) >= 3 for word in words):
        return words
    follow = [(a, b) for a, b in zip(turned, turned[1:]) if abs(a[1] - b[1]) < (a[3] - a[1]) / 2]
    if sum(1 if b[2] > a[2] else -1 for a, b in follow) >= 0:
        return [(text, top, 300 - right, bottom, 300 - left) for text, left, top, right, bottom in words]
    return [(text, 300 - bottom, left, 300 - top, right) for text, left, top, right, bottom in words]


def widths(text):
    return [2 if ord(c) >= 0x2E80 else 1 for c in text]


def letters(word):
    """Each letter of a word, where it begins and how high it is."""
    text, left, top, right, bottom = word
    unit = (right - left) / sum(widths(text))
    at = left
    for letter, width in zip(text, widths(text)):
        yield letter, at, unit * width
        at += unit * width


def size(word):
    text, left, top, right, bottom = word
    return 2 * (right - left) / sum(widths(text))


def baseline(word):
    return (word[2] + word[4]) / 2 + 0.36 * size(word)


def number(value):
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def text_object(text, left, base, em, steps, attributes=""):
    box = f"{number(left)} {number(base - em)} {number(sum(steps) + em)} {number(1.2 * em)}"
    written = f' DeltaX="{" ".join(steps_text(steps))}"' if steps else ""
    return (
        f'<ofd:TextObject Boundary="{box}" Font="1" Size="{number(em)}"{attributes}>'
        f'<ofd:TextCode X="0" Y="{number(em)}"{written}>{escape(text)}</ofd:TextCode></ofd:TextObject>')


def steps_text(steps, together=False):
    if not together:
        return [number(step) for step in steps]
    written = []
    for step, run in itertools.groupby(number(step) for step in steps):
        count = len(list(run))
        written += ["g", str(count), step] if count > 2 else [step] * count
    return written


def words_as_words(words):
    for word in words:
        places = [at for _, at, _ in letters(word)]
        yield text_object(word[0], word[1], baseline(word), size(word), [b - a for a, b in zip(places, places[1:])])


def words_as_letters(words):
    for word in words:
        for letter, at, _ in letters(word):
            yield text_object(letter, at, baseline(word), size(word), [])


def words_as_lines(words):
    words = sorted(words, key=lambda word: (round(baseline(word) * 4), word[1]))
    for _, line in itertools.groupby(words, key=lambda word: (round(baseline(word) * 4), round(size(word) * 20))):
        line = list(line)
        placed = [(letter, at) for word in line for letter, at, _ in letters(word)]
        steps = [b[1] - a[1] for a, b in zip(placed, placed[1:])]
        written = " ".join(steps_text(steps, together=True))
        em, base = size(line[0]), baseline(line[0])
        box = f"{number(placed[0][1])} {number(base - em)} {number(sum(steps) + em)} {number(1.2 * em)}"
        yield (
            f'<ofd:TextObject Boundary="{box}" Font="1" Size="{number(em)}"><ofd:TextCode X="0" Y="{number(em)}" '
            f'DeltaX="{written}">{escape("".join(letter for letter, _ in placed))}</ofd:TextCode></ofd:TextObject>')


def words_under_a_transform(words):
    for word in words:
        places = [at for _, at, _ in letters(word)]
        steps = " ".join(number((b - a) / MM) for a, b in zip(places, places[1:]))
        em, base = size(word), baseline(word)
        box = f"{number(word[1])} {number(base - em)} {number(word[3] - word[1])} {number(1.2 * em)}"
        yield (
            f'<ofd:TextObject Boundary="{box}" CTM="{MM:.6f} 0 0 {MM:.6f} 0 0" Font="1" Size="{number(em / MM)}">'
            f'<ofd:TextCode X="0" Y="{number(em / MM)}" DeltaX="{steps}">{escape(word[0])}</ofd:TextCode></ofd:TextObject>')


def write(target, contents, namespace="http://www.ofdspec.org/2016", template=None):
    declared = f'xmlns:ofd="{namespace}"'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "OFD.xml",
            f'{head}<ofd:OFD {declared} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
        listed = "".join(
            f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(contents)))
        common = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        if template:
            common += '<ofd:TemplatePage ID="5" BaseLoc="/Doc_0/Tpls/Tpl_0/Content.xml"/>'
            file.writestr(
                "Doc_0/Tpls/Tpl_0/Content.xml",
                f"{head}<ofd:Page {declared}><ofd:Content><ofd:Layer>{template}</ofd:Layer></ofd:Content></ofd:Page>")
        file.writestr(
            "Doc_0/Document.xml",
            f"{head}<ofd:Document {declared}><ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
            "</ofd:Document>")
        for n, content in enumerate(contents):
            used = '<ofd:Template TemplateID="5" ZOrder="Background"/>' if template else ""
            file.writestr(
                f"Doc_0/Pages/Page_{n}/Content.xml",
                f'{head}<ofd:Page {declared}>{used}<ofd:Content><ofd:Layer ID="{n + 1000}">'
                f"<ofd:PageBlock>{''.join(content)}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>")


def all_ways(pdf, folder):
    """Writes the four documents and gives their paths by the name of the way."""
    folder = pathlib.Path(folder)
    known = [words for words in pages(pdf)]
    lines = [list(rules(pdf, number + 1)) for number in range(len(known))]
    mark = next(words_as_words([("样本", 10, 288, 16, 291)]))
    ways = {
        "词": (words_as_words, {}),
        "字": (words_as_letters, {}),
        "行": (words_as_lines, {"namespace": "http://www.ofdspec.org"}),
        "变换": (words_under_a_transform, {"template": mark}),
    }
    written = {}
    for name, (way, options) in ways.items():
        written[name] = folder / f"{name}.ofd"
        scale, transform = (1, f' CTM="{MM:.6f} 0 0 {MM:.6f} 0 0"') if name == "变换" else (MM, "")
        contents = [
            [path_object(*line, scale, transform) for line in drawn] + list(way(words))
            for drawn, words in zip(lines, known)]
        write(written[name], contents, **options)
    return written


if __name__ == "__main__":
    all_ways(*sys.argv[1:3])
