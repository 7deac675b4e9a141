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
