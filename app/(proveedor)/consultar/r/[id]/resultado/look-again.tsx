"use client";

import { useEffect } from "react";

/** Reloads the result after a while, as long as this page is open. */
export function LookAgain({ ms }: { ms: number }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return null;
}
