import { databaseFor, doorDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { counterLimits } from "@/domain/account/session-limits";
import { requireDone } from "@/domain/outcome";
import { newToken, tokenHash } from "@/lib/crypto/token";
import type { Grant } from "@/model/access";

type TeamGrant = Grant<"team.manage">;
type Client = { ip: string; userAgent: string };

/** The devices that are paired with counters of the provider. */
export function listDevices(grant: TeamGrant): Promise<Answer<"list_devices">> {
  const { provider, personId } = grant.actor;
  return call(databaseFor(grant), "list_devices", { provider: provider.id, actor: personId });
}

/**
 * Pairs this device with a counter, so that orders are looked up on it without anybody signed in.
 * @param was the token of its pairing of before, which ends
 * @returns the token that its cookie keeps
 * @throws Refusal "place_closed" · "too_many_places" · "not_allowed"
 */
export async function pairDevice(
  grant: TeamGrant,
  counter: string,
  was: string | null,
  { ip, userAgent }: Client,
): Promise<string> {
  const { token, hash } = newToken();
  const outcome = await call(databaseFor(grant), "pair_device", {
    provider: grant.actor.provider.id,
    actor: grant.actor.personId,
    counter,
    tokenHash: hash,
    was: was === null ? null : tokenHash(was),
    seconds: counterLimits.deviceSeconds,
    userAgent,
    ip,
  });
  requireDone("place_outcome", outcome);
  return token;
}

/** Ends a pairing, and with it who is named there. @throws Refusal "place_closed" · "not_allowed" */
export async function endDevice(grant: TeamGrant, device: string, { ip }: { ip: string }): Promise<void> {
  const { provider, personId } = grant.actor;
  const args = { provider: provider.id, actor: personId, device, ip };
  requireDone("place_outcome", await call(databaseFor(grant), "end_device", args));
}

/** The pairing of a device's token; null when it ended. */
export async function readDevice(token: string | null): Promise<Answer<"read_device">> {
  return token === null ? null : call(doorDatabase(), "read_device", { deviceHash: tokenHash(token) });
}
