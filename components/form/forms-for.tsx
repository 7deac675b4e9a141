"use client";

import { createContext, type ReactNode, useContext } from "react";

const Context = createContext<string | null>(null);

/**
 * Tells the forms below which provider they belong to. Each submits it, so that a form is never processed for
 * another provider.
 */
export function FormsFor({ provider, children }: { provider: string; children: ReactNode }) {
  return <Context value={provider}>{children}</Context>;
}

/** The provider of the forms here; null where they belong to none. */
export const useFormsFor = () => useContext(Context);
