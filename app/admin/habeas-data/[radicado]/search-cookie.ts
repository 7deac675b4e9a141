import "server-only";
import { personCookies } from "@/app/_server/http/person-cookies";
import { searchCookie } from "@/app/admin/search-cookie";
import { FindAccountInput } from "@/domain/rights/schema";

const cookie = searchCookie(
  { ...personCookies.rightsAccount, place: "search.rights_account" },
  (stored) => FindAccountInput.safeParse(JSON.parse(stored)).data ?? null,
);

export const keepSearch = (personId: string, search: FindAccountInput) =>
  cookie.keep(personId, JSON.stringify(search));

/** What this person looked for an account by, and for which request. */
export const lastSearch = cookie.last;
