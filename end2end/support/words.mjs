// The words of the site, from its content: a test that quotes them would break
// whenever an owner improves a sentence.
import { readFileSync } from "node:fs";

const file = (path) =>
  JSON.parse(readFileSync(new URL(`../../public/content/${path}`, import.meta.url), "utf8"));

export const LOCALES = { en: "ltr", ar: "rtl", ckb: "rtl" };

const known = new Map();

/** `words("ar").checklist("undo-what", { change })` */
export function words(locale) {
  if (!known.has(locale)) known.set(locale, file(`${locale}/ui.json`));
  const ui = known.get(locale);
  const say = (group) => (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, () => value),
      ui[group][key],
    );
  // Node does not know Sorani; it counts like English.
  const rules = new Intl.PluralRules(locale === "ckb" ? "en" : locale);
  const count = (key, count) => {
    const forms = ui.checklist[key];
    return (forms[rules.select(count)] ?? forms.other).replace("{count}", String(count));
  };
  return { shell: say("shell"), page: say("page"), checklist: say("checklist"), count };
}

/** A text without the invisible marks that keep directions apart. */
export const plain = (text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");

export const criteria = file("criteria.json").criteria;

/** The ids of the criteria with this default importance. */
export const criteriaOf = (importance) =>
  criteria.filter((it) => it.importance === importance).map((it) => it.id);

/** The question of a criterion, as the content file has it. */
export function question(locale, id) {
  const found = [];
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === "object") {
      if (value.id === id && value.question) found.push(value.question);
      if (value[id]?.question) found.push(value[id].question);
      Object.values(value).forEach(walk);
    }
  };
  walk(file(`${locale}/criteria.json`));
  return found[0];
}
