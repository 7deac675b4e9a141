import type { Page } from "@playwright/test";

/**
 * Everything that the browser stores for this origin, as text: databases, caches, local and session storage,
 * cookies that scripts can read.
 */
export const storedInBrowser = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const text = (bytes: ArrayBuffer | ArrayBufferView) => new TextDecoder("latin1").decode(bytes);
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
          const all = db.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => resolve(all.result);
        });
        for (const row of rows) {
          found.push(JSON.stringify(row));
          for (const value of Object.values(row))
            if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) found.push(text(value));
        }
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        found.push(request.url, answer ? text(await answer.arrayBuffer()) : "");
      }
    }
    return found.join("\n");
  });

/** The keys of one store of what the device keeps. */
export const storedKeys = (page: Page, store: "key" | "waiting" | "late" | "last") =>
  page.evaluate(async (name) => {
    // Opening it would create it, and without its stores.
    if (!(await indexedDB.databases()).some((known) => known.name === "proveedores")) return [];
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("proveedores");
      opening.onsuccess = () => resolve(opening.result);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const all = db.transaction(name).objectStore(name).getAllKeys();
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return keys;
  }, store);
