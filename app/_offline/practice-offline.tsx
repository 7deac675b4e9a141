"use client";

import { OfflineVerdict } from "./offline-verdict";

/** The offline answer to a practice code, which has no real signature. */
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
  return <OfflineVerdict answer={{ outcome: "unconfirmed", code, phoneDay: null }} fromPicture={false} />;
}
