import { expect } from "./test.mjs";

/** Nothing sticks out sideways at this width. A table may, inside its own box. */
export async function fits(page, width) {
  await page.setViewportSize({ width, height: 740 });
  const out = await page.evaluate(() => {
    const root = document.scrollingElement;
    const out = [];
    if (root.scrollWidth > root.clientWidth) out.push(`page: ${root.scrollWidth} of ${root.clientWidth} px`);
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest(".table-box *, .visually-hidden, svg *") || !element.checkVisibility()) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const name = `${element.localName}.${element.className?.baseVal ?? element.className}`;
      if (width > 0 && (left < -1 || right > root.clientWidth + 1)) out.push(`${name}: ${left} to ${right}`);
      const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
      if (scrolls && !element.matches(".table-box") && element.scrollWidth > element.clientWidth + 1) {
        out.push(`${name} scrolls sideways`);
      }
    }
    return out;
  });
  expect(out, `at ${width} px`).toEqual([]);
}
