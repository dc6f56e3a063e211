"use strict";
// Sorting, filtering and searching. Rows are only moved and hidden, never read as markup.
(() => {
  const filter = document.querySelector(".filter");
  const tables = [...document.querySelectorAll("table.sortable")];
  const bodies = tables.map(table => table.tBodies[table.tBodies.length - 1]);
  const rows = bodies.map(body => [...body.rows]);
  if (!filter || !tables.length) return;

  const marked = new Set((rows[1] || []).filter(row => row.dataset.marked).map(row => row.dataset.search));
  const field = name => filter.querySelector(`[name=${name}]`);
  const output = filter.querySelector("output");
  const all = filter.querySelector(".all");
  // So many rows of a table are shown until all are asked for.
  let limit = 200;
  const apply = () => {
    const words = field("text").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const verdict = field("verdict").value;
    const publication = field("publication").value;
    const onlyMarked = field("marked").checked;
    let shown = 0;
    let most = 0;
    rows.forEach((list, table) => {
      let place = 0;
      for (const row of list) {
        const data = row.dataset;
        const isShown = (!verdict || data.verdict === verdict) && (!publication || data.publication === publication)
          && (!onlyMarked || marked.has(data.search)) && words.every(word => data.search.includes(word));
        row.hidden = !isShown;
        row.toggleAttribute("data-beyond", isShown && place >= limit);
        if (isShown) place += 1;
      }
      most = Math.max(most, place);
      if (table === 0) shown = place;
    });
    all.hidden = most <= limit;
    output.textContent = `符合的 ${shown} 个，共 ${rows[0].length} 个`
      + (shown > limit ? `，列出前 ${limit} 个` : "");
  };
  filter.hidden = false;
  all.addEventListener("click", () => {
    limit = Infinity;
    apply();
  });
  filter.addEventListener("input", apply);
  filter.querySelector(".clear").addEventListener("click", () => {
    for (const name of ["text", "verdict", "publication"]) field(name).value = "";
    field("marked").checked = false;
    apply();
  });
  apply();
  document.documentElement.className = "";

  const key = cell => {
    if (!cell) return "";
    const text = cell.dataset.key === undefined ? cell.textContent.trim() : cell.dataset.key;
    return text === "" ? null : /^-?\d+$/.test(text) ? Number(text) : text;
  };
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const compare = (left, right) =>
    typeof left === "number" && typeof right === "number" ? left - right : collator.compare(String(left), String(right));
  tables.forEach((table, number) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (head.hasAttribute("data-plain")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const isNumber = head.classList.contains("figure");
        const last = head.getAttribute("aria-sort");
        const isDown = last ? last === "ascending" : isNumber;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        const keyed = rows[number].map((row, place) => ({ row, place, key: key(row.cells[column]) }));
        // What is not known stands last whichever way.
        keyed.sort((left, right) =>
          (left.key === null) - (right.key === null)
          || (left.key === null ? 0 : (isDown ? -1 : 1) * compare(left.key, right.key)) || left.place - right.place);
        rows[number] = keyed.map(one => one.row);
        apply();
        bodies[number].append(...rows[number]);
      });
    });
  });
})();
