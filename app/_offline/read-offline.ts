import {
  type OfflineFacts,
  type OfflineOutcome,
  offlineOutcome,
  restsOnPhoneDay,
} from "@/domain/lookup/offline";
import { readScannedText } from "@/domain/lookup/scanned-text";
import type { OrderCode } from "@/domain/order-code/code";
import { verifyOrderCodeOnWeb } from "@/domain/order-code/web-signature";
import { encodeBase32 } from "@/lib/encoding/base32";
import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { hexOf, type Trust } from "./trust";

export type OfflineAnswer = {
  outcome: OfflineOutcome;
  /** Data of the signed code; null when it is not authentic. */
  code: OrderCode | null;
  /** The phone's date, where the outcome rests on nothing else. */
  phoneDay: CalendarDay | null;
  /** The code in letters, to send later; null when there is nothing to send. */
  letters: string | null;
};

/** Checks a scanned text with what the phone has stored, without a request. */
export async function readOffline(text: string, trust: Trust, now: Date): Promise<OfflineAnswer> {
  const { read, certain } = readScannedText(text, window.location.origin);
  if (read.found !== "code") return { outcome: read.found, code: null, phoneDay: null, letters: null };
  const check = await verifyOrderCodeOnWeb(read.bytes, trust.keys);
  const code = check.outcome === "authentic" ? check.code : null;
  const phoneDay = bogotaDay(now);
  const facts: OfflineFacts = {
    // With another address in front, only the signature can prove that the code is ours.
    check: check.outcome === "authentic" || certain ? check.outcome : "foreign",
    period: code,
    phoneDay,
    trustDay: trust.listedAt && bogotaDay(trust.listedAt),
    listed: code !== null && trust.dead.has(hexOf(code.codeId)),
    superseded: code !== null && trust.superseded.has(hexOf(code.codeId)),
  };
  const worthAsking = check.outcome === "authentic" || check.outcome === "unknown_key";
  return {
    outcome: offlineOutcome(facts),
    code,
    phoneDay: restsOnPhoneDay(facts) ? phoneDay : null,
    letters: worthAsking ? encodeBase32(read.bytes) : null,
  };
}
