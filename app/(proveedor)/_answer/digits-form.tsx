"use client";

import { useEffect, useRef } from "react";
import { Form } from "@/components/form/form";
import { type FormState, idle } from "@/components/form/form-state";
import { IdNumberField } from "@/components/form/id-number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import type { AnswerWays } from "./answer-props";
import { useCounterWords } from "./words-context";

const schema = () =>
  import("@/domain/lookup/schema").then(({ DigitsInput }) => DigitsInput.pick({ digits: true }));

/** Four digits of the ID in the person's hand. */
export function DigitsForm({
  lookupId,
  action,
  practice,
  wrong,
}: {
  lookupId: string;
  action: AnswerWays["digits"];
  practice: boolean;
  /** Says that the ones of before were wrong. */
  wrong: string | null;
}) {
  const { digits } = useCounterWords();
  const form = useRef<HTMLFormElement>(null);
  // The page exists for this field; a counter with a keyboard types at once. After a miss the summary is heard.
  useEffect(() => {
    if (wrong === null) form.current?.querySelector<HTMLInputElement>("#digits")?.focus();
  }, [wrong]);
  const answered: FormState =
    wrong === null ? idle : { status: "invalid", fields: { digits: wrong }, values: {} };
  return (
    <Form
      ref={form}
      action={action}
      // What is wrong there is part of the lesson.
      schema={practice ? undefined : schema}
      answered={answered}
      hidden={{ lookupId }}
    >
      {({ field }) => (
        <>
          <IdNumberField {...field("digits")} label={digits.label} hint={digits.hint} autoComplete="off" />
          <ActionBar>
            <SubmitButton pendingLabel={digits.submitting}>{digits.submit}</SubmitButton>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
