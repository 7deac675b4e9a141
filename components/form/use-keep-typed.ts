"use client";

import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { digest } from "./form-name";
import type { FormState } from "./form-state";
import { useOwners } from "./kept-forms";
import { fillIn, typedIn } from "./typed-fields";
import { placeOf, readTyped, saveTyped, saveTypedSoon, settleTyped } from "./typed-store";

/**
 * Stores what is typed into a form until it is accepted, and restores it after a reload, going back, the end of
 * the session or a lost connection.
 * @param name of the form, as `formName` makes it
 * @param back state of the form; its values are in the fields already
 */
export function useKeepTyped({ name, back, pending }: { name: string; back: FormState; pending: boolean }) {
  const { owner, person, earlier } = useOwners();
  const anchor = useRef<HTMLInputElement>(null);
  const place = useRef("");
  const wasPending = useRef(false);
  const isFilling = useRef(false);
  const [key, setKey] = useState<string>();
  const cameBack = "values" in back;
  const [over] = useState(() => "values" in back && digest(JSON.stringify(back.values)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that comes later is not a return to the page
  useEffect(() => {
    place.current = placeOf(name, owner);
    const form = anchor.current?.form;
    // What they typed under an earlier pseudonym stands there still.
    const places = `${owner} ${earlier}`.trim().split(" ");
    const typed = places.map((whose) => readTyped(placeOf(name, whose), over)).find(Boolean);
    if (!form || !typed) return;
    isFilling.current = true;
    fillIn(form, typed);
    isFilling.current = false;
    // React renders it: a value that only the field had would be lost with the next rendering.
    if (typeof typed.key === "string") setKey(typed.key);
  }, [name, owner, earlier]);

  useEffect(() => {
    if (wasPending.current && !pending) settleTyped(place.current, !cameBack);
    wasPending.current = pending;
  }, [pending, cameBack]);

  const typedOf = (form: HTMLFormElement, sent: boolean) => ({
    owner,
    person,
    values: typedIn(form),
    sent,
    over,
  });
  return {
    anchor,
    owner,
    /** Idempotency key with which the restored values were sent, if they were. */
    key,
    /** Whether a change comes from restoring values and not from typing. */
    isFilling: () => isFilling.current,
    onInput: ({ currentTarget }: SyntheticEvent<HTMLFormElement>) => {
      if (isFilling.current) return;
      place.current = placeOf(name, owner);
      saveTypedSoon(place.current, () => typedOf(currentTarget, false));
    },
    onSent: (form: HTMLFormElement) => {
      place.current = placeOf(name, owner);
      saveTyped(place.current, typedOf(form, true));
    },
  };
}
