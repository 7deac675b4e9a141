import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { personCookies } from "@/app/_server/http/person-cookies";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import { siteCookie } from "@/lib/http/secure";

const COOKIE = personCookies.paperCodes;
const SECONDS = 10 * 60;

const Codes = z.array(z.string());
const placeOf = (personId: string) => `paper-codes:${personId}`;

/**
 * Hands new paper codes to the page that shows them: for ten minutes, in a cookie of that page, encrypted for their
 * person. The database holds only their digests.
 */
export async function handOverCodes(personId: string, codes: readonly string[]): Promise<void> {
  const value = sealBytes(Buffer.from(JSON.stringify(codes)), placeOf(personId)).toString("base64url");
  const jar = await cookies();
  jar.set(COOKIE.name, value, { ...siteCookie(), sameSite: "strict", path: COOKIE.path, maxAge: SECONDS });
}

/** The codes that were made for this person on this browser; null when there are none. */
export async function shownCodes(personId: string): Promise<string[] | null> {
  const sealed = (await cookies()).get(COOKIE.name)?.value ?? "";
  try {
    const bytes = unsealBytes(Buffer.from(sealed, "base64url"), placeOf(personId));
    return Codes.parse(JSON.parse(bytes.toString()));
  } catch {
    return null; // Another person's, of another key, or cut.
  }
}
