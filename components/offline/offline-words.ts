import type { OfflineOutcome } from "@/domain/lookup/offline";
import type { DeferredWords } from "./deferred-words";

/** Finished strings for the page without internet; `{…}` is filled in the browser. */
export type OfflineWords = Record<
  | "neverSaved"
  | "keysOf"
  | "stale"
  | "picture"
  | "valueInCode"
  | "periodInCode"
  | "period"
  | "compare"
  | "saved"
  | "savedDouble"
  | "readAnother"
  | "waitingTitle"
  | "waitingNone"
  | "waitingAt"
  | "online"
  | "goOnline",
  string
> & { verdicts: Record<OfflineOutcome, { heading: string; line: string }>; late: DeferredWords };
