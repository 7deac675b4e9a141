"use client";

import { createContext, type ReactNode, useContext } from "react";

const Context = createContext<string | null>(null);

/** Says for which provider the forms below are made: each sends it along, so that none is taken for another's. */
export function FormsFor({ provider, children }: { provider: string; children: ReactNode }) {
  return <Context value={provider}>{children}</Context>;
}

/** The provider that the forms here are made for; null where they are for none. */
export const useFormsFor = () => useContext(Context);
