"use strict";
// The controls of the page, which is whole without them: where the reader is, 万元 or 元, copies and files of tables.
// Texts of the page are only ever put into text nodes and attributes, never read as markup.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const button = (label, name, action) => {
    const element = make("button", { type: "button", ...(name && { "aria-label": name }) }, label);
    element.addEventListener("click", action);
    return element;
  };

  // A page that a browser saved may hold what a script once put in: it begins as it was published.
  for (const made of all("[data-made]")) made.remove();
  for (const cell of all("[data-text]")) {
    cell.firstChild.data = cell.dataset.text;
    delete cell.dataset.text;
  }
  document.documentElement.classList.add("scripted");

  const said = make("p", { class: "said", role: "status", "data-made": "" });
  let silence;
  const say = text => {
    said.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ""; }, 4000);
  };

  // 元 in place of 万元, from the exact fen of each figure; digit by digit, since a number of JavaScript is not exact.
  const isYuan = () => document.documentElement.classList.contains("yuan");
  const inYuan = fen => {
    const digits = fen.replace("-", "").padStart(3, "0");
    const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
    return (fen.startsWith("-") ? "-" : "") + whole + "." + digits.slice(-2);
  };
  const exact = all("td[data-fen]");
  const captions = all(".table:not(.evaluation) :is(.heading span:last-child, caption)")
    .filter(line => line.firstChild?.data.includes("万元"));
  const replace = (element, text) => {
    element.dataset.text = element.firstChild.data;
    element.firstChild.data = text;
  };
  const restore = element => {
    element.firstChild.data = element.dataset.text;
    delete element.dataset.text;
  };
  const show = yuan => {
    if (yuan === isYuan()) return;
    document.documentElement.classList.toggle("yuan", yuan);
    for (const cell of exact) yuan ? replace(cell, inYuan(cell.dataset.fen)) : restore(cell);
    for (const line of captions) yuan ? replace(line, line.firstChild.data.replace(/万元(?!.*万元)/, "元")) : restore(line);
    for (const choice of choices) choice.setAttribute("aria-pressed", String((choice.textContent === "元") === yuan));
    say(yuan ? "各表金额以元显示" : "各表金额以万元显示");
  };
  const choices = exact.length && captions.length
    ? ["万元", "元"].map(unit => button(unit, null, () => show(unit === "元"))) : [];
  for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.textContent === "万元"));

  const textOf = cell => [...cell.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
    .map(node => node.data).join("");
  // The cells of a table as rows of columns; a covered column is empty, or has the cell again where that is asked for or
  // the cell speaks of each row.
  const gridOf = (rows, repeats) => {
    const grid = rows.map(() => []);
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        while (grid[y][x] !== undefined) x += 1;
        for (let below = y; below < Math.min(y + cell.rowSpan, rows.length); below += 1) {
          for (let beside = x; beside < x + cell.colSpan; beside += 1) {
            const isShown = beside === x && (below === y || cell.hasAttribute("data-repeat"));
            grid[below][beside] = isShown || repeats ? cell : null;
          }
        }
        x += cell.colSpan;
      }
    });
    return grid;
  };
  // What a spreadsheet would take for a formula is kept text with an apostrophe.
  const asText = text => /^'*[=+\-@\t\r]/.test(text) ? "'" + text : text;
  const isNumber = cell => cell.matches(".figure, .number, .score");

  const headerOf = head => {
    const heads = gridOf([...head.rows].filter(row => !row.classList.contains("numbers")), true);
    return heads[0].map((_, x) => heads.map(row => textOf(row[x]))
      .filter((text, y, column) => text && text !== column.slice(0, y).filter(above => above).pop()).join("·"));
  };
  // The files of a package: an account under the names of its columns, an evaluation under the lines above it.
  const asCSV = (table, above) => {
    const header = (table.tHead ? [headerOf(table.tHead)] : above).map(row => row.map(asText));
    const isPlain = (cell, text) => table.tHead ? isNumber(cell) : /^-\d+(,\d{3})*(\.\d+)?%?$/.test(text);
    const rows = gridOf([...table.tBodies].flatMap(body => [...body.rows]), false).map(row => row.map(cell => {
      if (!cell) return "";
      const text = cell.dataset.text ?? textOf(cell);
      return cell.matches(".figure") ? text.replaceAll(",", "") : isPlain(cell, text) ? text : asText(text);
    }));
    const field = text => /^\ufeff|[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
    return "\ufeff" + [...header, ...rows].map(row => row.map(field).join(",") + "\r\n").join("");
  };

  const save = (name, type, bytes) => {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(`已下载 ${name}`);
  };

  // The cells as they are seen: for spreadsheets that take tables, and parted by tabs for what takes only text.
  const cellsOf = table => {
    const shown = cell => isNumber(cell) ? textOf(cell) : asText(textOf(cell));
    const plain = gridOf([...table.rows], false)
      .map(row => row.map(cell => cell ? shown(cell).replace(/\s+/g, " ") : "").join("\t")).join("\n");
    const copy = make("table", {}, ...[...table.rows].map(row => make("tr", {}, ...[...row.cells].map(cell => {
      const spans = {};
      if (cell.colSpan > 1) spans.colspan = cell.colSpan;
      if (cell.rowSpan > 1) spans.rowspan = cell.rowSpan;
      return make(cell.localName, spans, shown(cell));
    }))));
    return { "text/plain": plain, "text/html": copy.outerHTML };
  };
  // Old browsers, and pages that are opened as files in some, have no clipboard but this.
  const copyOldWay = (table, cells) => {
    const put = event => {
      for (const [type, text] of Object.entries(cells)) event.clipboardData.setData(type, text);
      event.preventDefault();
    };
    const selection = getSelection();
    selection.selectAllChildren(table);
    document.addEventListener("copy", put, { once: true });
    const isDone = document.execCommand("copy");
    document.removeEventListener("copy", put);
    selection.removeAllRanges();
    return isDone;
  };
  const copy = async table => {
    const cells = cellsOf(table);
    let isDone = false;
    if (navigator.clipboard && window.ClipboardItem) {
      const item = Object.fromEntries(
        Object.entries(cells).map(([type, text]) => [type, new Blob([text], { type })]));
      isDone = await navigator.clipboard.write([new ClipboardItem(item)]).then(() => true, () => false);
    }
    say(isDone || copyOldWay(table, cells) ? "已复制，可以粘贴到表格软件" : "浏览器不让复制，请选中表格后按 Ctrl+C");
  };

  for (const part of all(".table")) {
    const table = part.querySelector("table");
    const title = part.querySelector(".title").textContent;
    const above = all(".title, .period", part).map(line => [line.textContent]);
    const name = table.dataset.file ?? `${title}.csv`;
    part.prepend(make("div", { class: "tools", "data-made": "" },
      button("复制表格", `复制表格：${title}`, () => copy(table)),
      button("下载 CSV", `下载 CSV：${title}`, () => save(name, "text/csv;charset=utf-8", asCSV(table, above)))));
  }

  const contents = document.querySelector(".contents");
  if (!contents) return;
  const workbook = document.getElementById("workbook");
  const tools = make("div", { class: "page-tools", "data-made": "" });
  if (choices.length) tools.append(make("div", { role: "group", "aria-label": "各表金额单位" }, ...choices));
  if (workbook) {
    tools.append(button("下载工作簿", null, () => {
      const bytes = Uint8Array.from(atob(workbook.textContent), letter => letter.charCodeAt(0));
      save(workbook.dataset.file, workbook.type, bytes);
    }));
  }

  // On a narrow screen the contents are a bar that says where the reader is and opens.
  const list = contents.querySelector("ol");
  list.id = "contents-list";
  const place = make("span", { class: "place" });
  const opener = button("", null, () => open(!contents.classList.contains("open")));
  opener.className = "opener";
  opener.dataset.made = "";
  opener.setAttribute("aria-controls", list.id);
  opener.append(make("span", {}, "目录"), place);
  const open = isOpen => {
    contents.classList.toggle("open", isOpen);
    opener.setAttribute("aria-expanded", String(isOpen));
  };
  open(false);
  list.before(opener, tools);
  document.body.append(said);
  list.addEventListener("click", event => { if (event.target.closest("a")) open(false); });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !contents.classList.contains("open")) return;
    open(false);
    opener.focus();
  });

  // What crosses a line a quarter down the window is what is being read.
  const links = new Map(all("a", list).map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const linkOf = section => links.get(section.getAttribute("aria-labelledby") ?? section.id);
  const crossing = new Set();
  const mark = () => {
    const sections = [...crossing].filter(linkOf);
    const section = sections.find(one => one.matches(".section")) ?? sections[0];
    const link = section && linkOf(section);
    const old = list.querySelector("[aria-current]");
    if (link === old) return;
    old?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    place.textContent = link ? link.textContent : "";
    // Only the list scrolls, never the page.
    if (link && contents.scrollHeight > contents.clientHeight) {
      const gap = link.getBoundingClientRect().top - contents.getBoundingClientRect().top;
      if (gap < 0 || gap > contents.clientHeight - 60) contents.scrollTop += gap - contents.clientHeight / 3;
    }
  };
  const watcher = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) crossing[isIntersecting ? "add" : "delete"](target);
    mark();
  }, { rootMargin: "-25% 0px -74% 0px" });
  for (const section of all(".part, .section")) watcher.observe(section);
})();
