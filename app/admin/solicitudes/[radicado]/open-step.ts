import { isUuid } from "@/lib/http/uuid";
import { type ListQuery, listText } from "../address";

/** The forms of a reason that can be open over the desk, as its address names them. */
export const ways = ["corregir", "rechazar"] as const;
export type Doing = (typeof ways)[number] | null;

/** The same step as an address of the desk, taken with what is typed in the open form (abrir/route.ts). */
export function stepWithForm(href: string): string {
  const { pathname, searchParams, hash } = new URL(href, "https://desk.invalid");
  if (hash) searchParams.set("en", hash.slice(1));
  return `${pathname}/abrir?${searchParams}`;
}

/** How a document is marked on the way. */
const marks = ["good", "none"] as const;

/** Where such a step leads, and the mark that it sets; what the address does not know is left out. */
export function readStep(desk: string, params: URLSearchParams) {
  const one = (name: string) => params.get(name) ?? "";
  const query = new URLSearchParams(listText(Object.fromEntries(params) as ListQuery));
  const way = ways.find((name) => name === one("hacer"));
  if (way) query.set("hacer", way);
  if (isUuid(one("doc"))) query.set("doc", one("doc"));
  const place = /^[a-z][a-z0-9_-]{0,60}$/.test(one("en")) ? `#${one("en")}` : "";
  const mark = isUuid(one("marcar")) ? marks.find((name) => name === one("como")) : undefined;
  return {
    place: `${desk}${query.size > 0 ? `?${query}` : ""}${place}`,
    mark: mark ? { document: one("marcar"), mark } : null,
  };
}
