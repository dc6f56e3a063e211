"use strict";
// A draft's findings, and what is said of each figure. Texts of the page are only ever moved about as nodes or put into
// text nodes, never read as markup.
(() => {
  if (parent !== window) {
    parent.postMessage("juesuan " + document.body.dataset.stamp, "*");
    return;
  }
  const one = (query, root = document) => root.querySelector(query);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const cell = address => document.getElementById("cell-" + address);
  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  // Findings: filtered by severity, table and words, gone through one after the other.
  const filter = one(".filter");
  const panel = one(".findings");
  const findings = all(".findings > .finding");
  const listed = () => findings.filter(finding => !finding.hidden);
  let current = null;
  if (filter && findings.length) {
    filter.hidden = false;
    const shown = one(".shown", filter);
    const words = new Map();
    const apply = () => {
      const severities = new Set(all("[name=severity]:checked", filter).map(box => box.value));
      const table = one("[name=table]", filter).value;
      const text = one("[name=text]", filter).value.trim().toLowerCase();
      for (const finding of findings) {
        if (text && !words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
        finding.hidden = !severities.has(finding.dataset.severity)
          || (table && !finding.dataset.tables.split(" ").includes(table))
          || (text && !words.get(finding).includes(text));
      }
      tell();
    };
    const tell = () => {
      const now = listed();
      const place = now.indexOf(current) + 1;
      shown.textContent = place ? `第 ${place} 条，共 ${now.length} 条` : `显示 ${now.length} 条，共 ${findings.length} 条`;
    };
    const move = step => {
      const now = listed();
      if (!now.length) return;
      const place = now.indexOf(current);
      const next = place < 0 ? (step > 0 ? 0 : now.length - 1) : (place + step + now.length) % now.length;
      choose(now[next], true);
      tell();
    };
    filter.addEventListener("input", apply);
    filter.addEventListener("click", event => {
      const button = event.target.closest("[data-move]");
      if (button) move(Number(button.dataset.move));
    });
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea")) return;
      if (event.key === "n" || event.key === "j") move(1);
      else if (event.key === "p" || event.key === "k") move(-1);
    });
    tell();
  }

  const together = new Set();
  const highlight = addresses => {
    for (const element of together) element.classList.remove("together");
    together.clear();
    for (const address of addresses) {
      const element = cell(address);
      if (!element) continue;
      element.classList.add("together");
      together.add(element);
    }
  };
  const operands = finding =>
    all(".operands a", finding).map(link => decodeURIComponent(link.hash.slice("#cell-".length)));

  // A finding with its figures.
  const choose = (finding, moves) => {
    if (current) current.classList.remove("current");
    current = finding;
    finding.classList.add("current");
    const addresses = operands(finding);
    highlight(addresses);
    if (!moves) return;
    const figure = addresses.map(cell).find(Boolean);
    const beside = getComputedStyle(panel.closest(".review")).position === "fixed";
    if (beside || !figure) {
      finding.focus({ preventScroll: true });
      finding.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    if (!figure) return close(false);
    // Without a panel beside the page the finding is shown over it, below the figure.
    if (!beside) open(figure.closest("td[data-cell]") || figure, true);
    show(figure, beside ? "center" : "start");
  };
  // What is out of sight has no true height yet, so where a figure stands is known only once it is near.
  const show = (figure, block) => {
    let left = 5;
    const step = () => {
      figure.scrollIntoView({ block, inline: "center", behavior: "instant" });
      left -= 1;
      if (left) requestAnimationFrame(step);
    };
    step();
  };
  if (panel) {
    for (const type of ["mousemove", "focusin"]) {
      panel.addEventListener(type, event => {
        // A list that is scrolled under a pointer at rest is not pointed at.
        if (type === "mousemove" && !event.movementX && !event.movementY) return;
        const finding = event.target.closest(".finding");
        if (finding && finding !== current) choose(finding, false);
      });
    }
  }

  // What is said of one figure: findings, last year, the rows of the ledger, the identities it takes part in.
  let relations = null;
  const relationsOf = address => {
    if (!relations) {
      relations = new Map();
      for (const item of all(".relations li")) {
        for (const term of item.dataset.terms.split(" ")) {
          if (!relations.has(term)) relations.set(term, []);
          relations.get(term).push(item);
        }
      }
    }
    return relations.get(address) || [];
  };
  let sums = null;
  const sumOf = address => {
    if (!sums) sums = new Map(all(".sums li").map(item => [item.dataset.of, item]));
    return sums.get(address);
  };
  const rowLimit = 100;
  const rowsOf = item => {
    const rows = [];
    for (const code of item.dataset.rows.split(" ")) {
      const taken = code.startsWith("!");
      const [first, last] = code.slice(taken ? 1 : 0).split("-").map(Number);
      for (let number = first; number <= (last || first); number += 1) {
        if (rows.length === rowLimit) return rows;
        rows.push([number, taken]);
      }
    }
    return rows;
  };

  // The pages that were read, beside the tables: where a figure stands on its page, and which stands at a place of it.
  const spotOf = figure => {
    const [sheet, left, top, right, bottom] = (figure.dataset.at || "").split(" ").map(Number);
    return sheet ? { sheet, left, top, right, bottom } : null;
  };
  const imageOf = sheet => one(`#sheet-${sheet} img`);
  const sheetOf = (figure, spot) => one(`[data-sheet="${spot.sheet}"]`, figure.closest(".section") || document);
  for (const again of all(".sheet:not([id])")) {
    const image = imageOf(again.dataset.sheet);
    if (image) one(".print", again).replaceChildren(image.cloneNode());
  }
  for (const original of all(".original")) {
    const button = make("button", "放大", "larger");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const isLarge = original.classList.toggle("large");
      button.setAttribute("aria-pressed", String(isLarge));
      const mark = one(".spot", original);
      if (mark) bring(mark, original);
    });
    original.prepend(button);
    original.tabIndex = 0;
  }
  // Only what holds the page scrolls, never the window.
  const bring = (mark, original) => {
    const [box, frame] = [mark.getBoundingClientRect(), original.getBoundingClientRect()];
    original.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
    original.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
  };
  let spotted = null;
  const point = (figure, brings) => {
    if (spotted) spotted.remove();
    spotted = null;
    const spot = figure && spotOf(figure);
    const sheet = spot && sheetOf(figure, spot);
    if (!sheet) return;
    spotted = make("span", "", "spot");
    spotted.style.left = `${spot.left / 100}%`;
    spotted.style.top = `${spot.top / 100}%`;
    spotted.style.width = `${(spot.right - spot.left) / 100}%`;
    spotted.style.height = `${(spot.bottom - spot.top) / 100}%`;
    one(".print", sheet).append(spotted);
    if (brings) bring(spotted, sheet.closest(".original"));
  };
  // What stands in a figure's place on its page, to be compared with what was read.
  const cutOf = figure => {
    const spot = spotOf(figure);
    const image = spot && imageOf(spot.sheet);
    if (!image) return null;
    const [width, height] = ["width", "height"].map(name => Number(image.getAttribute(name)));
    const across = (spot.right - spot.left) * width / 10000;
    const down = (spot.bottom - spot.top) * height / 10000;
    const margin = down * .6;
    const scale = Math.min(2, 330 / (across + 2 * margin));
    const cut = make("div", "", "cut");
    cut.style.width = `${(across + 2 * margin) * scale}px`;
    cut.style.height = `${(down + 2 * margin) * scale}px`;
    const copy = image.cloneNode();
    copy.alt = `原件上 ${figure.dataset.from} 的图`;
    copy.style.width = `${width * scale}px`;
    copy.style.marginLeft = `${(margin - spot.left * width / 10000) * scale}px`;
    copy.style.marginTop = `${(margin - spot.top * height / 10000) * scale}px`;
    cut.append(copy);
    return cut;
  };
  let placed = null;
  // The figure around a place of a page, of several the one whose middle is nearest, since boxes are often higher than rows; or
  // else the nearest, within a hundredth of the page.
  const figureAt = (sheet, x, y) => {
    if (!placed) placed = all("td[data-at]").map(figure => [figure, spotOf(figure)]);
    let best = null;
    let least = 2e4 + 100;
    for (const [figure, spot] of placed) {
      if (spot.sheet !== sheet) continue;
      const away = Math.hypot(Math.max(spot.left - x, 0, x - spot.right), Math.max(spot.top - y, 0, y - spot.bottom));
      const cost = away ? 2e4 + away : Math.hypot(x - (spot.left + spot.right) / 2, y - (spot.top + spot.bottom) / 2);
      if (cost < least) [best, least] = [figure, cost];
    }
    return best;
  };
  for (const print of all(".sheet .print")) {
    print.addEventListener("click", event => {
      const image = one("img", print);
      if (!image) return;
      const box = image.getBoundingClientRect();
      const figure = figureAt(Number(print.closest(".sheet").dataset.sheet),
        (event.clientX - box.left) / box.width * 10000, (event.clientY - box.top) / box.height * 10000);
      if (!figure) return;
      event.stopPropagation();
      open(figure, true);
      show(figure, "nearest");
    });
  }

  let about = null;
  let anchor = null;
  let pinned = false;
  const close = returnsFocus => {
    point(null);
    if (!about) return;
    about.remove();
    about = null;
    if (returnsFocus && anchor) anchor.focus({ preventScroll: true });
    if (anchor) anchor.removeAttribute("aria-describedby");
    anchor = null;
    pinned = false;
    highlight([]);
  };
  const list = (title, items) => {
    about.append(make("h5", title));
    const element = make("ul");
    element.append(...items);
    about.append(element);
  };
  const open = (figure, pins) => {
    if (anchor === figure && (pinned || !pins)) return;
    close(false);
    anchor = figure;
    pinned = pins;
    const address = figure.dataset.cell;
    about = make("aside", "", "about");
    about.id = "about";
    about.setAttribute("role", pins ? "dialog" : "tooltip");
    about.setAttribute("aria-label", "数 " + address);
    figure.setAttribute("aria-describedby", "about");
    const sum = sumOf(address);
    // A figure of a ledger is named with its sum, another by what stands before it.
    let before = figure.previousElementSibling;
    while (before && before.tagName !== "TH") before = before.previousElementSibling;
    const name = sum ? sum.dataset.name : before && figure.tagName === "TD" ? before.textContent : "";
    about.append(make("h4", `${address} ${name}`));
    const button = make("button", "×", "close");
    button.type = "button";
    button.setAttribute("aria-label", "关闭");
    button.addEventListener("click", () => close(true));
    about.append(button);
    const facts = make("dl");
    const fact = (term, value) => {
      const line = make("div");
      line.append(make("dt", term), make("dd", value));
      facts.append(line);
    };
    const printed = [...figure.childNodes].filter(node => !(node.className || "").includes("mark"))
      .map(node => node.textContent).join("").trim();
    fact("印出", printed || "空白");
    if (figure.dataset.from) fact("读自原件", figure.dataset.from);
    if (sum) fact("账上合计" + (sum.dataset.total.includes(".") ? "（元）" : ""), sum.dataset.total);
    if (figure.dataset.prior) fact("上年", figure.dataset.prior);
    about.append(facts);
    const cut = cutOf(figure);
    if (cut) facts.after(cut);
    point(figure, pins);
    const addresses = new Set([address]);
    for (const number of (figure.dataset.findings || "").split(" ").filter(Boolean)) {
      const finding = document.getElementById("finding-" + number);
      if (!finding) continue;
      const copy = finding.cloneNode(true);
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      copy.hidden = false;
      copy.classList.remove("current");
      const holder = make("div", "", copy.className);
      holder.append(...copy.childNodes);
      about.append(holder);
      for (const operand of operands(finding)) addresses.add(operand);
    }
    const known = relationsOf(address);
    if (known.length) {
      list(`参与的勾稽关系（${known.length}）`, known.slice(0, 30).map(item => {
        const entry = make("li", "", item.className);
        const relation = make("button", item.textContent, "relation");
        relation.type = "button";
        relation.addEventListener("click", () => highlight(item.dataset.terms.split(" ")));
        entry.append(one(".rule", item.closest("details")).cloneNode(true), " ", relation);
        return entry;
      }));
    }
    if (sum) {
      const rows = rowsOf(sum);
      const total = Number(sum.dataset.count);
      list(`账上的行（${total}）`, rows.map(([number, taken]) => {
        const entry = document.getElementById("row-" + number).cloneNode(true);
        entry.removeAttribute("id");
        if (taken) entry.prepend("减 ");
        return entry;
      }));
      if (total > rows.length) about.append(make("p", `另有 ${total - rows.length} 行，见“各数的账目来源”。`));
    }
    document.body.append(about);
    place();
    highlight(addresses);
    if (pins) button.focus({ preventScroll: true });
  };
  const place = () => {
    if (getComputedStyle(about).position === "fixed") return;
    const box = anchor.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, width - about.offsetWidth - 8));
    const below = box.bottom + about.offsetHeight + 8 < innerHeight || box.top < about.offsetHeight + 8;
    about.style.left = `${left + scrollX}px`;
    about.style.top = `${(below ? box.bottom + 4 : box.top - about.offsetHeight - 4) + scrollY}px`;
  };

  const figureOf = target => target.closest && target.closest("td[data-cell], data[data-cell]");
  let waiting = 0;
  // What comes to lie under a pointer at rest, as where something was closed or scrolled away, is not pointed at.
  let pointer = "";
  const placeOf = event => `${event.clientX} ${event.clientY}`;
  document.addEventListener("mousemove", event => { pointer = placeOf(event); });
  document.addEventListener("mouseover", event => {
    if (placeOf(event) === pointer) return;
    clearTimeout(waiting);
    if (pinned || (event.target.closest && event.target.closest(".about"))) return;
    const figure = figureOf(event.target);
    if (figure && !about) point(figure);
    if (figure && figure.dataset.findings) waiting = setTimeout(() => open(figure, false), 120);
    else if (about) waiting = setTimeout(() => close(false), 250);
  });
  document.addEventListener("focusin", event => {
    const figure = event.target.matches(".mark") ? figureOf(event.target) || event.target.previousElementSibling : null;
    if (figure && !pinned) open(figure, false);
  });
  document.addEventListener("click", event => {
    if (event.target.closest(".about")) return;
    const figure = figureOf(event.target);
    if (figure && !event.target.closest("a") && !String(getSelection())) open(figure, true);
    else if (!figure) close(false);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      clearTimeout(waiting);
      return close(true);
    }
    const figure = event.target.matches && event.target.matches("td[data-cell]") ? event.target : null;
    if (!figure) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return open(figure, true);
    }
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = neighbour(figure, step);
    if (!next) return;
    figure.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    if (!pinned) point(next, true);
  });
  // One figure of each table can be reached by Tab; arrows lead on from it.
  const neighbour = (figure, [down, right]) => {
    const row = figure.parentElement;
    const figures = all("td[data-cell]", row);
    const column = figures.indexOf(figure);
    if (right) return figures[column + right];
    let other = row;
    do other = down > 0 ? other.nextElementSibling : other.previousElementSibling; while (other && !one("td[data-cell]", other));
    if (!other) return null;
    const across = all("td[data-cell]", other);
    return across[Math.min(column, across.length - 1)];
  };
  for (const table of all("table[data-table]")) {
    const first = one("td[data-cell]", table);
    if (first) first.tabIndex = 0;
    table.addEventListener("click", event => {
      const figure = figureOf(event.target);
      if (figure) figure.tabIndex = -1;
    });
  }

  // A link to a figure leads there, says what is said of it, and can be gone back from.
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#cell-']");
    const figure = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!figure) return;
    event.preventDefault();
    history.pushState(null, "", link.hash);
    const finding = link.closest(".finding[id]");
    open(figure, true);
    if (finding) choose(finding, false);
    show(figure, "center");
  });

  // Only the sheet to sign.
  for (const button of all("[data-print]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      document.body.classList.add("print-sign-off");
      print();
      document.body.classList.remove("print-sign-off");
    });
  }

  // A page that follows its inputs looks at itself anew in a hidden frame, and loads again when it finds another stamp:
  // that works from the file system, where nothing can be fetched.
  const stamp = document.body.dataset.stamp;
  if (stamp) {
    try {
      const saved = JSON.parse(sessionStorage.getItem("juesuan-place") || "null");
      if (saved) scrollTo({ left: saved[0], top: saved[1], behavior: "instant" });
      sessionStorage.removeItem("juesuan-place");
    } catch { /* Kept nowhere: the page begins at its head. */ }
    let frame = null;
    let began = 0;
    const look = () => {
      frame = make("iframe");
      frame.hidden = true;
      frame.src = location.href.split("#")[0];
      began = performance.now();
      document.body.append(frame);
    };
    addEventListener("message", event => {
      if (!frame || event.source !== frame.contentWindow || typeof event.data !== "string") return;
      if (!event.data.startsWith("juesuan ")) return;
      frame.remove();
      frame = null;
      if (event.data === "juesuan " + stamp) {
        setTimeout(look, Math.max(700, 10 * (performance.now() - began)));
        return;
      }
      try { sessionStorage.setItem("juesuan-place", JSON.stringify([scrollX, scrollY])); } catch { /* As above. */ }
      location.reload();
    });
    setTimeout(look, 700);
  }
})();
