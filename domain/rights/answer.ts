import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { sealBytes } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";
import { type DeskRights, requireRightsRequest, type StepEmail } from "./desk";
import { type HeldData, holderKeys, readHeldData } from "./held-data";
import type { AnswerRightsInput } from "./schema";
import { rightsFilePlace, sealText } from "./sealed-fields";

/** Writes what is held as one file, in the language of the asker. */
export type HeldDataFile = (
  held: HeldData,
  request: { number: string; language: string; content: NonNullable<DeskRights["content"]> },
) => string;

/**
 * Answers a request: with words, with the file of what is held where that is wanted, and after forgetting what may be
 * forgotten now. The file shows what was held before, as the person asked.
 * @throws Refusal "rights_unproven" · "rights_not_erasing" · "rights_changed" · "rights_closed" · "rights_incomplete" ·
 * "rights_gone"
 */
export async function answerRightsRequest(
  grant: Grant<"rights.handle">,
  { number, version, result, text, file, forget }: AnswerRightsInput,
  words: { compose: StepEmail; write: HeldDataFile },
  client: { ip: string },
): Promise<void> {
  const request = await requireRightsRequest(grant, number, client);
  if (request.closedAt) throw new Refusal("rights_closed");
  if (request.version !== version) throw new Refusal("rights_changed");
  const written = file ? words.write(await readHeldData(grant, request, client), request) : null;
  const event = randomUUID();
  const { language, content, kind } = request;
  const notice = words.compose({ number, kind, text, day: bogotaDay(new Date()), language });
  const outcome = await call(databaseFor(grant), "answer_rights_request", {
    actor: grant.actor.personId,
    number,
    version,
    step: event,
    result,
    text: sealText(event, text),
    file: written === null ? null : sealBytes(Buffer.from(written), rightsFilePlace(request.id)),
    forget: forget ? holderKeys(request) : null,
    mails: mailsJson([composeMail("rights", `${event}:answered`, { to: content.email, ...notice })]),
    ip: client.ip,
  });
  requireDone("rights_outcome", outcome);
}
