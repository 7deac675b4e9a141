"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { revokeAction, rotateAction } from "./actions";

const changes = {
  rotate: {
    action: rotateAction,
    schema: () => import("@/domain/order-code/key-ring-schema").then(({ RotateInput }) => RotateInput),
  },
  revoke: {
    action: revokeAction,
    schema: () => import("@/domain/order-code/key-ring-schema").then(({ RevokeInput }) => RevokeInput),
  },
};
const fieldOrder = ["word", "password"];

/** Confirmation of a change of keys: the password and, for a rotation, the word. */
export function KeyForm({
  change,
  hidden,
  submit,
}: {
  change: keyof typeof changes;
  hidden: { active: number } | { key: number };
  submit: string;
}) {
  const { key: words } = useAdminWords("settings");
  return (
    <Form className="max-w-2xl" {...changes[change]} hidden={hidden} order={fieldOrder}>
      {({ field }) => (
        <>
          {change === "rotate" ? (
            <TextField {...field("word")} label={words.word} autoComplete="off" maxLength={20} />
          ) : null}
          <PasswordField {...field("password")} label={words.password} autoComplete="current-password" />
          <SubmitButton>{submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
