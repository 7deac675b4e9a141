"use client";

import { OfflineVerdict } from "./offline-verdict";

/** The answer of a phone without internet to a practice code, which nobody signed. */
export function PracticeOffline({
  value,
  issuedOn,
  validUntil,
}: {
  value: number;
  issuedOn: string;
  validUntil: string;
}) {
  const code = { value, issuedOn, validUntil };
  return <OfflineVerdict answer={{ outcome: "unconfirmed", code }} fromPicture={false} />;
}
