"use client";

import { useEffect, useState } from "react";
import { useLanguage } from "@/components/layout/language";
import { clockTime } from "@/lib/format/date";

const STILL = "quieto";

/**
 * The server's time, running: a picture of the screen stands still. Readers hear the hour of the answer once;
 * the box under it stops both the clock and the seal.
 */
export function LiveClock({ readAt, stopLabel }: { readAt: string; stopLabel: string }) {
  const language = useLanguage();
  const [time, setTime] = useState(readAt);
  useEffect(() => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const server = new Date(readAt).getTime();
    const start = performance.now();
    const timer = setInterval(() => {
      const stop = document.getElementById(STILL);
      if (stop instanceof HTMLInputElement && stop.checked) return;
      setTime(new Date(server + performance.now() - start).toISOString());
    }, 1_000);
    return () => clearInterval(timer);
  }, [readAt]);
  return (
    <>
      <span className="text-lg font-bold tabular-nums lining-nums" data-clock aria-hidden="true">
        {clockTime(time, language)}
      </span>
      <label
        className="flex min-h-11 cursor-pointer items-center gap-2 text-base print:hidden"
        htmlFor={STILL}
      >
        <input id={STILL} className="size-6 accent-white" type="checkbox" /> {stopLabel}
      </label>
    </>
  );
}
