"use client";

import { OfflineVerdict } from "./offline-verdict";
import type { OfflineWords } from "./offline-words";

/** The answer of a phone without internet to a practice code, which nobody signed. */
export function PracticeOffline({
  words,
  value,
  issuedOn,
  validUntil,
}: {
  words: OfflineWords;
  value: number;
  issuedOn: string;
  validUntil: string;
}) {
  const code = { value, issuedOn, validUntil };
  return <OfflineVerdict answer={{ outcome: "unconfirmed", code }} fromPicture={false} words={words} />;
}
