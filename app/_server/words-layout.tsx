import "server-only";
import type { ReactNode } from "react";
import { frameActor } from "./auth/frame-actor";

/**
 * Gives the words of a section's forms to whoever is signed in; a stranger, whom every page of the section sends to
 * the door, gets none of them. It guards nothing: every page and action asks for its own grant.
 * @param give puts the words around the page
 */
export async function WordsLayout({
  give,
  children,
}: {
  give: (page: ReactNode) => Promise<ReactNode>;
  children: ReactNode;
}) {
  return (await frameActor()) ? give(children) : children;
}
