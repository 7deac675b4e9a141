"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { FormState } from "./form-state";
import { keepOwn } from "./typed-store";

/** A form that the server stored for this browser, with its state. */
export type KeptForm = { page: string; form: string; state: FormState };

type KeptForms = {
  /** Pseudonym of the signed-in person; "" for a visitor. */
  owner: string;
  /** Of the person's paired device while nobody was named on it; "" for others. */
  device: string;
  kept: KeptForm | null;
};

const Context = createContext<KeptForms>({ owner: "", device: "", kept: null });

/** Tells every form its owner, and restores the stored values of one of them. */
export function KeptFormsProvider({ owner, device, kept, children }: KeptForms & { children: ReactNode }) {
  useEffect(() => {
    if (owner) keepOwn(owner, device);
  }, [owner, device]);
  return <Context value={{ owner, device, kept }}>{children}</Context>;
}

/** Pseudonym of the signed-in person; "" for a visitor. */
export const useOwner = (): string => useContext(Context).owner;

/** Pseudonyms by which this person's stored values are known. */
export function useOwnerAndDevice(): { owner: string; device: string } {
  const { owner, device } = useContext(Context);
  return { owner, device };
}

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
