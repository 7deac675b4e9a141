import "server-only";
import { headers } from "next/headers";
import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { currentClient } from "@/lib/http/client";
import { isNews, REQUEST_ID } from "@/lib/http/failures";
import { networkOf } from "@/lib/http/network";
import { logError } from "@/lib/log";
import { type Actor, can, type Permission } from "@/model/access";

/** `can` for access control: a refusal is written to the audit log. */
export async function allowed(actor: Actor, wanted: Permission): Promise<boolean> {
  if (can(actor, wanted)) return true;
  await noteDenied(actor, wanted);
  return false;
}

/**
 * Audits once per request, however many parts of the page check. Never throws: the answer is the same whether
 * or not it could be written.
 */
export async function noteDenied(actor: Actor, wanted: string): Promise<void> {
  try {
    if (!isNews((await headers()).get(REQUEST_ID), wanted)) return;
    const { ip } = await currentClient();
    await call(publicDatabase(), "note_refusal", {
      action: "access.denied",
      actor: actor.personId,
      provider: actor.kind === "provider" ? actor.provider.id : null,
      subjectKind: "permission",
      subjectId: wanted,
      ip,
      network: networkOf(ip),
      detail: { role: actor.role },
    });
  } catch (error) {
    logError("access.denial_not_noted", error, {}, "warn");
  }
}
