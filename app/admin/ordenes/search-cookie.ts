import "server-only";
import { searchCookie } from "@/app/admin/search-cookie";
import { FindInput } from "@/domain/order/schema";

const cookie = searchCookie(
  { name: "busqueda", path: "/admin/ordenes", place: "search.order" },
  (stored) => FindInput.safeParse(JSON.parse(stored)).data ?? null,
);

export const keepSearch = (personId: string, search: FindInput) =>
  cookie.keep(personId, JSON.stringify(search));

/** The order that this person searched last. */
export const lastSearch = cookie.last;
