"use strict";
// The page of the three doors. Whatever comes from files is put in as text and never as markup.

const SEVERITIES = { error: "错误", warning: "警告", note: "提示" };
const STATES = { met: "已公开", notMet: "可再补充", unknown: "不能判断", notApplicable: "不适用" };
const LISTED = 200;

/** An element with its properties and what stands in it; texts stay texts. */
function make(tag, properties = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name in element && name !== "list" && name !== "role") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.filter(one => one !== null && one !== undefined && one !== ""));
  return element;
}

/** Asks the server for something; what it refuses is an error in its own words. */
async function ask(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, { method, body, cache: "no-store" });
  } catch {
    throw new Error("网页已经结束（很久没有人用，或被关掉），或文件在交来时改动了。请再双击一次图标，或再运行 juesuan serve。");
  }
  if (!answer.ok) throw new Error((await answer.text()).trim() || `出错了（${answer.status}）。请再试一次。`);
  return answer;
}

const open = new Set();

/** A piece of work at the server. */
class Work {
  static async begin(offer) {
    const answer = await ask("POST", "/works" + (offer ? `?offer=${encodeURIComponent(offer)}` : ""));
    const work = new Work((await answer.json()).id);
    open.add(work.id);
    return work;
  }

  constructor(id) { this.id = id; }

  path(name, take) {
    return `/works/${this.id}/out/${name.split("/").map(encodeURIComponent).join("/")}${take ? "?take=1" : ""}`;
  }

  async say(what, query = {}) {
    return ask("POST", `/works/${this.id}/${what}?${new URLSearchParams(query).toString().replaceAll("+", "%20")}`);
  }

  /** Hands in files, a few at a time; tells how many are there. */
  async hand(role, files, tell) {
    await this.say("clear", { role: role });
    await this.add(role, files, tell);
  }

  async add(role, files, tell) {
    let next = 0, done = 0;
    const worker = async () => {
      while (next < files.length) {
        const { name, file } = files[next++];
        const query = `role=${role}&name=${encodeURIComponent(name)}`;
        await ask("POST", `/works/${this.id}/file?${query}`, file);
        tell(++done, files.length);
      }
    };
    await Promise.all([1, 2, 3, 4].map(worker));
  }

  /** Has it done, and waits for what comes of it. */
  async run(query, tell) {
    await this.say("start", query);
    for (let wait = 60; ; wait = Math.min(wait * 1.3, 1000)) {
      const now = await (await ask("GET", `/works/${this.id}`)).json();
      if (now.state === "done") return now.result;
      if (now.state === "failed") return { problems: now.message.split("\n"), documents: [], remarks: [] };
      if (now.state === "cancelled") return null;
      tell(now.state === "waiting" ? "前面还有别的事，等着做" : now.progress || "正在做");
      await new Promise(ready => setTimeout(ready, wait));
    }
  }

  async leave() {
    open.delete(this.id);
    try { await this.say("leave"); } catch { /* It is gone already. */ }
  }
}

// What is chosen and dropped.

/** Files that nobody means to hand in. */
const isStray = name => name.split("/").some(part => part.startsWith(".") || part.startsWith("~$")) || /(^|\/)(Thumbs\.db|desktop\.ini)$/i.test(name);

async function entriesBelow(entry, path = "") {
  const name = path + entry.name;
  if (entry.isFile) {
    const file = await new Promise((done, fail) => entry.file(done, fail));
    return [{ name, file }];
  }
  const reader = entry.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) break;
    for (const one of some) all.push(...await entriesBelow(one, name + "/"));
  }
  return all;
}

async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry && item.webkitGetAsEntry());
  const plain = [...transfer.files].map(file => ({ name: file.name, file }));
  if (entries.some(entry => !entry)) return plain;
  return (await Promise.all(entries.map(entry => entriesBelow(entry)))).flat();
}

