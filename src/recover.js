// The page about what this device keeps. It must do its work where the program
// cannot start, and with data that the program cannot read: it knows nothing
// of what the texts mean, only how they are called.
import { all, clear, inTime, put } from "./platform/mirror.js";

const PREFIX = "hipec:";
// Long after even a slow phone has saved the file.
const HOLD = 60_000;

const place = document.getElementById("kept");
const said = document.getElementById("kept-said");
const word = (name) => place.dataset[name];

// Listens in front of everything else: when the program dies, the start script
// stops all clicks that come after this one.
const deeds = new WeakMap();
addEventListener("click", (event) => deeds.get(event.target.closest?.("button"))?.(), true);
// Nor is the page to be loaded anew then: what can be undone is held here.
document.documentElement.dataset.start = "rest";

const element = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

const button = (className, text, deed) => {
  const made = element("button", `button ${className}`, text);
  made.type = "button";
  deeds.set(made, deed);
  return made;
};

/** Offers a text as a file, unaltered. */
const download = (name, text) => {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = element("a");
  link.href = url;
  link.download = `${name.replace(/[^a-z0-9]+/gi, "-")}.txt`;
  link.click();
  // Some browsers only begin to read once they have asked where to save it.
  setTimeout(() => URL.revokeObjectURL(url), HOLD);
};

/** The pairs of key and text, or nothing where the browser refuses. */
const primary = () => {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).sort();
    return keys.map((key) => [key, localStorage.getItem(key)]);
  } catch {
    return null;
  }
};

/** The same of the second copy. A browser that has not answered is not asked again. */
let silent = false;
const mirror = async () => {
  if (silent) return null;
  try {
    const records = await inTime(all());
    return records.map(([name, text]) => [String(name), typeof text === "string" ? text : JSON.stringify(text)]);
  } catch {
    silent = true;
    return null;
  }
};

/** What a person would call it. Texts that stand beside each other have a number. */
const NAMES = [
  [/^hipec:checklist$/, "checklist"],
  [/^hipec:checklist:set-aside/, "setAside"],
  [/^hipec:checklist:before-repair/, "beforeRepair"],
  [/^hipec:checklist:before-merge/, "beforeMerge"],
  [/^hipec:checklist:backup$/, "backup"],
  [/^hipec:questions$/, "questions"],
  [/^hipec:language$/, "language"],
  [/^mirror:latest$/, "mirror"],
  [/^mirror:unsaved$/, "unsaved"],
];
const nameOf = (key) => word(NAMES.find(([pattern]) => pattern.test(key))?.[1] ?? "other");

const sizeOf = (text) => {
  const bytes = new Blob([text]).size;
  return `${Math.max(bytes / 1000, 0.1).toFixed(1)} ${word("size")}`;
};

const row = ([key, text]) => {
  const row = element("li", "kept-row");
  const words = element("p");
  const name = element("strong", "", nameOf(key));
  const detail = element("span", "kept-detail");
  const id = element("bdi", "", key);
  id.dir = "ltr";
  detail.append(id, " · ", element("bdi", "", sizeOf(text)));
  words.append(name, detail);
  const save = button("", word("download"), () => download(key, text));
  save.setAttribute("aria-label", `${word("download")}: ${name.textContent}`);
  row.append(words, save);
  return row;
};

const list = element("ul", "kept-list");
const about = element("p", "hint", word("eraseText"));
const actions = element("p", "actions");
/** What was erased and can be brought back, as pairs of key and text. */
let erased = [];

const draw = (found) => {
  list.replaceChildren(...found.map(row));
  actions.replaceChildren();
  if (found.length > 0) {
    const everything = () => download("hipec-everything", JSON.stringify(Object.fromEntries(found), null, 2));
    actions.append(button("", word("downloadAll"), everything), button("button-danger", word("erase"), erase));
  }
  about.hidden = found.length === 0;
  if (erased.length > 0) actions.append(button("button-main", word("undo"), undo));
};

/** Draws what is there now; says what could not be looked at. */
const show = async () => {
  // The second copy may let us wait.
  if (!list.hasChildNodes()) draw(primary() ?? []);
  const second = await mirror();
  const first = primary();
  const found = [
    ...(first ?? []),
    ...(second ?? []).map(([name, text]) => [`mirror:${name}`, text]),
  ];
  draw(found);
  const notes = [];
  if (!first) notes.push(word("blocked"));
  else if (!second) notes.push(word("mirrorBlocked"));
  if (found.length === 0 && first) notes.push(word("nothing"));
  return notes;
};

let turn = 0;
/** Draws, says what came of it, and leads the keyboard on to what may follow. */
const finish = async (outcome, next) => {
  const mine = ++turn;
  const notes = await show();
  // Something else was done meanwhile, and has more to say.
  if (mine !== turn) return;
  said.textContent = [outcome, ...notes].filter(Boolean).join(" ");
  if (next) (actions.querySelector(next) ?? actions.querySelector("button"))?.focus();
};

async function erase() {
  const [first, second] = [primary() ?? [], (await mirror()) ?? []];
  let whole = true;
  // The second copy goes first: if it stayed alone, the checklist would take
  // it for something that was lost, and bring it back.
  if (second.length > 0) {
    const gone = await inTime(clear()).catch(() => false);
    if (gone) erased.push(...second.map(([name, text]) => [`mirror:${name}`, text]));
    whole = gone;
  }
  for (const [key, text] of first) {
    try {
      localStorage.removeItem(key);
      erased.push([key, text]);
    } catch {
      whole = false;
    }
  }
  await finish(word(whole ? "erased" : "notErased"), ".button-main");
}

/** Whether a text could be put back without writing over anything. */
const putBack = async ([key, text]) => {
  const [, name] = /^mirror:(.*)$/s.exec(key) ?? [];
  if (name) return inTime(put(name, text)).catch(() => false);
  try {
    let free = key;
    // Written by another window meanwhile: both are kept.
    while (![null, text].includes(localStorage.getItem(free))) free += ":2";
    localStorage.setItem(free, text);
    return localStorage.getItem(free) === text;
  } catch {
    return false;
  }
};

async function undo() {
  const left = [];
  for (const entry of erased) if (!(await putBack(entry))) left.push(entry);
  erased = left;
  await finish(word(left.length === 0 ? "restored" : "notRestored"), ".button-danger");
}

document.getElementById("kept-missing").hidden = true;
place.append(list, about, actions);
const refresh = () => finish("");
addEventListener("storage", refresh);
addEventListener("pageshow", (event) => event.persisted && refresh());
refresh();
