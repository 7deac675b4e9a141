"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { nameOwnerAction } from "./actions";

const schema = () => import("@/domain/provider/owner-schema").then(({ OwnerInput }) => OwnerInput);
const fieldOrder = ["name", "email", "proof"];

/** Names another owner, with what proves it. */
export function OwnerForm({
  hidden,
}: {
  /** The provider, and what the page shows of it. */
  hidden: { provider: string; seen: string };
}) {
  const { owner: t } = useAdminWords("providers");
  return (
    <Form action={nameOwnerAction} schema={schema} hidden={hidden} order={fieldOrder} className="max-w-2xl">
      {({ field }) => (
        <>
          <TextField {...field("name")} label={t.name} autoComplete="off" />
          <TextField {...field("email")} label={t.email} type="email" autoComplete="off" />
          <TextAreaField {...field("proof")} label={t.proof} hint={t.proofHint} maxLength={600} />
          <SubmitButton>{t.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
