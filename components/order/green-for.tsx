"use client";

import { type ReactNode, useEffect, useState } from "react";
import { focusVerdict } from "./fresh-answer";

/**
 * A green that ends: after `ms` its place is taken by what is told of an old question, whatever the network or
 * the device's clock does meanwhile.
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
      // The steady clock may stand still while the device sleeps, the other may be set: the later one counts.
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
