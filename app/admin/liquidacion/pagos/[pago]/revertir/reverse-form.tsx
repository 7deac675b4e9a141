"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { CheckboxField } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { reversePaymentAction } from "../../actions";

const schema = () => import("@/domain/payment/schema").then(({ ReversePaymentInput }) => ReversePaymentInput);

/** Ticks invoices that were paid by mistake and asks for their reversal. */
export function ReverseForm({
  idempotencyKey,
  payment,
  legend,
  invoices,
}: {
  idempotencyKey: string;
  payment: string;
  legend: string;
  invoices: { value: string; label: string }[];
}) {
  const { reverse: words } = useAdminWords("settlement");
  return (
    <Form
      className="max-w-2xl"
      action={reversePaymentAction}
      schema={schema}
      hidden={{ payment }}
      idempotencyKey={idempotencyKey}
      order={["invoices", "reason"]}
    >
      {({ field, tickOf }) => (
        <>
          <fieldset>
            <legend className="font-bold">{legend}</legend>
            {invoices.map(({ value, label }, at) => (
              <CheckboxField key={value} {...tickOf("invoices", value, at)} label={label} />
            ))}
          </fieldset>
          <TextAreaField {...field("reason")} label={words.reason} hint={words.hint} maxLength={600} />
          <SubmitButton>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
