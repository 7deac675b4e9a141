"use client";

import { type ReactNode, useEffect, useState } from "react";
import { markedOwner } from "./device-mark";

/**
 * The way in, on the page for when there is no internet: the device keeps it as nobody sees it, so whoever is signed in
 * here is not told to sign in.
 */
export function UnlessHere({ isKeptPage, children }: { isKeptPage: boolean; children: ReactNode }) {
  const [isHere, setIsHere] = useState(false);
  useEffect(() => {
    if (isKeptPage) setIsHere(markedOwner() !== null);
  }, [isKeptPage]);
  return isHere ? null : children;
}
