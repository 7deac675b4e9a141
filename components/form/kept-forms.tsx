"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { FormState } from "./form-state";
import { forgetOthers } from "./typed-store";

/** A form that the server stored for this browser, with its state. */
export type KeptForm = { page: string; form: string; state: FormState };

type KeptForms = {
  /** Pseudonym of the signed-in person; "" for a visitor. */
  owner: string;
  kept: KeptForm | null;
};

const Context = createContext<KeptForms>({ owner: "", kept: null });

/** Tells every form its owner, and restores the stored values of one of them. */
export function KeptFormsProvider({ owner, kept, children }: KeptForms & { children: ReactNode }) {
  useEffect(() => {
    if (owner) forgetOthers(owner);
  }, [owner]);
  return <Context value={{ owner, kept }}>{children}</Context>;
}

/** Pseudonym of the signed-in person; "" for a visitor. */
export const useOwner = (): string => useContext(Context).owner;

/**
 * State of the form with this name: as the server stored it, with the result in the page's address.
 * @param answered result in the page's address, after a route handler took the form
 */
export function useKeptForm(name: string, answered: FormState): FormState {
  const { kept } = useContext(Context);
  const page = usePathname();
  if (kept?.form !== name || kept.page !== page) return answered;
  const { state } = kept;
  return state.status === "typed" && "values" in answered ? { ...answered, values: state.values } : state;
}
