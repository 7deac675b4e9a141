"use client";

import { useEffect } from "react";

const KEEP_EVERY_MS = 60 * 60 * 1000;
const KEPT_AT = "offline.kept";

/** Registers the service worker, and lets it refresh what it keeps at most once an hour. */
export function KeepOffline() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    async function keep() {
      await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
      const { active } = await navigator.serviceWorker.ready;
      const keptAt = Number(localStorage.getItem(KEPT_AT) ?? 0);
      if (Date.now() - keptAt < KEEP_EVERY_MS) return;
      active?.postMessage("mantener");
      localStorage.setItem(KEPT_AT, String(Date.now()));
    }
    // A private window may allow none of this: the counter works all the same.
    void keep().catch(() => {});
  }, []);
  return null;
}
