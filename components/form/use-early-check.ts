"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useRef } from "react";
import { type FieldValues, useForm } from "react-hook-form";
import type { z } from "zod";

/**
 * Checks a form in the browser with the server's schema before it is sent: a comfort on a form that works
 * without it. The fields stay the page's own; the server checks again.
 */
export function useEarlyCheck(schema: z.ZodType<FieldValues, FieldValues>) {
  const {
    reset,
    trigger,
    formState: { errors },
  } = useForm<FieldValues>({ resolver: zodResolver(schema) });
  const passed = useRef(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    // A button with an action of its own sends the form as it stands.
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (passed.current || submitter?.hasAttribute("data-unchecked")) {
      passed.current = false;
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    reset(Object.fromEntries(new FormData(form)));
    passed.current = await trigger();
    // Later, because a form that is still in its submit event ignores another one.
    if (passed.current) setTimeout(() => form.requestSubmit());
  };
  const early: Record<string, string> = {};
  for (const [name, error] of Object.entries(errors)) {
    if (typeof error?.message === "string") early[name] = error.message;
  }
  return { onSubmit, early };
}
