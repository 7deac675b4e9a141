"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { inviteOfficialAction } from "./actions";
import { RoleField } from "./role-field";

const schema = () => import("@/domain/account/schema").then(({ InviteOfficialInput }) => InviteOfficialInput);

/** Invites one person of the caja by mail. */
export function InviteForm() {
  const { person: words } = useAdminWords("people");
  return (
    <Form action={inviteOfficialAction} schema={schema} order={["name", "email", "role"]}>
      {({ field }) => (
        <>
          <TextField {...field("name")} label={words.name} autoComplete="off" />
          <TextField {...field("email")} label={words.email} type="email" autoComplete="off" />
          <RoleField {...field("role")} />
          <SubmitButton>{words.invite}</SubmitButton>
        </>
      )}
    </Form>
  );
}
