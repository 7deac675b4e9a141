"use client";

import { type ReactNode, useEffect, useState } from "react";

/** Shows the way back while there is one; without scripts it stays, and the server says when it is too late. */
export function UndoWindow({ seconds, children }: { seconds: number; children: ReactNode }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return over ? null : <span className="flex flex-wrap items-center gap-x-4">{children}</span>;
}
