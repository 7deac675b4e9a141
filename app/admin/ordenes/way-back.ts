import "server-only";
import { headers } from "next/headers";
import { LIST_PATH } from "@/app/admin/_orders/list-address";
import { ownPath } from "@/lib/http/own-path";
import { pathWith } from "@/lib/http/query";

const PARAM = "volver";
export const RESULTS_PATH = "/admin/ordenes/resultados";

/** Address of an order's page, or of one of its acts, that knows the list it was opened from. */
export function orderPath(id: string, from: string | null, params: Readonly<Record<string, string>> = {}) {
  return pathWith(`/admin/ordenes/${id}`, { ...params, [PARAM]: from ?? "" });
}

/**
 * The list that the order of this page was opened from, with its filters, its sorting and its place; null when it was
 * opened from elsewhere. The page's own address has it, and a form posts to the address of its page.
 */
export async function openedFrom(): Promise<string | null> {
  const here = (await headers()).get("x-path") ?? "/";
  const typed = new URLSearchParams(here.split("?")[1] ?? "").get(PARAM);
  const path = ownPath(typed ?? undefined);
  const [page] = (path ?? "").split("?");
  return page === LIST_PATH || page === RESULTS_PATH ? path : null;
}

/** The way back from an order: to its row of the list. Found by a search it leads to what was found. */
export async function wayBack(
  id: string,
  words: Readonly<Record<"toList" | "toResults" | "toOrders", string>>,
): Promise<{ href: string; label: string }> {
  const from = await openedFrom();
  if (from?.startsWith(RESULTS_PATH)) return { href: from, label: words.toResults };
  return from
    ? { href: `${from}#${rowId(id)}`, label: words.toList }
    : { href: "/admin/ordenes", label: words.toOrders };
}

/** Name of an order's row in the list. */
export const rowId = (id: string) => `orden-${id}`;

/** The page of the order whose form was posted, with the way back that it had. */
export async function backToOrder(id: string, params?: Readonly<Record<string, string>>): Promise<string> {
  return orderPath(id, await openedFrom(), params);
}
