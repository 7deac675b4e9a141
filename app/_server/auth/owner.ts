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

/** Pseudonym of a person in all their companies, or of a paired device on which nobody was named. */
export const personOf = (actor: Actor | null): string =>
  actor ? deviceMac(`person ${unnamedDevice(actor) ?? actor.personId}`, 12) : "";

/**
 * Pseudonym under which this person's paired device kept what was typed while nobody was named on it; "" for others.
 * Whoever is then named there goes on with it.
 */
export function deviceOwnerOf(actor: Actor | null): string {
  const device = actor?.kind === "provider" && actor.pairedDevice?.isNamed ? actor.pairedDevice.id : null;
  return device && actor?.kind === "provider" ? deviceMac(`owner ${device} ${actor.provider.id}`, 12) : "";
}

/**
 * The key of that owner's entries on a device, in base64. It is always the same, so that waiting entries can be
 * decrypted after the next sign-in.
 */
export function ownerKey(owner: string): string {
  return Buffer.from(deviceMac(`key of entries ${owner}`, 32), "base64url").toString("base64");
}