/** Lets files be dropped on a place or chosen there. */
function takesFiles(place, take, { words = "选择文件", folder = true } = {}) {
  const accept = files => {
    const wanted = files.filter(one => !isStray(one.name));
    if (wanted.length) take(wanted);
  };
  const chooser = (label, isFolder) => {
    const input = make("input", { type: "file", multiple: true, webkitdirectory: isFolder });
    input.addEventListener("change", () => {
      accept([...input.files].map(file => ({ name: file.webkitRelativePath || file.name, file })));
      input.value = "";
    });
    return make("label", { className: "file" }, label, input);
  };
  const row = place.querySelector(".choose") || place;
  row.append(chooser(words, false));
  if (folder) row.append(chooser("选择目录", true));
  place.addEventListener("dragover", event => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", async event => {
    event.preventDefault();
    event.stopPropagation();
    place.classList.remove("over");
    accept(await dropped(event.dataTransfer));
  });
}

// What came of it.

const problemsOf = texts => {
  const list = make("ol");
  for (const text of texts.slice(0, LISTED)) {
    const parts = text.split(": 错误: ");
    list.append(parts.length > 1
      ? make("li", {}, make("span", { className: "place" }, parts[0]), "：" + parts.slice(1).join(": 错误: "))
      : make("li", {}, text));
  }
  const rest = texts.length > LISTED ? `，先列出 ${LISTED} 处` : "";
  return make("div", { className: "problems", role: "alert" },
    make("p", {}, make("strong", {}, texts.length > 1 ? `没有做成：共 ${texts.length} 处要改${rest}` : "没有做成")), list);
};

const placeOf = place => place === null || place === undefined ? "" : [
  place.sheet ? `${place.sheet}!${place.cell || ""}` : "",
  place.page ? `第 ${place.page} 页` : "", place.table ? `第 ${place.table} 张表` : "",
  !place.cell && place.line ? `第 ${place.line} 行` : "",
].filter(Boolean).join(" ");

function findingOf(one) {
  const item = make("li", { className: one.severity });
  item.append(make("p", { className: "message" },
    make("span", { className: "severity" }, SEVERITIES[one.severity] || ""), make("span", { className: "rule" }, one.rule), one.message));
  const where = [one.place ? one.place.file : "", placeOf(one.place)].filter(Boolean).join("：");
  if (where) item.append(make("p", { className: "where" }, where));
  if (one.labels && one.labels.length) {
    const hasPlaces = one.places.some(Boolean);
    const rows = one.labels.map((label, index) => make("tr", {},
      label ? make("th", { scope: "row" }, label) : make("td"), make("td", { className: "figure" }, one.printed[index] || "空白"),
      hasPlaces ? make("td", {}, placeOf(one.places[index])) : null));
    item.append(make("div", { className: "scroll", tabIndex: 0, role: "group", "aria-label": "涉及的数" }, make("table", {}, make("thead", {}, make("tr", {},
      make("th", { scope: "col" }, "项目"), make("th", { scope: "col", className: "figure" }, "印出"),
      hasPlaces ? make("th", { scope: "col" }, "位置") : null)), make("tbody", {}, ...rows))));
  }
  const cells = [...new Set((one.cells || []).flat(9).filter(cell => typeof cell === "string"))];
  if (cells.length) {
    const more = cells.length > 12 ? ` 等 ${cells.length} 格` : "";
    item.append(make("p", { className: "cells" }, "要看的格：", make("b", {}, cells.slice(0, 12).join("、") + more)));
  }
  if (one.expected) item.append(make("p", {}, `应为 ${one.expected}`));
  if (one.advice) item.append(make("p", {}, one.advice));
  if (one.symptoms && one.symptoms.length) {
    item.append(make("details", {}, make("summary", {}, `由此而来的 ${one.symptoms.length} 条`),
      make("ul", {}, ...one.symptoms.map(symptom => make("li", {}, symptom.message)))));
  }
  return item;
}

