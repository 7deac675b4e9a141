"use client";

import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/**
 * Announces the time left at five minutes, at one minute and at the end, because a running count would disturb
 * screen readers.
 */
export function WaitNews({
  ms,
  five,
  one,
  over,
}: { ms: number } & Readonly<Record<"five" | "one" | "over", string>>) {
  const [news, setNews] = useState("");
  useEffect(() => {
    const moments = [
      { in: ms - 5 * MINUTE_MS, text: five },
      { in: ms - MINUTE_MS, text: one },
      { in: ms, text: over },
    ];
    const timers = moments
      // Announcements that are due already are in the heading.
      .filter((moment) => moment.in > 0)
      .map((moment) => setTimeout(() => setNews(moment.text), moment.in));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [ms, five, one, over]);
  return (
    <p role="status" className="font-bold empty:m-0">
      {news}
    </p>
  );
}
