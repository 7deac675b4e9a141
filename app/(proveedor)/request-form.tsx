"use client";

import { useCallback, useRef, useState } from "react";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormState, FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { documentTypes } from "@/model/request";
import { ArrivingFileField } from "./arriving-file-field";
import { useRequestWords } from "./request-words-context";

const accept = documentTypes.join(",");
const correction = () => import("@/domain/request/schema").then(({ CorrectionForm }) => CorrectionForm);
type Arrived = Partial<Record<"rut" | "camara", string>>;

const fieldOrder = ["rut", "camara", "agreementNumber", "note"];

/**
 * Form of a request: both documents and the convenio's number. A correction also has a note, and may keep its
 * documents.
 */
export function RequestForm({
  action,
  corrects = false,
  form,
  arrived,
  answered,
  known,
  hints,
  submit,
  due = ["rut", "camara"],
}: {
  /** Address of the route handler that takes it. */
  action: string;
  corrects?: boolean;
  /** Key under which uploaded documents are stored until the form is sent. */
  form: string;
  /** Names of the documents already uploaded, by field. */
  arrived: Arrived;
  answered: FormState;
  known?: FormValues;
  hints: { rut: string; chamber: string };
  submit: string;
  /** The documents that are asked for. */
  due?: readonly (keyof Arrived)[];
}) {
  const words = useRequestWords();
  const [kept, setKept] = useState(arrived);
  // The schema is loaded once and reads at each submission which documents are uploaded.
  const now = useRef(kept);
  const filing = async () => {
    const { requestFormWith } = await import("@/domain/request/schema");
    return requestFormWith((name) => now.current[name] !== undefined);
  };
  const keep = useCallback((field: keyof Arrived, name: string) => {
    now.current = { ...now.current, [field]: name };
    setKept(now.current);
  }, []);
  const keepRut = useCallback((name: string) => keep("rut", name), [keep]);
  const keepChamber = useCallback((name: string) => keep("camara", name), [keep]);
  const file = (name: keyof Arrived) => ({
    form,
    kept: kept[name],
    accept,
    texts: { ...words.arriving, faults: words.fileFaults[name] },
  });
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
          {due.length > 0 ? <p className="text-hint text-ink-soft">{words.documentsHint}</p> : null}
          {due.includes("rut") ? (
            <ArrivingFileField
              {...field("rut")}
              {...file("rut")}
              label={words.rut}
              hint={hints.rut}
              onKept={keepRut}
            />
          ) : null}
          {due.includes("camara") ? (
            <ArrivingFileField
              {...field("camara")}
              {...file("camara")}
              label={words.chamber}
              hint={hints.chamber}
              onKept={keepChamber}
            />
          ) : null}
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
