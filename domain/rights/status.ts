import { randomUUID } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { unsealBytes } from "@/lib/crypto/seal";
import { bogotaDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";
import { type RightsKind, rightsDueWhole } from "@/model/rights";
import { type Stranger, waitEnd } from "@/model/stranger";
import { rightsOpeningBudgets } from "./budgets";
import { rightsCodeHash } from "./code";
import type { OpenRightsInput } from "./schema";
import { openText, rightsFilePlace, sealText } from "./sealed-fields";

/**
 * Compares number and code of the mail, which proves the mailbox.
 * @throws Refusal "rights_unknown" · "too_many_attempts", with its end
 */
export async function openRightsRequest({ number, code }: OpenRightsInput, from: Stranger): Promise<void> {
  const { outcome, waitUntil } = await call(doorDatabase(), "open_rights_request", {
    number,
    codeHash: rightsCodeHash(code),
    budgets: rightsOpeningBudgets(from),
    ip: from.ip,
  });
  if (outcome === "waiting" && waitUntil) throw new Refusal("too_many_attempts", waitEnd(waitUntil, from));
  requireDone("open_rights_outcome", outcome);
}

/** The request of a code as its asker sees it, with what was written to and fro; null when it is forgotten. */
export async function readRightsStatus(code: string) {
  const codeHash = rightsCodeHash(code);
  const status = await call(doorDatabase(), "read_rights_status", { codeHash });
  if (!status) return null;
  const words = await call(doorDatabase(), "list_rights_words", { codeHash });
  return {
    ...status,
    words: words.map(({ id, textSealed, ...rest }) => ({ ...rest, text: openText(id, textSealed) })),
  };
}

/**
 * Sends what the desk asked for; a claim's days begin.
 * @throws Refusal "rights_changed" when nothing is missing any more · "rights_late" after a claim's two months
 */
export async function completeRightsRequest(
  code: string,
  text: string,
  { ip }: { ip: string },
): Promise<void> {
  const status = await readRightsStatus(code);
  if (!status) throw new Refusal("rights_unknown");
  const event = randomUUID();
  const today = bogotaDay(new Date());
  const outcome = await call(doorDatabase(), "complete_rights_request", {
    codeHash: rightsCodeHash(code),
    step: event,
    text: sealText(event, text),
    today,
    dueOn: rightsDueWhole(status.kind as RightsKind, status.dueOn, today),
    ip,
  });
  requireDone("complete_rights_outcome", outcome);
}

/** The file of an answer, for who has its code; null without one. Fetching it stands in the log. */
export async function readRightsFile(
  code: string,
  { ip }: { ip: string },
): Promise<{ number: string; content: Buffer } | null> {
  const found = await call(doorDatabase(), "read_rights_file", { codeHash: rightsCodeHash(code), ip });
  return (
    found && { number: found.number, content: unsealBytes(found.sealed, rightsFilePlace(found.requestId)) }
  );
}
