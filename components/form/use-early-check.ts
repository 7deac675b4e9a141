"use client";

import { type FocusEvent, type FormEvent, type FormEventHandler, useRef, useState } from "react";
import type { EarlyCheck, FormSchema } from "./early-check";

/** Fields that keep their place when a text appears above them: a press that is under way is not lost. */
const TYPED_INTO = "textarea, select, input:not([type=checkbox], [type=radio], [type=file])";

/** How long a sending waits for the check to be loaded; over a weak signal the server's own check is the faster one. */
const LONGEST_WAIT_MS = 400;

/**
 * Checks a form in the browser, field by field as they are left and whole before it is sent: a comfort on a form
 * that works without it. What it needs is loaded when the person points into the form or types; the server checks again.
 * @param guard runs first; what it prevents is neither checked nor sent
 */
export function useEarlyCheck(
  schema: (() => Promise<FormSchema>) | undefined,
  guard?: FormEventHandler<HTMLFormElement>,
) {
  const [early, setEarly] = useState<Record<string, string>>({});
  const [left, setLeft] = useState<Record<string, string | undefined>>({});
  const loading = useRef<Promise<EarlyCheck | null>>(null);
  const step = useRef<"idle" | "checking" | "passed">("idle");

  const load = () => {
    if (schema) loading.current ??= loadCheck(schema);
    return loading.current;
  };

  /** A form whose check cannot be loaded, or not in time, is sent as it is. */
  const faultsOf = async (form: HTMLFormElement, check = load()) =>
    (await (await check)?.(new FormData(form))) ?? {};

  const onBlur = async ({ target, relatedTarget, currentTarget }: FocusEvent<HTMLFormElement>) => {
    if (!schema || !target.matches(TYPED_INTO) || target.value === "") return;
    if (!relatedTarget?.matches(TYPED_INTO) || !currentTarget.contains(relatedTarget)) return;
    const found = await faultsOf(currentTarget);
    // Fields that were left before may hang on this one, as a check digit does on its NIT.
    setLeft((before) =>
      Object.fromEntries([...Object.keys(before), target.name].map((name) => [name, found[name]])),
    );
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    guard?.(event);
    // A button with an action of its own sends the form as it stands.
    const { submitter } = event.nativeEvent as SubmitEvent;
    const unchecked = event.defaultPrevented || submitter?.hasAttribute("data-unchecked");
    if (!schema || unchecked || step.current === "passed") {
      step.current = "idle";
      return;
    }
    event.preventDefault();
    if (step.current === "checking") return;
    step.current = "checking";
    const form = event.currentTarget;
    const found = await faultsOf(form, Promise.race([load(), afterLongestWait()]));
    setEarly(found);
    setLeft({});
    step.current = Object.keys(found).length > 0 ? "idle" : "passed";
    // Later, because a form that is still in its submit event ignores another one.
    if (step.current === "passed") setTimeout(() => form.requestSubmit(submitter));
  };

  // A field that the page puts the focus in is not yet a person who types: over a weak signal the page goes first.
  return { early, left, handlers: { onPointerDownCapture: load, onInputCapture: load, onBlur, onSubmit } };
}

async function loadCheck(schema: () => Promise<FormSchema>): Promise<EarlyCheck | null> {
  try {
    const [{ earlyCheck }, loaded] = await Promise.all([import("./early-check"), schema()]);
    return earlyCheck(loaded);
  } catch {
    return null;
  }
}

function afterLongestWait(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), LONGEST_WAIT_MS));
}
