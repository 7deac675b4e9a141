"use client";

import { type FocusEvent, type FormEvent, type FormEventHandler, useRef, useState } from "react";
import type { EarlyCheck, FormSchema } from "./early-check";

/** Elements that keep their place when an error appears above them, so that a press in progress is not lost. */
const TYPED_INTO = "textarea, select, input:not([type=checkbox], [type=radio], [type=file])";

/** How long a submission waits for the schema to load; over a weak connection the server's validation is faster. */
const LONGEST_WAIT_MS = 400;

/**
 * Validates a form in the browser: each field on blur, and all before the submission. The form works without
 * it, and the server validates again. The schema is loaded on the first interaction.
 * @param guard runs first; when it prevents the event, the form is neither validated nor sent
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

  /**
   * What the form holds now is validated, and not what is chosen while the schema loads: nobody has sent that. When
   * the schema cannot be loaded in time, the form is sent without validation.
   */
  const faultsOf = async (form: HTMLFormElement, check = load()) => {
    const held = new FormData(form);
    return (await (await check)?.(held)) ?? {};
  };

  const onBlur = async ({ target, relatedTarget, currentTarget }: FocusEvent<HTMLFormElement>) => {
    if (!schema || !target.matches(TYPED_INTO) || target.value === "") return;
    if (!relatedTarget?.matches(TYPED_INTO) || !currentTarget.contains(relatedTarget)) return;
    const found = await faultsOf(currentTarget);
    // Fields that were left before can depend on this one, as a check digit depends on its NIT.
    setLeft((before) =>
      Object.fromEntries([...Object.keys(before), target.name].map((name) => [name, found[name]])),
    );
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    guard?.(event);
    // A button that takes what may be unfinished submits without validation.
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
    // Deferred, because a form ignores requestSubmit during its submit event.
    if (step.current === "passed") setTimeout(() => form.requestSubmit(submitter));
  };

  // An autofocus is no interaction: over a weak connection the page must load first.
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