function inputOf(input, isOnly) {
  const word = { consistent: "通过", inconsistent: "不通过", unusable: "读不懂" }[input.verdict] || "";
  const box = make("div", { className: "input" });
  const name = [input.unit, input.year ? `${input.year} 年度` : ""].filter(Boolean).join("，");
  if (!isOnly) box.append(make("h2", {}, input.source));
  box.append(make("p", { className: `verdict ${input.verdict}` }, make("strong", {}, word),
    [name, input.summary].filter(Boolean).join("。")));
  if (input.problems) {
    box.append(problemsOf(input.problems.map(one => [
      [one.place && one.place.file, placeOf(one.place)].filter(Boolean).join("："), one.message].filter(Boolean).join(": 错误: "))));
  }
  const findings = input.findings || [];
  if (findings.length) {
    const list = make("ul", { className: "findings" }, ...findings.slice(0, LISTED).map(findingOf));
    const rest = findings.length > LISTED ? `，先列出 ${LISTED} 条，其余见报告` : "";
    box.append(make("details", { className: "part", open: isOnly || findings.some(one => one.severity === "error") },
      make("summary", {}, `发现 ${findings.length} 条${rest}`), list));
  }
  if (input.notChecked && input.notChecked.length) {
    const counts = new Map();
    for (const one of input.notChecked) counts.set(one.reason, (counts.get(one.reason) || 0) + 1);
    box.append(make("details", { className: "part" }, make("summary", {}, `没有核对的 ${input.notChecked.length} 项`),
      make("ul", {}, ...[...counts].map(([reason, count]) => make("li", {}, `${reason}：${count} 项`)))));
  }
  const duties = input.duties || [];
  if (duties.length) {
    const order = ["notMet", "unknown", "met", "notApplicable"];
    const rows = [...duties].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)).map(one =>
      make("tr", { className: one.state }, make("td", { className: "state" }, STATES[one.state] || one.state),
        make("th", { scope: "row" }, one.title), make("td", {}, one.words || "")));
    const unmet = duties.filter(one => one.state === "notMet").length;
    box.append(make("details", { className: "part" },
      make("summary", {}, `公开义务 ${duties.length} 项${unmet ? `，可再补充 ${unmet} 项` : ""}`),
      make("div", { className: "scroll", tabIndex: 0, role: "group", "aria-label": "公开义务的表" }, make("table", { className: "duties" }, make("thead", {}, make("tr", {},
        ...["结论", "义务", "依据什么说"].map(text => make("th", { scope: "col" }, text)))), make("tbody", {}, ...rows)))));
  }
  return box;
}

function documentsOf(work, result) {
  const taken = result.documents.filter(one => !one.shown);
  if (!taken.length) return null;
  return make("ul", { className: "take", "aria-label": "下载" }, ...taken.map(one =>
    make("li", {}, make("a", { href: work.path(one.name, true), download: one.name.split("/").pop() }, "下载 " + one.title))));
}

function shownOf(work, result) {
  const shown = result.documents.filter(one => one.shown);
  if (!shown.length) return null;
  const frame = make("iframe", { title: shown[0].title });
  const link = make("a", { target: "_blank", rel: "noopener" }, "在新页打开");
  const show = index => {
    frame.title = shown[index].title;
    frame.src = link.href = work.path(shown[index].name);
  };
  const select = make("select", { "aria-label": "看哪一份" }, ...shown.map((one, index) => make("option", { value: index }, one.title)));
  select.addEventListener("change", () => show(select.value));
  const first = Math.max(0, shown.findIndex(one => one.title.startsWith("预览")));
  select.value = first;
  show(first);
  return make("div", { className: "shown" }, make("div", { className: "pick" }, select, link), frame);
}

async function draw(place, work, result) {
  if (!result) {
    place.replaceChildren(make("p", { className: "faint", role: "status" }, "已取消。"));
    return;
  }
  const parts = [];
  if (result.problems.length) parts.push(problemsOf(result.problems));
  let report = null;
  if (result.report) report = await (await ask("GET", work.path(result.report))).json();
  const inputs = report ? report.inputs || [report] : [];
  if (result.summary) {
    parts.push(make("p", { className: `verdict ${result.verdict || ""}`, role: "status" },
      result.verdict && inputs.length !== 1 ? make("strong", {}, result.word) : null, result.summary));
  }
  // What came of it stands first, then what can be taken along.
  const documents = documentsOf(work, result);
  if (inputs.length !== 1) parts.push(documents);
  if (result.remarks.length) {
    parts.push(make("div", { className: "remarks" }, make("p", {}, "请留意："),
      make("ul", {}, ...result.remarks.map(text => make("li", {}, text)))));
  }
  for (const input of inputs) parts.push(inputOf(input, inputs.length === 1));
  if (inputs.length === 1 && documents) parts[parts.length - 1].firstElementChild.after(documents);
  parts.push(shownOf(work, result));
  place.replaceChildren(...parts.filter(Boolean));
}

