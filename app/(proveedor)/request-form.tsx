"use client";

import { FileField, TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormState, FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { documentTypes } from "@/model/request";
import { useRequestWords } from "./request-words-context";

const accept = documentTypes.join(",");
const filing = () => import("@/domain/request/schema").then(({ RequestForm }) => RequestForm);
const correction = () => import("@/domain/request/schema").then(({ CorrectionForm }) => CorrectionForm);
const fieldOrder = ["rut", "camara", "agreementNumber", "note"];

/** Both papers and the convenio's number; a correction has a note beside them, and its papers may stay. */
export function RequestForm({
  action,
  corrects = false,
  answered,
  known,
  hints,
  submit,
}: {
  /** Address of the route handler that takes it. */
  action: string;
  corrects?: boolean;
  answered: FormState;
  known?: FormValues;
  hints: { rut: string; chamber: string };
  submit: string;
}) {
  const words = useRequestWords();
  return (
    <Form
      action={action}
      schema={corrects ? correction : filing}
      answered={answered}
      known={known}
      order={fieldOrder}
    >
      {({ field }) => (
        <>
          <p className="text-hint text-ink-soft">
            {answered.status === "invalid" ? words.chooseAgain : words.documentsHint}
          </p>
          <FileField {...field("rut")} label={words.rut} hint={hints.rut} accept={accept} />
          <FileField {...field("camara")} label={words.chamber} hint={hints.chamber} accept={accept} />
          <TextField
            {...field("agreementNumber")}
            label={words.agreement}
            hint={words.agreementHint}
            autoComplete="off"
            maxLength={40}
          />
          {corrects ? <TextAreaField {...field("note")} label={words.note} maxLength={600} /> : null}
          <ActionBar>
            <SubmitButton>{submit}</SubmitButton>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
