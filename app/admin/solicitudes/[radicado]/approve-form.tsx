"use client";

import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { approveAction } from "./actions";
import type { DecisionHidden } from "./return-form";

/** One button; its label may carry the key that presses it. */
export function ApproveForm({ hidden, children }: { hidden: DecisionHidden; children: ReactNode }) {
  return (
    <Form action={approveAction} hidden={hidden}>
      <SubmitButton>{children}</SubmitButton>
    </Form>
  );
}
