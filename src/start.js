// Starts the program. The page is readable without it; if the program fails,
// the page is loaded once more and drawn anew instead of taken over, and if
// that fails too it stays a plain page whose links work.
const root = document.documentElement;
const KEY = "hipec:start";
const remembered = () => {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
};
const remember = (mode) => {
  try {
    if (mode) sessionStorage.setItem(KEY, mode);
    else sessionStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
};

const failed = (error) => {
  console.error(error);
  // A program that died half-way leaves click handlers that lead nowhere.
  addEventListener("click", (event) => event.stopImmediatePropagation(), true);
  if (!root.dataset.start && remember("mount")) location.reload();
  else root.dataset.started = "failed";
};

// A page with a script of its own has said "rest" by now: it is neither loaded
// once more nor drawn anew.
if (remembered() === "mount") {
  root.dataset.start ||= "mount";
  remember(null);
}

const stop = (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) failed(event.error);
};
addEventListener("error", stop);

try {
  const { default: init } = await import("__GLUE_URL__");
  await init({
    module_or_path: fetch("__WASM_URL__", { integrity: "__WASM_INTEGRITY__" }),
  });
} catch (error) {
  if (error instanceof WebAssembly.RuntimeError) failed(error);
  else {
    // Not loaded, or not supported: the page stays as it is.
    console.warn(error);
    root.dataset.started = "failed";
  }
}