/** Shows how far something is, with which it can be cancelled; gives what comes of it. */
async function during(place, work, doing) {
  const words = make("span", { className: "words" }, "正在准备");
  const bar = make("progress", { "aria-label": "进度" });
  const stop = make("button", { type: "button" }, "取消");
  const handing = { isStopped: false };
  stop.addEventListener("click", () => {
    stop.disabled = true;
    words.textContent = "正在取消";
    handing.isStopped = true;
    work().say("cancel").catch(() => {});
  });
  place.replaceChildren(make("div", { className: "progress", role: "status" }, words, bar, stop));
  const tell = text => {
    if (handing.isStopped) throw new Stopped();
    words.textContent = text;
    const found = /(\d+)\/(\d+)/.exec(text);
    if (found) { bar.max = +found[2]; bar.value = +found[1] - (text.startsWith("正在核对") ? 1 : 0); } else bar.removeAttribute("value");
  };
  try {
    return await doing(tell);
  } catch (error) {
    if (error instanceof Stopped) return null;
    return { problems: [error.message], documents: [], remarks: [] };
  }
}

class Stopped extends Error {}

// The doors.

const isDone = result => result && !result.problems.length;

/** A door with its work, which is begun when it is first needed. */
class Door {
  constructor(section) {
    this.section = section;
    this.work = null;
    this.turn = 0;
    this.asides = new Map();
    for (const aside of section.querySelectorAll(".aside")) {
      const chosen = make("span", { className: "chosen" });
      const role = aside.dataset.role;
      takesFiles(aside, files => {
        this.asides.set(role, files);
        chosen.textContent = files.length === 1 ? files[0].name : `${files.length} 个文件`;
        clear.hidden = false;
        this.again?.();
      }, { words: "选择", folder: section.dataset.door === "season" && role === "prior" });
      const clear = make("button", { type: "button", hidden: true }, "不要了");
      clear.addEventListener("click", () => {
        this.asides.delete(role);
        chosen.textContent = "";
        clear.hidden = true;
        this.again?.();
      });
      aside.append(chosen, clear);
    }
  }

  outcome(name = "") { return this.section.querySelector(`.outcome${name || ":not(.blank, .package)"}`); }

  async ready(offer) {
    if (!this.work) this.work = await Work.begin(offer);
    return this.work;
  }

  /** A fresh piece of work in the place of the one there was. */
  async afresh() {
    const old = this.work;
    this.work = await Work.begin();
    if (old) old.leave();
    return this.work;
  }

  async handAsides(work, tell) {
    for (const role of ["prior", "list"]) {
      await work.hand(role, this.asides.get(role) || [], (done, count) => tell(`正在交文件 ${done}/${count}`));
    }
  }
}

function checkDoor(section) {
  const door = new Door(section);
  const together = section.querySelector("[name=together]");
  let last = null;
  const go = async (files, offer) => {
    last = files;
    const turn = ++door.turn;
    const place = door.outcome();
    const result = await during(place, () => door.work, async tell => {
      const work = offer ? await door.ready(offer) : await door.afresh();
      if (files) await work.hand("files", files, (done, count) => tell(`正在交文件 ${done}/${count}`));
      await door.handAsides(work, tell);
      return work.run({ kind: "check", together: together.checked ? "1" : "0" }, tell);
    });
    if (turn === door.turn) await draw(place, door.work, result);
  };
  door.again = () => { if (last) go(last); };
  together.addEventListener("change", door.again);
  takesFiles(section.querySelector(".drop"), files => go(files));
  return { open: offer => go(null, offer) };
}

