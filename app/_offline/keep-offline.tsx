"use client";

import { useEffect } from "react";

const KEEP_EVERY_MS = 60 * 60 * 1000;
const TRY_AGAIN_MS = 60 * 1000;
const KEPT_AT = "offline.kept";

/**
 * Registers the service worker and has it refresh its cache at most once an hour, or every minute while the
 * keys or the list are missing, since the caja may not have made them yet.
 */
export function KeepOffline() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    let timer = 0;
    async function keep() {
      await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
      const { active } = await navigator.serviceWorker.ready;
      const isWhole = await keepsTrust();
      const keptAt = Number(localStorage.getItem(KEPT_AT) ?? 0);
      if (!isWhole) timer = window.setTimeout(again, TRY_AGAIN_MS);
      if (isWhole && Date.now() - keptAt < KEEP_EVERY_MS) return;
      active?.postMessage("mantener");
      localStorage.setItem(KEPT_AT, String(Date.now()));
    }
    // A private window may forbid all of this; the counter works without it.
    const again = () => void keep().catch(() => {});
    again();
    return () => window.clearTimeout(timer);
  }, []);
  return null;
}

/** Whether the service worker has cached the keys and the list. */
async function keepsTrust(): Promise<boolean> {
  const keys = await caches.match("/.well-known/order-keys.json");
  const list = await caches.match("/sin-conexion/lista");
  return list !== undefined && keys !== undefined && (await keys.json()).keys.length > 0;
}
