import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Database, databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listOwners } from "@/db/queries/notify-recipients";
import { findSealedOrder } from "@/db/queries/order-search";
import { findSeen } from "@/db/queries/seen";
import {
  countUndoRequests,
  findObjectedUse,
  findUndoRequest,
  listUndoRequests,
  UNDO_PAGE,
} from "@/db/queries/use-undo";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { resealed } from "@/domain/order/change-order";
import { requireDone } from "@/domain/outcome";
import { changedSince, seenParts } from "@/domain/seen";
import { shownPage } from "@/lib/paging";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { receiptNumber } from "./receipt-number";
import type { DecideUndoInput, UndoObjectedInput } from "./schema";

type UndoGrant = Grant<"use.undo">;
/** Who decides on reversals reads them too. */
type ReadGrant = Grant<"undo.read"> | UndoGrant;

/** A page of what providers ask to take back and nobody has decided, the oldest first, and how many there are. */
export async function readUndoRequests(grant: ReadGrant, wantedPage: number) {
  const db = databaseFor(grant);
  const total = await countUndoRequests(db);
  const { page, pages } = shownPage(total, { size: UNDO_PAGE, page: wantedPage });
  return { requests: await listUndoRequests(db, page), total, page, pages };
}

/** How many requests for a reversal wait for a decision. */
export function countWaitingUndos(grant: ReadGrant): Promise<number> {
  return countUndoRequests(databaseFor(grant));
}

/** A request for a reversal, for the page that decides it; null when there is none. */
export async function readUndoRequest(grant: ReadGrant, id: string) {
  return z.uuid().safeParse(id).success ? findUndoRequest(databaseFor(grant), id) : null;
}

/**
 * Takes a use back for a provider that asked, or tells it why not; its owners get the letter.
 * @throws Refusal "undo_decided" · "changed_since" when it is not what was shown · "own_provider" when the decider
 * works or worked there · "not_allowed"
 */
export async function decideUndo(
  grant: UndoGrant,
  { requestId, approve, reason, seen }: Omit<DecideUndoInput, "seen"> & { seen?: string },
  compose: (receipt: string, useId: string) => Notice,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const request = await findUndoRequest(db, requestId);
  if (!request) throw new Refusal("undo_decided");
  const owners = await listOwners(db, request.providerId);
  const words = compose(receiptNumber(request.serial, request.usedAt), request.useId);
  const outcome = await call(db, "decide_undo", {
    request: requestId,
    actor: grant.actor.personId,
    approve,
    reason,
    mails: mailsJson(composeNotices("order.undo_decided", requestId, owners, words)),
    ip: client.ip,
    ...(await returnedOrder(db, request.orderId)),
    seen: seenParts(seen),
  });
  if (outcome === "changed") {
    const shown = { kind: "undo", id: requestId, was: seenParts(seen) } as const;
    throw changedSince(await call(db, "list_seen_changes", shown));
  }
  requireDone("decide_undo_outcome", outcome);
}

/** What the page of a request shows, for its form to bring back; asked before the request is read. */
export async function readUndoSeen(grant: ReadGrant, id: string): Promise<string> {
  return z.uuid().safeParse(id).success ? findSeen(databaseFor(grant), "undo", id) : "{}";
}

/** What the page of an objected use shows, for its form to bring back; asked before the use is read. */
export async function readUseSeen(grant: UndoGrant, id: string): Promise<string> {
  return z.uuid().safeParse(id).success ? findSeen(databaseFor(grant), "use", id) : "{}";
}

/** A use that the caja objected to and that stands, for the page that takes it back; null when there is none. */
export async function readObjectedUse(grant: UndoGrant, id: string) {
  return z.uuid().safeParse(id).success ? findObjectedUse(databaseFor(grant), id) : null;
}

/**
 * Takes back a use that the caja objected to, though its provider asks for nothing; its owners get the letter.
 * @throws Refusal "changed_since" when it is not what was shown · "use_not_objected" · "undo_waits" when the provider did ask · "own_provider" · "not_allowed"
 */
export async function undoObjectedUse(
  grant: UndoGrant,
  { useId, reason, seen }: Omit<UndoObjectedInput, "seen"> & { seen?: string },
  compose: (receipt: string, useId: string) => Notice,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const use = await findObjectedUse(db, useId);
  if (!use) throw new Refusal("use_not_objected");
  const owners = await listOwners(db, use.providerId);
  const words = compose(receiptNumber(use.serial, use.usedAt), useId);
  const outcome = await call(db, "undo_objected_use", {
    use: useId,
    actor: grant.actor.personId,
    reason,
    ...(await returnedOrder(db, use.orderId)),
    mails: mailsJson(composeNotices("use.taken_back", useId, owners, words)),
    ip: client.ip,
    seen: seenParts(seen),
  });
  if (outcome === "changed") {
    const shown = { kind: "use", id: useId, was: seenParts(seen) } as const;
    throw changedSince(await call(db, "list_seen_changes", shown));
  }
  requireDone("undo_objected_outcome", outcome);
}

/** Where what comes back goes, should another paper stand for the order by then: a new order of the same person. */
async function returnedOrder(db: Database, orderId: string) {
  const order = await findSealedOrder(db, orderId);
  if (!order) throw new Error("a use has an order");
  const id = randomUUID();
  return { new: id, ...resealed(order, orderId, id) };
}
