import { z } from "zod";
import { databaseFor } from "@/db/client";
import { listOwnerEmails } from "@/db/queries/provider";
import {
  countUndoRequests,
  decideUndo as decideRow,
  findUndoRequest,
  listUndoRequests,
  UNDO_PAGE,
} from "@/db/queries/undo-request";
import type { Grant } from "@/domain/access";
import { shownPage } from "@/domain/paging";
import { Refusal } from "@/domain/refusal";
import { composeMail, type Letter } from "@/lib/mail/outbox";
import { receiptNumber } from "./receipt-number";
import type { DecideUndoInput } from "./schema";

type UndoGrant = Grant<"use.undo">;

/** A page of what providers ask to take back and nobody has decided, the oldest first, and how many there are. */
export async function readUndoRequests(grant: UndoGrant, asked: number) {
  const db = databaseFor(grant);
  const total = await countUndoRequests(db);
  const { page, pages } = shownPage(total, { size: UNDO_PAGE, page: asked });
  return { requests: await listUndoRequests(db, page), total, page, pages };
}

/** How many of them wait. */
export function countWaitingUndos(grant: UndoGrant): Promise<number> {
  return countUndoRequests(databaseFor(grant));
}

/** Null when there is none. */
export async function readUndoRequest(grant: UndoGrant, id: string) {
  return z.uuid().safeParse(id).success ? findUndoRequest(databaseFor(grant), id) : null;
}

/**
 * Takes a use back for a provider that asked, or tells it why not; its owners get the letter.
 * @throws Refusal "undo_decided" · "own_provider" when the decider works or worked there · "not_allowed"
 */
export async function decideUndo(
  grant: UndoGrant,
  { requestId, approve, reason }: DecideUndoInput,
  letter: (receipt: string, useId: string) => Omit<Letter, "to">,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const request = await findUndoRequest(db, requestId);
  if (!request) throw new Refusal("undo_decided");
  const owners = await listOwnerEmails(db, request.providerId);
  const words = letter(receiptNumber(request.serial, request.usedAt), request.useId);
  const outcome = await decideRow(db, grant, {
    id: requestId,
    approve,
    reason,
    mails: owners.map((to, at) =>
      composeMail({ eventKey: `order.undo_decided:${requestId}:${at}`, to, ...words }),
    ),
    ip: client.ip,
  });
  if (outcome === "own_provider" || outcome === "not_allowed") throw new Refusal(outcome);
  if (outcome === "settled") throw new Refusal("use_settled");
  if (outcome !== "done") throw new Refusal("undo_decided");
}
