import "server-only";
import { personCookies } from "@/app/_server/http/person-cookies";
import { searchCookie } from "@/app/admin/search-cookie";
import { SearchInput } from "@/domain/search/schema";

/** What this person searched everywhere. */
export const { keep: keepSearch, last: lastSearch } = searchCookie(
  { ...personCookies.search, place: "search.everywhere" },
  (stored) => SearchInput.safeParse({ q: stored }).data?.q ?? null,
);
