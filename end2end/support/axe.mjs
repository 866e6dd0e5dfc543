// axe-core, so that it also looks at Arabic letters: it takes text whose letters
// join for an icon font and passes over its contrast without a word.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const file = createRequire(import.meta.url).resolve("axe-core/axe.js");
const BEGINS = "function _isIconLigature(textVNode) {";
const original = readFileSync(file, "utf8");
if (!original.includes(BEGINS)) throw new Error("axe-core has changed: mend the patch for Arabic contrast");
const source = original.replace(
  BEGINS,
  `${BEGINS} if (/\\p{Script=Arabic}/u.test(textVNode.actualNode ? textVNode.actualNode.data : "")) return false;`,
);

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe has to say about the page, in lines. The context must bypass the policy. */
export async function violations(page) {
  await page.evaluate(source);
  return page.evaluate(async (rules) => {
    const { violations } = await axe.run(document, { runOnly: rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 150)}`),
    );
  }, RULES);
}
