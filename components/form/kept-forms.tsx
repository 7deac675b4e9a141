"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { FormState } from "./form-state";
import { forgetOthers } from "./typed-store";

/** A form that the server kept for this browser, as it came back. */
export type KeptForm = { page: string; form: string; state: FormState };

type KeptForms = {
  /** Stands for the person who is signed in, and for nobody else; "" of a stranger. */
  owner: string;
  kept: KeptForm | null;
};

const Context = createContext<KeptForms>({ owner: "", kept: null });

/** Tells every form whose it is, and gives one of them back what the server kept. */
export function KeptFormsProvider({ owner, kept, children }: KeptForms & { children: ReactNode }) {
  useEffect(() => {
    if (owner) forgetOthers(owner);
  }, [owner]);
  return <Context value={{ owner, kept }}>{children}</Context>;
}

/** Stands for the person who is signed in; "" of a stranger. */
export const useOwner = (): string => useContext(Context).owner;

/**
 * How the form of this name came back: as the server kept it, with what the page itself knows of the sending.
 * @param answered what the page's address says, where a route handler took the form
 */
export function useKeptForm(name: string, answered: FormState): FormState {
  const { kept } = useContext(Context);
  const page = usePathname();
  if (kept?.form !== name || kept.page !== page) return answered;
  const { state } = kept;
  return state.status === "typed" && "values" in answered ? { ...answered, values: state.values } : state;
}
