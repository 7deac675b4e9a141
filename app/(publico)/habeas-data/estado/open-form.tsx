"use client";

import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { completeRightsAction, openRightsAction } from "../actions";
import { useRightsWords } from "../words-context";

const openSchema = () => import("@/domain/rights/schema").then(({ OpenRightsInput }) => OpenRightsInput);
const completeSchema = () =>
  import("@/domain/rights/schema").then(({ CompleteRightsInput }) => CompleteRightsInput);

/** Asks for the number and the code of the mail. */
export function OpenRightsForm() {
  const { open: words } = useRightsWords();
  return (
    <Form action={openRightsAction} schema={openSchema} order={["number", "code"]}>
      {({ field }) => (
        <>
          <TextField {...field("number")} label={words.number} autoComplete="off" capitals maxLength={60} />
          <TextField
            {...field("code")}
            label={words.code}
            autoComplete="off"
            capitals
            digits
            maxLength={60}
          />
          <SubmitButton>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Takes what the desk asked for. */
export function CompleteRightsForm() {
  const { status: words } = useRightsWords();
  return (
    <Form action={completeRightsAction} schema={completeSchema} suffix="falta">
      {({ field }) => (
        <>
          <TextAreaField {...field("text")} label={words.complete} maxLength={4_000} />
          <SubmitButton>{words.completeSubmit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
