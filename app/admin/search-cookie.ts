import "server-only";
import { cookies } from "next/headers";
import { seal, unseal } from "@/lib/crypto/seal";
import { siteCookie } from "@/lib/http/secure";

const SECONDS = 10 * 60;

/**
 * Stores a search in a cookie of its pages, so that an ID number appears in no address, history or proxy log. It is
 * encrypted for the person, so that another one at the same browser cannot read it.
 * @param place what it is encrypted for, beside the person
 * @param read what was stored, or null when it is no search
 */
export function searchCookie<T>(
  { name, path, place }: { name: string; path: string; place: string },
  read: (stored: string) => T | null,
) {
  const placeOf = (personId: string) => `${place}:${personId}`;
  return {
    keep: async (personId: string, search: string): Promise<void> => {
      (await cookies()).set(name, seal(search, placeOf(personId)).toString("base64url"), {
        ...siteCookie(),
        sameSite: "strict",
        path,
        maxAge: SECONDS,
      });
    },
    /** This person's last search, or null after it expired. */
    last: async (personId: string): Promise<T | null> => {
      const saved = (await cookies()).get(name)?.value;
      if (!saved) return null;
      try {
        return read(unseal(Buffer.from(saved, "base64url"), placeOf(personId)));
      } catch {
        return null; // another person's, or encrypted with an old key
      }
    },
  };
}
