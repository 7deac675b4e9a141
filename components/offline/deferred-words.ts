import type { DeferredAnswer } from "@/model/verdict";

/** Finished strings for what the caja answered to codes that were read without internet; `{…}` is filled in the browser. */
export type DeferredWords = Record<
  | "attentionOne"
  | "attentionMany"
  | "attentionWhy"
  | "settledOne"
  | "settledMany"
  | "wasPicture"
  | "stillCurrent"
  | "readAt"
  | "seeAnswer"
  | "understood"
  | "understoodAll"
  | "lookAtThem",
  string
> & { answers: Record<DeferredAnswer, { heading: string; todo: string }> };

/** "2 códigos …" */
export function counted(one: string, many: string, n: number): string {
  return n === 1 ? one : many.replace("{n}", String(n));
}
