"use client";

import { useEffect } from "react";
import { useLanguage } from "@/components/layout/language";
import { isFresh, KEPT_MARK } from "./kept-mark";

const LOOK_EVERY_MS = 60 * 1000;
const signsOfUse = ["pointerdown", "keydown"] as const;

/**
 * Registers the service worker and has it refresh what it keeps once an hour, also on a page that stays open, or
 * every minute while nothing was kept yet, since the caja may not have made its keys.
 */
export function KeepOffline() {
  const language = useLanguage();
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // The list is asked for with the session, so a page that nobody uses asks no more: that would keep it alive.
    let isUsed = true;
    const use = () => {
      isUsed = true;
    };
    async function keep() {
      const mark = await (await caches.match(KEPT_MARK))?.text();
      if (!navigator.onLine || (mark && !isUsed) || isFresh(mark, language, Date.now())) return;
      isUsed = false;
      (await navigator.serviceWorker.ready).active?.postMessage(`mantener ${language}`);
    }
    // A private window may forbid all of this; the counter works without it.
    const look = () => void keep().catch(() => {});
    navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).then(look, () => {});
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    window.addEventListener("online", look);
    for (const sign of signsOfUse) window.addEventListener(sign, use);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", look);
      for (const sign of signsOfUse) window.removeEventListener(sign, use);
    };
  }, [language]);
  return null;
}
