"use client";

import { useEffect } from "react";
import { useLanguage } from "@/components/layout/language";
import { isFresh, KEPT_MARK } from "./kept-mark";
import { takeUse } from "./page-use";

const LOOK_EVERY_MS = 60 * 1000;

/**
 * Registers the service worker and has it refresh what it keeps once an hour, also on a page that stays open, or
 * within a minute while nothing was kept yet, since the caja may not have made its keys. Both only on a page that is
 * used: the list is asked for with the session.
 */
export function KeepOffline() {
  const language = useLanguage();
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    async function keep() {
      const mark = await (await caches.match(KEPT_MARK))?.text();
      if (!navigator.onLine || isFresh(mark, language, Date.now()) || !takeUse("keep")) return;
      (await navigator.serviceWorker.ready).active?.postMessage(`mantener ${language}`);
    }
    // A private window may forbid all of this; the counter works without it.
    const look = () => void keep().catch(() => {});
    navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).then(look, () => {});
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    window.addEventListener("online", look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", look);
    };
  }, [language]);
  return null;
}
