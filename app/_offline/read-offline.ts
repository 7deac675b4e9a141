import { type OfflineOutcome, offlineOutcome } from "@/domain/lookup/offline";
import { readScannedText } from "@/domain/lookup/scanned-text";
import type { OrderCode } from "@/domain/order-code/code";
import { verifyOrderCodeOnWeb } from "@/domain/order-code/web-signature";
import { encodeBase32 } from "@/lib/encoding/base32";
import { bogotaDay } from "@/model/calendar";
import { hexOf, type Trust } from "./trust";

export type OfflineAnswer = {
  outcome: OfflineOutcome;
  /** Data of the signed code; null when it is not authentic. */
  code: OrderCode | null;
  /** The code in letters, to send later; null when there is nothing to send. */
  letters: string | null;
};

/** Checks a scanned text with what the phone has stored, without a request. */
export async function readOffline(text: string, trust: Trust, now: Date): Promise<OfflineAnswer> {
  const { read, certain } = readScannedText(text, window.location.origin);
  if (read.found !== "code") return { outcome: read.found, code: null, letters: null };
  const check = await verifyOrderCodeOnWeb(read.bytes, trust.keys);
  const code = check.outcome === "authentic" ? check.code : null;
  const outcome = offlineOutcome({
    // With another address in front, only the signature can prove that the code is ours.
    check: check.outcome === "authentic" || certain ? check.outcome : "foreign",
    period: code,
    phoneDay: bogotaDay(now),
    trustDay: trust.listedAt && bogotaDay(trust.listedAt),
    listed: code !== null && trust.dead.has(hexOf(code.codeId)),
    superseded: code !== null && trust.superseded.has(hexOf(code.codeId)),
  });
  const worthAsking = check.outcome === "authentic" || check.outcome === "unknown_key";
  return { outcome, code, letters: worthAsking ? encodeBase32(read.bytes) : null };
}
