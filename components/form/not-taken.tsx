"use client";

import { useEffect } from "react";
import { notTaken } from "./typed-store";

/**
 * For pages that interrupt a submission, such as the sign-in: marks what was sent as not processed, so that it
 * is restored later.
 */
export function NotTaken({ from }: { from: string }) {
  useEffect(() => notTaken(from), [from]);
  return null;
}
