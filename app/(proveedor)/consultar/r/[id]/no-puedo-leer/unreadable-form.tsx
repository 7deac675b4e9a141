"use client";

import { useCounterWords } from "@/app/(proveedor)/_answer/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { unreadableReasons } from "@/model/comparison";
import { unreadableAction } from "../actions";

const schema = () => import("@/domain/lookup/schema").then(({ UnreadableInput }) => UnreadableInput);

/** Asks why the paper cannot be read. */
export function UnreadableForm({ lookupId }: { lookupId: string }) {
  const { unreadable } = useCounterWords();
  return (
    <Form action={unreadableAction} schema={schema} hidden={{ lookupId }}>
      {({ field }) => (
        <>
          <RadioGroup
            {...field("reason")}
            legend={unreadable.title}
            options={unreadableReasons.map((value) => ({ value, label: unreadable.reasons[value] }))}
          />
          <SubmitButton pendingLabel={unreadable.submitting}>{unreadable.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
