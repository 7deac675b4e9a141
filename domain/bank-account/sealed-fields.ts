import { randomUUID } from "node:crypto";
import { seal } from "@/lib/crypto/seal";
import type { TypedAccount } from "./schema";

/** The place to which an account's number is sealed (lib/crypto/seal.ts). */
export const accountNumberPlace = (account: string) => `bank_account.number:${account}`;

/** An account as SQL functions take it: its number sealed, and the last four digits that may be shown. */
export function sealedAccount({ bank, kind, number }: TypedAccount) {
  const id = randomUUID();
  return {
    id,
    bank,
    kind,
    number_sealed: seal(number, accountNumberPlace(id)).toString("base64"),
    last_four: number.slice(-4),
  };
}
