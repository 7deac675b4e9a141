import "server-only";
import { personCookies } from "@/app/_server/http/person-cookies";
import { searchCookie } from "@/app/admin/search-cookie";
import { FindInput } from "@/domain/order/schema";

const cookie = searchCookie(
  { ...personCookies.orderSearch, place: "search.order" },
  (stored) => FindInput.safeParse(JSON.parse(stored)).data ?? null,
);

export const keepSearch = (personId: string, search: FindInput) =>
  cookie.keep(personId, JSON.stringify(search));

/** The order that this person searched last. */
export const lastSearch = cookie.last;
