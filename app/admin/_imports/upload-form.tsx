"use client";

import type { ReactNode } from "react";
import { FileField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormState } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";

const accept = ".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file of orders or of convenios; the children are placed before the button. */
export function UploadForm({
  path,
  answered,
  label,
  hint,
  submit,
  children,
}: {
  /** Of its page. */
  path: string;
  answered: FormState;
  label: string;
  hint: string;
  submit: string;
  children: ReactNode;
}) {
  return (
    <Form className="mb-8 max-w-2xl" action={`${path}/enviar`} answered={answered}>
      {({ field }) => (
        <>
          <FileField {...field("archivo")} label={label} hint={hint} accept={accept} />
          {children}
          <SubmitButton>{submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
