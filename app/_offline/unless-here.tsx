"use client";

import { type ReactNode, useEffect, useState } from "react";
import { markedOwner } from "./device-mark";

/**
 * Sign-in hint on the offline page. The page is cached without a session, so the hint is hidden for a person
 * who is signed in on this device.
 */
export function UnlessHere({ isKeptPage, children }: { isKeptPage: boolean; children: ReactNode }) {
  const [isHere, setIsHere] = useState(false);
  useEffect(() => {
    if (isKeptPage) setIsHere(markedOwner() !== null);
  }, [isKeptPage]);
  return isHere ? null : children;
}
