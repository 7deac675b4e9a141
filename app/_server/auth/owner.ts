import "server-only";
import { deviceMac, deviceMacs } from "@/lib/crypto/signed-text";
import { type Actor, unnamedDevice } from "@/model/access";

/**
 * Pseudonym of a person and their provider in the browser's storage: the same until AUTH_SECRET is rotated, and it
 * does not reveal who they are.
 */
export function ownerOf(actor: Actor | null): string {
  return actor ? deviceMac(textOf(actor), 12) : "";
}

/** Pseudonym of a person in all their companies, or of a paired device on which nobody was named. */
export const personOf = (actor: Actor | null): string => (actor ? deviceMac(personText(actor), 12) : "");

/**
 * Pseudonyms under which their browser may have kept something too: those from before AUTH_SECRET was rotated, while
 * AUTH_SECRET_PREVIOUS is set, and those of their paired device while nobody was named on it. Whoever is then named
 * there goes on with it.
 */
export function earlierOwnersOf(actor: Actor | null): string[] {
  if (!actor) return [];
  const former = [textOf(actor), personText(actor)].flatMap((text) => deviceMacs(text, 12).slice(1));
  const device = actor.kind === "provider" && actor.pairedDevice?.isNamed ? actor.pairedDevice.id : null;
  return device && actor.kind === "provider"
    ? [...former, ...deviceMacs(`owner ${device} ${actor.provider.id}`, 12)]
    : former;
}

/**
 * The owners of what waits on this person's device, each with the key of its entries in base64: the present one, and
 * the one from before AUTH_SECRET was rotated. A key is always the same, so that waiting entries can be decrypted
 * after the next sign-in.
 */
export function entryKeysOf(actor: Actor): { owner: string; key: string }[] {
  return deviceMacs(textOf(actor), 12).map((owner, at) => ({
    owner,
    key: Buffer.from(deviceMacs(`key of entries ${owner}`, 32)[at] ?? "", "base64url").toString("base64"),
  }));
}

const textOf = (actor: Actor) =>
  `owner ${nameOf(actor)} ${actor.kind === "provider" ? actor.provider.id : ""}`;
const personText = (actor: Actor) => `person ${nameOf(actor)}`;
const nameOf = (actor: Actor) => unnamedDevice(actor) ?? actor.personId;
