import "server-only";
import { cookies } from "next/headers";
import { FindInput } from "@/domain/order/schema";
import { seal, unseal } from "@/lib/crypto/seal";
import { isHttps } from "@/lib/http/secure";

const COOKIE = "busqueda";
const SECONDS = 10 * 60;
const placeOf = (personId: string) => `search.order:${personId}`;

/**
 * Stores the search in a cookie, so that an ID number appears in no address, history or proxy log. It is
 * encrypted for the person, so that another one at the same browser cannot read it.
 */
export async function keepSearch(personId: string, search: FindInput): Promise<void> {
  (await cookies()).set(COOKIE, seal(JSON.stringify(search), placeOf(personId)).toString("base64url"), {
    httpOnly: true,
    sameSite: "strict",
    secure: isHttps(),
    path: "/admin/ordenes",
    maxAge: SECONDS,
  });
}

/** This person's last search, or null after it expired. */
export async function lastSearch(personId: string): Promise<FindInput | null> {
  const saved = (await cookies()).get(COOKIE)?.value;
  if (!saved) return null;
  try {
    const read = FindInput.safeParse(JSON.parse(unseal(Buffer.from(saved, "base64url"), placeOf(personId))));
    return read.success ? read.data : null;
  } catch {
    return null; // another person's, or encrypted with an old key
  }
}
