"use client";

import { useCallback, useRef, useState } from "react";
import { AccountFields } from "@/components/bank-account/account-fields";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormState, FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { documentTypes } from "@/model/request";
import { ArrivingFileField } from "./arriving-file-field";
import { useRequestWords } from "./request-words-context";

const accept = documentTypes.join(",");
type Arrived = Readonly<Partial<Record<string, string>>>;

/** Form of a request: the documents that are asked for and the convenio's number. A correction also has a note. */
export function RequestForm({
  action,
  corrects = false,
  asksAgreement,
  form,
  arrived,
  answered,
  known,
  submit,
}: {
  /** Address of the route handler that takes it. */
  action: string;
  corrects?: boolean;
  /** Whether the convenio's number is asked for. */
  asksAgreement: boolean;
  /** Key under which uploaded documents are stored until the form is sent. */
  form: string;
  /** Names of the documents already uploaded, by field. */
  arrived: Arrived;
  answered: FormState;
  known?: FormValues;
  submit: string;
}) {
  const words = useRequestWords();
  const [kept, setKept] = useState(arrived);
  // The schema is loaded once and reads at each submission which documents are uploaded.
  const now = useRef(kept);
  const schema = async () => {
    const { requestFormWith } = await import("@/domain/request/schema");
    return requestFormWith(words.documents, (name) => now.current[name] !== undefined, words.account);
  };
  const keep = useCallback((field: string, name: string) => {
    now.current = { ...now.current, [field]: name };
    setKept(now.current);
  }, []);
  return (
    <Form
      action={action}
      schema={schema}
      answered={answered}
      known={known}
      order={[
        ...words.documents.map(({ field }) => field),
        ...["bank", "accountKind", "accountNumber"],
        ...["agreementNumber", "note"],
      ]}
    >
      {({ field }) => (
        <>
          {words.documents.length > 0 ? (
            <p className="text-hint text-ink-soft">{words.documentsHint}</p>
          ) : null}
          {words.documents.map(({ field: name, label, hint, faults }) => (
            <ArrivingFileField
              key={name}
              {...field(name)}
              form={form}
              kept={kept[name]}
              accept={accept}
              texts={{ ...words.arriving, faults }}
              label={label}
              hint={hint}
              onKept={keep}
            />
          ))}
          {words.account ? <AccountFields field={field} /> : null}
          {asksAgreement ? (
            <TextField
              {...field("agreementNumber")}
              label={words.agreement}
              hint={words.agreementHint}
              autoComplete="off"
              maxLength={40}
            />
          ) : null}
          {corrects ? <TextAreaField {...field("note")} label={words.note} maxLength={600} /> : null}
          <ActionBar>
            <SubmitButton>{submit}</SubmitButton>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
