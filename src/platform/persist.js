/** Whether the browser has promised to keep what is stored. */
export const persisted = async () => {
  try {
    return await navigator.storage.persisted();
  } catch {
    return false;
  }
};

/** Asks for that promise; whether it is given. */
export const persist = async () => {
  try {
    return (await persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
};
