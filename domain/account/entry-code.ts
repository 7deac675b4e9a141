import { keyFor } from "@/lib/crypto/keys";
import { spokenCode, spokenCodeHash } from "./spoken-code";

const key = () => keyFor("entry-code/v1");

/** The code that an administrator or the server tells somebody of the caja who has no second factor yet. */
export const entryCode = (person: string): string => spokenCode(key(), person);

export const entryCodeHash = (person: string, typed: string): Buffer => spokenCodeHash(key(), person, typed);
