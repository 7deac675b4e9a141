import { randomBytes } from "node:crypto";
import { owner } from "./account";

type Purpose = "confirm" | "invite" | "password";

const BEFORE = new Date("2026-01-01");

/**
 * Makes an open link of this purpose and subject, and beside it one of another purpose, one of another subject, a used
 * one and one that had ended. The answer names those that were ended since.
 */
export async function makeLinks(
  purpose: Purpose,
  subject: string,
  stranger: string,
): Promise<() => Promise<string[]>> {
  const namesByHash = new Map<string, string>();
  const make = async (name: string, changes: object = {}) => {
    const hash = randomBytes(32);
    const link = { purpose, subject_id: subject, token_hash: hash, expires_at: new Date("2099-01-01") };
    await owner`insert into mail_link ${owner({ ...link, ...changes })}`;
    namesByHash.set(hash.toString("hex"), name);
  };
  await make("own");
  await make("another purpose", { purpose: purpose === "confirm" ? "invite" : "confirm" });
  await make("another subject", { subject_id: stranger });
  await make("used", { used_at: BEFORE });
  await make("ended", { superseded_at: BEFORE });
  return async () => {
    const rows = await owner<{ hash: string }[]>`select encode(token_hash, 'hex') as hash from mail_link
      where superseded_at > ${BEFORE} and encode(token_hash, 'hex') in ${owner([...namesByHash.keys()])}`;
    return rows.map(({ hash }) => namesByHash.get(hash) ?? "");
  };
}
