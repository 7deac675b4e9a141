"use client";

import { RadioGroup } from "@/components/form/choice-field";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { inviteAction } from "./actions";
import { useTeamWords } from "./words-context";

const schema = () => import("@/domain/account/schema").then(({ InviteInput }) => InviteInput);
const roles = ["owner", "clerk", "viewer"] as const;

/** Invites a person by e-mail. */
export function InviteForm() {
  const { invite, ...words } = useTeamWords();
  return (
    <Form action={inviteAction} schema={schema} order={["name", "email", "role"]}>
      {({ field }) => (
        <>
          <TextField {...field("name")} label={invite.name} autoComplete="off" />
          <TextField {...field("email")} label={invite.email} type="email" autoComplete="off" />
          <RadioGroup
            {...field("role")}
            legend={invite.role}
            options={roles.map((value) => ({
              value,
              label: words.roles[value],
              hint: words.roleHints[value],
            }))}
          />
          <SubmitButton>{invite.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
