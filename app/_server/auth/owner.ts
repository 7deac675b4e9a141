import "server-only";
import { deviceMac } from "@/lib/crypto/signed-text";
import type { Actor } from "@/model/access";

/**
 * Stands for a person, and for the provider in whose name they are here, in what a browser keeps for them: always the
 * same, and nobody can tell from it who it is.
 */
export function ownerOf(actor: Actor | null): string {
  if (!actor) return "";
  const place = actor.kind === "provider" ? actor.provider.id : "";
  return deviceMac(`owner ${actor.personId} ${place}`, 12);
}

/** The key of that owner's entries on a device, in base64: always the same, so that what waits opens after a new sign-in. */
export function ownerKey(owner: string): string {
  return Buffer.from(deviceMac(`key of entries ${owner}`, 32), "base64url").toString("base64");
}
