import "server-only";
import { cookies } from "next/headers";
import { SearchInput } from "@/domain/search/schema";
import { seal, unseal } from "@/lib/crypto/seal";
import { isHttps } from "@/lib/http/secure";

const COOKIE = "busqueda_general";
const SECONDS = 10 * 60;
const placeOf = (personId: string) => `search.everywhere:${personId}`;

/** Keeps what was searched, sealed to the person: a document's number stands in no address and no history. */
export async function keepSearch(personId: string, typed: string): Promise<void> {
  (await cookies()).set(COOKIE, seal(typed, placeOf(personId)).toString("base64url"), {
    httpOnly: true,
    sameSite: "strict",
    secure: isHttps(),
    path: "/admin/buscar",
    maxAge: SECONDS,
  });
}

/** What this person searched last, or null once it is gone. */
export async function lastSearch(personId: string): Promise<string | null> {
  const saved = (await cookies()).get(COOKIE)?.value;
  if (!saved) return null;
  try {
    const typed = unseal(Buffer.from(saved, "base64url"), placeOf(personId));
    return SearchInput.safeParse({ q: typed }).data?.q ?? null;
  } catch {
    return null; // another person's, or of keys that are gone
  }
}
