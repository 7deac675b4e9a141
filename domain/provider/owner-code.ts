import { spokenCode, spokenCodeHash } from "@/domain/account/spoken-code";
import { keyFor } from "@/lib/crypto/keys";

const key = () => keyFor("owner-code/v1");

/** The code that the caja tells a new owner itself. */
export const ownerCode = (invitation: string): string => spokenCode(key(), invitation);

export const ownerCodeHash = (invitation: string, typed: string): Buffer =>
  spokenCodeHash(key(), invitation, typed);
