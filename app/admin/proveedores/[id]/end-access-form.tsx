"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { endProviderAccessAction } from "./actions";

const schema = () => import("@/domain/provider/access-schema").then(({ EndAccessInput }) => EndAccessInput);
const fieldOrder = ["who", "reason"];

/** Ends the access of somebody of a provider, with a reason that they read. */
export function EndAccessForm({
  hidden,
  people,
}: {
  /** The provider, and what the page shows of it. */
  hidden: { provider: string; seen: string };
  people: { value: string; label: string; hint?: string }[];
}) {
  const { access: t } = useAdminWords("providers");
  return (
    <Form
      action={endProviderAccessAction}
      schema={schema}
      hidden={hidden}
      order={fieldOrder}
      className="max-w-2xl"
    >
      {({ field }) => (
        <>
          <RadioGroup {...field("who")} legend={t.who} options={people} />
          <TextAreaField {...field("reason")} label={t.reason} hint={t.reasonHint} maxLength={600} />
          <SubmitButton>{t.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
