"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { rejectAction, returnAction } from "./actions";

/** Both forms are on one page, so their fields have different names. */
const ways = {
  returned: {
    action: returnAction,
    schema: () => import("@/domain/request/schema").then(({ ReturnInput }) => ReturnInput),
    template: "returnTemplate",
    reason: "returnReason",
  },
  rejected: {
    action: rejectAction,
    schema: () => import("@/domain/request/schema").then(({ RejectInput }) => RejectInput),
    template: "rejectTemplate",
    reason: "rejectReason",
  },
};

/** A decision that needs a reason: a ready sentence, free text, or both. */
export function ReturnOrRejectForm({
  way,
  hidden,
}: {
  way: keyof typeof ways;
  /** The request, and what the page shows of it. */
  hidden: { requestId: string; seen: string };
}) {
  const { [way]: words, otherReason, reasonHint } = useAdminWords("requests");
  const { template, reason, ...sent } = ways[way];
  return (
    <Form {...sent} hidden={hidden} known={{ [template]: "" }} order={[template, reason]}>
      {({ field }) => (
        <>
          <RadioGroup
            {...field(template)}
            legend={words.legend}
            options={[
              ...words.templates.map((text) => ({ value: text, label: text })),
              { value: "", label: otherReason },
            ]}
          />
          <TextAreaField {...field(reason)} label={words.reason} hint={reasonHint} maxLength={600} />
          <SubmitButton variant="outline">{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
