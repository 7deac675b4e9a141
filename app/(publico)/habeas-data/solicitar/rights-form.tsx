"use client";

import { RadioGroup } from "@/components/form/choice-field";
import { SelectField, TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { IdNumberField } from "@/components/form/id-number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { fileRightsAction } from "../actions";
import { useRightsWords } from "../words-context";

type Option = { value: string; label: string };

const schema = () => import("@/domain/rights/schema").then(({ FileRightsInput }) => FileRightsInput);
const fieldOrder = [
  ...["kind", "asker", "name", "email", "idKind", "idNumber", "holderName", "proof", "words"],
] as const;

/** Asks what somebody wants to know or have done about their own data, and where the answer goes. */
export function RightsForm({
  kinds,
  askers,
  idKinds,
  idempotencyKey,
}: {
  kinds: Option[];
  askers: Option[];
  idKinds: Option[];
  idempotencyKey: string;
}) {
  const { form: words } = useRightsWords();
  return (
    <Form action={fileRightsAction} schema={schema} order={fieldOrder} idempotencyKey={idempotencyKey}>
      {({ field }) => (
        <>
          <RadioGroup {...field("kind")} legend={words.kind} options={kinds} />
          <RadioGroup {...field("asker")} legend={words.asker} options={askers} />
          <TextField {...field("name")} label={words.name} autoComplete="name" maxLength={120} />
          <TextField
            {...field("email")}
            label={words.email}
            hint={words.emailHint}
            type="email"
            autoComplete="email"
          />
          <SelectField
            {...field("idKind")}
            label={words.idKind}
            options={idKinds}
            emptyLabel={words.idKindEmpty}
            autoComplete="off"
          />
          <IdNumberField
            {...field("idNumber")}
            label={words.idNumber}
            hint={words.idHint}
            autoComplete="off"
            maxLength={60}
          />
          <fieldset className="mb-5">
            <legend className="mb-2 font-bold">{words.another}</legend>
            <TextField {...field("holderName")} label={words.holderName} autoComplete="off" maxLength={120} />
            <TextField
              {...field("proof")}
              label={words.proof}
              hint={words.proofHint}
              autoComplete="off"
              maxLength={400}
            />
          </fieldset>
          <TextAreaField {...field("words")} label={words.words} hint={words.wordsHint} maxLength={4_000} />
          <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
