import "server-only";
import { searchCookie } from "@/app/admin/search-cookie";
import { SearchInput } from "@/domain/search/schema";

/** What this person searched everywhere. */
export const { keep: keepSearch, last: lastSearch } = searchCookie(
  { name: "busqueda_general", path: "/admin/buscar", place: "search.everywhere" },
  (stored) => SearchInput.safeParse({ q: stored }).data?.q ?? null,
);
