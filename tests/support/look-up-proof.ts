import { randomInt } from "node:crypto";
import { owner } from "./factories/account";

/** Gives a look-up a proof of a year in which no other test counts them, and returns its number. */
export async function makeLookupProof(lookup: string): Promise<string> {
  const number = `C-2097-${randomInt(100_000, 999_999_999)}`;
  await owner`insert into proof (number, kind, lookup_id, provider_id, person_id, at, content, key_id, signature)
    select ${number}, 'look_up', l.id, l.provider_id, l.person_id, now(), '{}', (select max(id) from receipt_key),
      sha256('x') || sha256('y') from lookup l where l.id = ${lookup}`;
  return number;
}
