"use client";

import { useEffect } from "react";

/** Asks the server again after a while, as long as this page stands. */
export function LookAgain({ ms }: { ms: number }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return null;
}
