"use client";

import { useActionState } from "react";
import type { AccountFormWords } from "@/app/_server/form-words";
import { RadioGroup, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { inviteAction } from "./actions";

/** Invites one person by mail. */
export function InviteForm({
  words,
  roles,
}: {
  words: AccountFormWords & Record<"name" | "email" | "role" | "submit", string>;
  roles: { value: string; label: string; hint: string }[];
}) {
  const [state, submit] = useActionState(inviteAction, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <TextField
        name="name"
        label={words.name}
        error={view.error("name")}
        defaultValue={view.text("name")}
        autoComplete="off"
      />
      <TextField
        name="email"
        label={words.email}
        error={view.error("email")}
        defaultValue={view.text("email")}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <RadioGroup
        key={view.text("role")}
        name="role"
        legend={words.role}
        options={roles}
        error={view.error("role")}
        defaultValue={view.text("role")}
      />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
