// The second copy of what people typed, in IndexedDB: for the day on which the
// browser has emptied or damaged its first. Shared by the program and by the
// page that must work without it, so that both agree on the names.
const STORE = "mirror";

const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("hipec", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = reject;
  });

// What counts is the end of the transaction: a request can succeed and its
// transaction still be undone.
const transact = async (mode, work) => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const requests = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(requests.map((request) => request.result));
      transaction.onerror = transaction.onabort = reject;
    });
  } finally {
    database.close();
  }
};

// Some browsers never answer, rather than refuse.
const PATIENCE = 2000;

/** The same work, but failing when it takes too long. */
export const inTime = (work) =>
  Promise.race([work, new Promise((_, reject) => setTimeout(reject, PATIENCE))]);

const whether = (work) => work.then(() => true, () => false);

/** Keeps a text under a name; whether that worked. */
export const put = (name, text) => whether(transact("readwrite", (store) => [store.put(text, name)]));

/** Removes a text; whether that worked. */
export const remove = (name) => whether(transact("readwrite", (store) => [store.delete(name)]));

/** Removes everything; whether that worked. */
export const clear = () => whether(transact("readwrite", (store) => [store.clear()]));

/** Everything as pairs of name and text. Fails where nothing can be read. */
export const all = async () => {
  const [names, texts] = await transact("readonly", (store) => [store.getAllKeys(), store.getAll()]);
  return names.map((name, at) => [name, texts[at]]);
};

/** The texts under these names; nothing at all where they cannot be read. */
export const get = (...names) =>
  inTime(transact("readonly", (store) => names.map((name) => store.get(name)))).catch(() => null);
