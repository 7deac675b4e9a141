"use client";

import { useEffect, useState } from "react";
import { useLanguage } from "@/components/layout/language";
import { PauseIcon, PlayIcon } from "@/components/ui/icons";
import { clockTime } from "@/lib/format/date";

const STILL = "quieto";

/**
 * A running clock of the server's time, which a screenshot cannot imitate. Screen readers announce the time of
 * the answer once. The button in the panel's corner stops the clock and the seal.
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
        className="group/still absolute right-1 bottom-1 grid size-11 cursor-pointer place-items-center rounded-button has-focus-visible:outline-3 has-focus-visible:outline-white motion-reduce:hidden print:hidden [&_svg]:size-[22px] [&_svg]:rounded-full [&_svg]:bg-go"
        htmlFor={STILL}
      >
        <input id={STILL} className="absolute inset-0 m-0 cursor-pointer opacity-0" type="checkbox" />
        <span className="sr-only">{stopLabel}</span>
        <span className="group-has-checked/still:hidden">
          <PauseIcon />
        </span>
        <span className="hidden group-has-checked/still:block">
          <PlayIcon />
        </span>
      </label>
    </>
  );
}
