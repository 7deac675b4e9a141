"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { AccountFields } from "@/components/bank-account/account-fields";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { proposeAccountAction, refuseAccountAction } from "./actions";

const proposal = () => import("@/domain/bank-account/schema").then(({ ProposeInput }) => ProposeInput);
const refusal = () =>
  import("@/domain/bank-account/schema").then(({ RefuseAccountInput }) => RefuseAccountInput);

/** Proposes another account of a provider, with a reason. */
export function ProposeForm({ hidden }: { hidden: Readonly<Record<"provider" | "current", string>> }) {
  const { account } = useAdminWords("providers");
  return (
    <Form
      action={proposeAccountAction}
      schema={proposal}
      hidden={hidden}
      order={["bank", "accountKind", "accountNumber", "reason"]}
      className="max-w-2xl"
    >
      {({ field }) => (
        <>
          <AccountFields field={field} />
          <TextAreaField
            {...field("reason")}
            label={account.reason}
            hint={account.reasonHint}
            maxLength={600}
          />
          <SubmitButton>{account.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Refuses the proposed account with a reason, or withdraws it. */
export function RefuseForm({
  hidden,
  submit,
}: {
  hidden: Readonly<Record<"provider" | "account", string>>;
  submit: string;
}) {
  const { account } = useAdminWords("providers");
  return (
    <Form
      action={refuseAccountAction}
      schema={refusal}
      hidden={hidden}
      order={["reason"]}
      className="max-w-2xl"
    >
      {({ field }) => (
        <>
          <TextAreaField {...field("reason")} label={account.reason} maxLength={600} />
          <SubmitButton variant="outline">{submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
