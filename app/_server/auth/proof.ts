import "server-only";
import { pathWith } from "@/lib/http/query";
import { asksAgain, type Permission } from "@/model/access";
import { sessionPage } from "./session";

/** What an act asks for: its permission, and whether it asks again who is there, where that differs from it. */
export type Needed = { permission: Permission; again?: boolean };

/**
 * Whether this act has to ask who is there first, because nobody proved it within the last minutes. Every action and
 * every export passes here; the database's clock decides.
 */
export async function mustAskAgain({ permission, again = asksAgain(permission) }: Needed): Promise<boolean> {
  return again && !(await sessionPage()).proven;
}

/**
 * The page that asks, and returns to this one.
 * @param typed whether a form that was sent is kept for the page, which the asking page then says
 */
export const askAgainPlace = (page: string, typed: boolean) =>
  pathWith("/confirmar", { volver: page, motivo: typed ? "envio" : "" });
