"use client";

import { CounterForm } from "@/app/_offline/counter-form";
import { useCounterWords } from "@/app/(proveedor)/_answer/words-context";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { OrderFields } from "../../_answer/order-fields";
import { practiseLookUpAction } from "../actions";

const schema = () =>
  import("@/domain/practice/schema").then(({ PracticeLookUpInput }) => PracticeLookUpInput);

/** The counter's look-up form for a practice order. */
export function PracticeForm({ code }: { code: string }) {
  const { practice } = useCounterWords();
  return (
    <CounterForm
      action={practiseLookUpAction}
      schema={schema}
      hidden={{ code }}
      order={["idNumber", "number"]}
    >
      {({ field }, note) => (
        <>
          <OrderFields field={field} />
          {note}
          <ActionBar>
            <SubmitButton pendingLabel={practice.submitting}>{practice.submit}</SubmitButton>
          </ActionBar>
        </>
      )}
    </CounterForm>
  );
}
