"use client";

import { useEffect } from "react";
import { notTaken } from "./typed-store";

/** On the page that stood between a form and its answer: what was sent from there waits for its sender. */
export function NotTaken({ from }: { from: string }) {
  useEffect(() => notTaken(from), [from]);
  return null;
}
