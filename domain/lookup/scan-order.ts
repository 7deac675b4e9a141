import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { listPublicKeys } from "@/db/queries/order-code-key";
import { askerOf, scanBudgets } from "@/domain/lookup/budget";
import { verifyOrderCode } from "@/domain/order-code/signature";
import { publicAddress } from "@/lib/mail/address";
import { type Grant, unnamedDevice } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { readScannedText } from "./scanned-text";

export type Scan = { text: string; by: "camera" | "keyboard" | "picture" };

type Client = { ip: string; counterId?: string | null };

/**
 * Starts a look-up by the code on the paper; returns the id of its page, which asks for the last four
 * characters of the ID before it shows anything. Foreign and forged codes are answered and audited too.
 * @param scan with the id that its page chose, so that a retry after a lost answer is the same look-up. Without one,
 * as from a page without scripts, and when the id is somebody else's, it gets a new one.
 * @throws Refusal "code_cut" when a keyboard scanner lost letters: nobody changed that code.
 */
export async function scanOrder(
  grant: Grant<"order.look_up">,
  { id = randomUUID(), ...scan }: Scan & { id?: string },
  client: Client,
): Promise<string> {
  const outcome = await recordScan(grant, scan, client, { id, deferred: false });
  return outcome === null ? scanOrder(grant, scan, client) : id;
}

/**
 * Writes such a look-up and returns its outcome.
 * Null when the id is that of another's look-up. Deferred, as a phone asks that was offline, nothing is written during
 * a pause of the rate limit.
 */
export async function recordScan(
  grant: Grant<"order.look_up">,
  scan: Scan,
  client: Client,
  { id, deferred }: { id: string; deferred: boolean },
) {
  const code = await codeIn(grant, scan);
  const { personId, provider } = grant.actor;
  const codeId = typeof code === "string" ? "" : Buffer.from(code).subarray(4, 12).toString("hex");
  return call(databaseFor(grant), "scan_order", {
    lookup: id,
    person: personId,
    provider: provider.id,
    channel: scan.by === "picture" ? "picture" : "scan",
    ip: client.ip,
    code: typeof code === "string" ? null : Buffer.from(code),
    fault: typeof code === "string" ? code : null,
    counter: client.counterId ?? null,
    device: unnamedDevice(grant.actor),
    deferred,
    budgets: scanBudgets({ ...askerOf(grant), ip: client.ip }, codeId),
  });
}

/**
 * The bytes of a code with a valid signature. A QR reader never errs by a letter, but a keyboard scanner can
 * lose some.
 */
async function codeIn(
  grant: Grant<"order.look_up">,
  { text, by }: Scan,
): Promise<Uint8Array | "foreign" | "forged"> {
  const { read, certain } = readScannedText(text, publicAddress("/"));
  if (read.found === "foreign") return "foreign";
  if (read.found === "malformed" && by === "keyboard") throw new Refusal("code_cut");
  const broken = certain ? "forged" : "foreign";
  if (read.found !== "code") return broken;
  // Includes revoked keys, because the database knows exactly what they signed.
  const keys = await listPublicKeys(databaseFor(grant));
  return verifyOrderCode(read.bytes, keys).outcome === "authentic" ? read.bytes : broken;
}
