"use client";

import { type ReactNode, useEffect, useState } from "react";
import { focusVerdict } from "./fresh-answer";

/**
 * A green answer that expires: after `ms` it is replaced by the answer for an old look-up, whatever the network
 * or the device's clock does meanwhile.
 */
export function GreenFor({
  ms,
  faded,
  fadedTitle,
  children,
}: {
  ms: number;
  faded: ReactNode;
  fadedTitle: string;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const startedAt = { clock: Date.now(), steady: performance.now() };
    const look = () => {
      // The monotonic clock may pause while the device sleeps, and the wall clock may be changed, so the later
      // one counts.
      const passed = Math.max(Date.now() - startedAt.clock, performance.now() - startedAt.steady);
      if (passed >= ms) setOver(true);
    };
    const timer = setTimeout(look, ms);
    const each = setInterval(look, 1_000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      clearInterval(each);
      document.removeEventListener("visibilitychange", look);
    };
  }, [ms]);
  useEffect(() => {
    if (!over) return;
    document.title = fadedTitle;
    focusVerdict();
  }, [over, fadedTitle]);
  return over ? faded : children;
}
