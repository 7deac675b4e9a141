"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { SelectField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { findAction } from "./actions";

const schema = () => import("@/domain/order/schema").then(({ FindInput }) => FindInput);

/** One field for both numbers, because people do not always know which one they have. */
export function FindForm({
  kinds,
  kindHint,
}: {
  kinds: { value: string; label: string }[];
  kindHint?: string;
}) {
  const { find: words } = useAdminWords("orders");
  return (
    <Form className="max-w-xl" action={findAction} schema={schema}>
      {({ field }) => (
        <>
          <TextField {...field("number")} label={words.number} autoComplete="off" maxLength={60} digits />
          <SelectField
            {...field("kindCode")}
            label={words.kind}
            hint={kindHint}
            options={kinds}
            emptyLabel={words.anyKind}
          />
          <SubmitButton pendingLabel={words.finding}>{words.find}</SubmitButton>
        </>
      )}
    </Form>
  );
}
