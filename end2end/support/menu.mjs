// The menu is a popover at every width: it has to be opened before one of its
// links can be followed.

/** A link of the menu. */
export const entry = (page, path) => page.locator(`#menu a[href="${path}"]`);

/** Opens the menu, if it is not open yet. */
export async function openMenu(page) {
  if (!(await page.locator("#menu").isVisible())) {
    await page.locator(".menu-button").click();
  }
}

/** Follows a link of the menu. */
export async function follow(page, path, options) {
  await openMenu(page);
  await entry(page, path).click(options);
}
