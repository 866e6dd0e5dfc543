/** The markup of an element as comparable lines. Runs in the page. */
export const tree = (element) => {
  const lines = [];
  const walk = (node, depth) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.data.replace(/\s+/g, " ").trim();
      if (text) lines.push(" ".repeat(depth) + text);
      return;
    }
    // Comments are the program's bookmarks.
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    // Tells how far saving is, which differs from moment to moment.
    if (node.id === "save-state") return;
    // Where the program adds what does not work without it.
    if (node.id === "search" || node.id === "picked") return;
    const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
    lines.push(" ".repeat(depth) + [node.localName, ...attributes].join(" "));
    node.childNodes.forEach((child) => walk(child, depth + 1));
  };
  walk(element, 0);
  return lines;
};
