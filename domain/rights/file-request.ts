import { randomUUID } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { shortDigest } from "@/lib/crypto/digest";
import { submissionKey } from "@/lib/crypto/submission-key";
import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";
import { asksForAnother, type RightsKind, rightsDueDay } from "@/model/rights";
import { type Stranger, waitEnd } from "@/model/stranger";
import { rightsFilingBudgets } from "./budgets";
import { bareRightsCode, newRightsCode, newRightsNumber, rightsCodeHash } from "./code";
import type { FileRightsInput } from "./schema";
import { rightsIdIndex, sealContent } from "./sealed-fields";

/** The e-mail that says that a request was received: its number, its day, and the code to follow it with. */
export type ReceivedEmail = (request: {
  number: string;
  kind: RightsKind;
  dueOn: CalendarDay;
  code: string;
}) => Notice;

/** Two drawn numbers are hardly ever the same; more tries than these mean a fault. */
const DRAWS = 5;

/**
 * Receives what somebody asks about their own data. A second press answers the number of the first; a form that was
 * changed in between, to another mailbox or another question, is another request. `isMailed` is false where the mailbox
 * got enough of these e-mails: then the desk sends the code.
 * @throws Refusal "too_many_attempts", with its end
 */
export async function fileRightsRequest(
  { key, kind, asker, ...typed }: FileRightsInput,
  email: ReceivedEmail,
  from: Stranger & { language: string },
  now = new Date(),
): Promise<{ number: string; dueOn: CalendarDay; isMailed: boolean }> {
  const request = submissionKey(key, { kind, asker, ...typed });
  const today = bogotaDay(now);
  const dueOn = rightsDueDay(kind, today);
  const forAnother = asksForAnother(asker);
  const content = sealContent(request, {
    ...typed,
    holderName: forAnother ? typed.holderName : typed.name,
    proof: forAnother ? typed.proof : "",
  });
  const budgets = rightsFilingBudgets(shortDigest(typed.email), from);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const [number, code] = [newRightsNumber(Number(today.slice(0, 4))), newRightsCode()];
    const mail = { to: typed.email, ...email({ number, kind, dueOn, code }) };
    const { outcome, filedNumber, waitUntil, isMailed } = await call(doorDatabase(), "file_rights_request", {
      request,
      step: randomUUID(),
      number,
      kind,
      asker,
      content,
      idIndex: rightsIdIndex(typed.idNumber),
      idKind: typed.idKind,
      codeHash: rightsCodeHash(bareRightsCode(code)),
      language: from.language,
      dueOn,
      mails: mailsJson([composeMail("rights", `${request}:filed`, mail)]),
      budgets: budgets.asker,
      addressBudgets: budgets.address,
      ip: from.ip,
    });
    if (outcome === "waiting" && waitUntil) throw new Refusal("too_many_attempts", waitEnd(waitUntil, from));
    if (outcome === "done" && filedNumber) return { number: filedNumber, dueOn, isMailed };
  }
  throw new Error("no number was free");
}
