"use client";

import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { saveBranchAction, saveCounterAction } from "./place-actions";

const named = {
  branch: {
    action: saveBranchAction,
    schema: () => import("@/domain/branch/schema").then(({ BranchNameInput }) => BranchNameInput),
  },
  counter: {
    action: saveCounterAction,
    schema: () => import("@/domain/branch/schema").then(({ CounterNameInput }) => CounterNameInput),
  },
};

/** Form for the name of a branch or counter. A page has several of them, so their field ids end in `id`. */
export function NameForm({
  of,
  id,
  hidden,
  known = "",
  label,
  hint,
  button,
}: {
  of: keyof typeof named;
  id: string;
  hidden?: Readonly<Record<string, string>>;
  known?: string;
  label: string;
  hint?: string;
  button: string;
}) {
  return (
    <Form {...named[of]} suffix={id} hidden={hidden} known={{ name: known }}>
      {({ field }) => (
        <>
          <TextField {...field("name")} label={label} hint={hint} autoComplete="off" maxLength={80} />
          <SubmitButton variant="outline">{button}</SubmitButton>
        </>
      )}
    </Form>
  );
}
