// The second copy in IndexedDB, as seen from outside.

/** Everything in the mirror, as an object of name and text. */
export const mirrored = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("hipec", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("mirror");
        request.onerror = reject;
        request.onsuccess = () => {
          const database = request.result;
          const store = database.transaction("mirror").objectStore("mirror");
          const [names, texts] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => {
            database.close();
            resolve(Object.fromEntries(names.result.map((name, at) => [name, texts.result[at]])));
          };
        };
      }),
  );

/** Puts texts into the mirror. */
export const mirror = (page, entries) =>
  page.evaluate(
    (entries) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("hipec", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("mirror");
        request.onerror = reject;
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction("mirror", "readwrite");
          for (const [name, text] of Object.entries(entries)) transaction.objectStore("mirror").put(text, name);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    entries,
  );

/** Loses what is in the primary storage, as browsers do. */
export const lose = (page) => page.evaluate(() => localStorage.clear());
