/** Presses Tab until the focus is on what is wanted. */
export async function tabTo(page, selector, most = 120) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}
