import "server-only";
import type { ReactNode } from "react";
import { frameActor } from "./auth/frame-actor";

/**
 * Provides the words of a section's forms to signed-in people. Others, whom every page redirects to the
 * sign-in, get none. It checks no access: every page and action asks for its own grant.
 * @param give wraps the page in the words
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
