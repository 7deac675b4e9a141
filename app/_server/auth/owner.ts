import "server-only";
import { deviceMac } from "@/lib/crypto/signed-text";
import { type Actor, unnamedDevice } from "@/model/access";

/**
 * Pseudonym of a person and their provider in the browser's storage: always the same, and it does not reveal
 * who they are.
 */
export function ownerOf(actor: Actor | null): string {
  if (!actor) return "";
  const place = actor.kind === "provider" ? actor.provider.id : "";
  return deviceMac(`owner ${unnamedDevice(actor) ?? actor.personId} ${place}`, 12);
}

/**
 * The key of that owner's entries on a device, in base64. It is always the same, so that waiting entries can be
 * decrypted after the next sign-in.
 */
export function ownerKey(owner: string): string {
  return Buffer.from(deviceMac(`key of entries ${owner}`, 32), "base64url").toString("base64");
}