function makeDoor(section) {
  const door = new Door(section);
  const publish = section.querySelector(".publish");
  const year = section.querySelector("#year");
  year.value = new Date().getFullYear() - 1;
  let last = null;
  const go = async (files, offer) => {
    last = files;
    const turn = ++door.turn;
    const place = door.outcome();
    publish.hidden = true;
    publish.querySelector(".outcome").replaceChildren();
    const result = await during(place, () => door.work, async tell => {
      const work = offer ? await door.ready(offer) : await door.afresh();
      if (files) await work.hand("files", files, (done, count) => tell(`正在交文件 ${done}/${count}`));
      await door.handAsides(work, tell);
      return work.run({ kind: "make" }, tell);
    });
    if (turn !== door.turn) return;
    await draw(place, door.work, result);
    publish.hidden = !(isDone(result) && result.ready);
  };
  door.again = () => { if (last) go(last); };
  takesFiles(section.querySelector(".drop"), files => go(files));
  section.querySelector("form").addEventListener("submit", async event => {
    event.preventDefault();
    const place = door.outcome(".blank");
    let work = null;
    const result = await during(place, () => work, async tell => {
      work = await Work.begin();
      await work.hand("prior", door.asides.get("prior") || [], (done, count) => tell(`正在交文件 ${done}/${count}`));
      return work.run({ kind: "new", year: year.value }, tell);
    });
    await draw(place, work, result);
  });
  publish.querySelector("button").addEventListener("click", async () => {
    const place = publish.querySelector(".outcome");
    const pdf = publish.querySelector("[name=pdf]");
    const button = publish.querySelector("button");
    button.disabled = true;
    const result = await during(place, () => door.work,
      tell => door.work.run({ kind: "package", pdf: pdf.checked && !pdf.disabled ? "1" : "0" }, tell));
    button.disabled = false;
    await draw(place, door.work, result);
  });
  return { open: offer => go(null, offer) };
}

function seasonDoor(section) {
  const door = new Door(section);
  const start = section.querySelector(".start");
  const place = door.outcome();
  const chosen = make("p", { className: "chosen", role: "status" });
  section.querySelector(".drop").append(chosen);
  let waiting = [];
  takesFiles(section.querySelector(".drop"), files => {
    waiting = waiting.concat(files);
    chosen.textContent = `有 ${waiting.length} 个文件等着交。`;
    start.disabled = false;
  });
  start.addEventListener("click", async () => {
    start.disabled = true;
    const result = await during(place, () => door.work, async tell => {
      const work = await door.ready();
      // What was handed in before stays: a round is over all of it.
      await work.add("files", waiting, (done, count) => tell(`正在交文件 ${done}/${count}`));
      waiting = [];
      await door.handAsides(work, tell);
      const value = name => section.querySelector(`[name=${name}]`).value;
      return work.run({ kind: "season", date: value("date"), replyBy: value("replyBy") }, tell);
    });
    start.disabled = false;
    start.textContent = "开始下一轮";
    chosen.textContent = "";
    await draw(place, door.work, result);
  });
}

function tabs() {
  const all = [...document.querySelectorAll("[role=tab]")];
  const select = (tab, focus) => {
    for (const one of all) {
      one.setAttribute("aria-selected", one === tab);
      one.tabIndex = one === tab ? 0 : -1;
      document.getElementById(one.getAttribute("aria-controls")).hidden = one !== tab;
    }
    if (focus) tab.focus();
  };
  for (const [index, tab] of all.entries()) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) select(all[(index + step + all.length) % all.length], true);
    });
  }
  return name => select(document.getElementById("tab-" + name));
}

async function begin() {
  const select = tabs();
  const check = checkDoor(document.getElementById("check"));
  const making = makeDoor(document.getElementById("make"));
  seasonDoor(document.getElementById("season"));
  // A file that misses its place must not take the page's.
  for (const name of ["dragover", "drop"]) document.addEventListener(name, event => event.preventDefault());
  addEventListener("pagehide", event => {
    if (!event.persisted) for (const id of open) navigator.sendBeacon(`/works/${id}/leave`);
  });
  const gone = document.getElementById("gone");
  const alive = () => ask("POST", `/alive?works=${[...open].join(",")}`).then(() => { gone.hidden = true; }, error => {
    gone.textContent = error.message;
    gone.hidden = false;
  });
  setInterval(alive, 60000);
  const facts = await (await ask("GET", "/facts")).json();
  document.getElementById("version").textContent = facts.version;
  if (!facts.hasPDF) {
    const pdf = document.querySelector("[name=pdf]");
    pdf.checked = false;
    pdf.disabled = true;
    pdf.closest("label").append("（这台电脑没有能打印 PDF 的程序，可以用浏览器打开网页再打印）");
  }
  const hash = new URLSearchParams(location.hash.slice(1));
  const offer = hash.get("offer");
  if (offer) {
    history.replaceState(null, "", "/");
    const isLedger = hash.has("ledger");
    select(isLedger ? "make" : "check");
    (isLedger ? making : check).open(offer);
  }
}

begin();
