// For browsers without the clipboard of today, or that refuse it here: a field
// that is selected and copied as if by hand.
const byHand = (text) => {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "visually-hidden";
  field.readOnly = true;
  field.value = text;
  // Behind an open dialog nothing can be selected.
  (before?.closest("dialog") ?? document.body).append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    // Then it is not done.
  }
  field.remove();
  before?.focus?.({ preventScroll: true });
  return done;
};

/** Whether the text is in the clipboard now. */
export const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
};
