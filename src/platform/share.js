// The system's sheet for sending something to another app. Not in Rust: looking
// at what a browser can do is a line here and a kilobyte there.
const fileOf = (name, kind, text) => ({ files: [new File([text], name, { type: kind })] });

const can = (data) => {
  try {
    return Boolean(navigator.share && navigator.canShare?.(data));
  } catch {
    return false;
  }
};

// Called from within a tap: nothing may be awaited before `share`, or the
// browser takes it for the page's own idea.
const share = async (data) => {
  if (!can(data)) return 2;
  try {
    await navigator.share(data);
    return 0;
  } catch (error) {
    return error?.name === "AbortError" ? 1 : 2;
  }
};

export const canShareText = () => can({ text: "x" });
export const canShareLink = () => can({ url: location.href });
export const canShareFile = (name, kind) => can(fileOf(name, kind, "x"));

/** 0: handed over, 1: the person thought better of it, 2: it cannot be done. */
export const shareText = (title, text) => share({ title, text });
export const shareLink = (title, url) => share({ title, url });
export const shareFile = (title, name, kind, text) => share({ title, ...fileOf(name, kind, text) });
