"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { FormState } from "./form-state";
import { keepOwn } from "./typed-store";

/** A form that the server stored for this browser, with its state. */
export type KeptForm = { page: string; form: string; state: FormState };

type Owners = {
  /** Pseudonym of the signed-in person in their company; "" for a visitor. */
  owner: string;
  /** Of the person in all their companies; "" for a visitor. */
  person: string;
  /**
   * Those that what they typed may stand under too, with spaces between: of their paired device while nobody was named
   * on it, and from before AUTH_SECRET was rotated. "" for most.
   */
  earlier: string;
};

type KeptForms = {
  owners: Owners;
  kept: KeptForm | null;
};

const Context = createContext<KeptForms>({ owners: { owner: "", person: "", earlier: "" }, kept: null });

/** Tells every form its owner, and restores the stored values of one of them. */
export function KeptFormsProvider({ owners, kept, children }: KeptForms & { children: ReactNode }) {
  const { owner, person, earlier } = owners;
  useEffect(() => {
    if (owner) keepOwn({ owner, person, earlier });
  }, [owner, person, earlier]);
  return <Context value={{ owners, kept }}>{children}</Context>;
}

/** Pseudonym of the signed-in person in their company; "" for a visitor. */
export const useOwner = (): string => useOwners().owner;

/** Pseudonyms by which this person's stored values are known. */
export const useOwners = (): Owners => useContext(Context).owners;

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
