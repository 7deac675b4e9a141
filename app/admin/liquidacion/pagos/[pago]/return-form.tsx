"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { returnPaymentAction } from "../actions";

const schema = () => import("@/domain/payment/schema").then(({ ReturnPaymentInput }) => ReturnPaymentInput);

/** Returns a payment run to its maker, or withdraws an own one, with a reason. */
export function ReturnForm({ payment, submit }: { payment: string; submit: string }) {
  const { returned: words } = useAdminWords("settlement");
  return (
    <Form
      className="max-w-xl"
      action={returnPaymentAction}
      schema={schema}
      hidden={{ payment }}
      order={["reason"]}
    >
      {({ field }) => (
        <>
          <TextAreaField {...field("reason")} label={words.reason} hint={words.hint} maxLength={600} />
          <SubmitButton variant="outline">{submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
