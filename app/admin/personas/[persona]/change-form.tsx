"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { CajaRole } from "@/model/access";
import { changeOfficialAction } from "../actions";
import { RoleField } from "../role-field";

const schema = () => import("@/domain/account/schema").then(({ ChangeOfficialInput }) => ChangeOfficialInput);

/** Another name or role; one's own role is shown as it is and not asked. */
export function ChangeForm({
  person,
  name,
  role,
  own,
}: {
  person: string;
  name: string;
  role: CajaRole;
  own: boolean;
}) {
  const { person: words } = useAdminWords("people");
  const hidden = { person, was: role, nameWas: name, ...(own ? { role } : {}) };
  return (
    <Form
      action={changeOfficialAction}
      schema={schema}
      hidden={hidden}
      order={["name", "role"]}
      known={{ name, role }}
      suffix="cambio"
    >
      {({ field }) => (
        <>
          <TextField {...field("name")} label={words.name} autoComplete="off" />
          {own ? null : <RoleField {...field("role")} />}
          <SubmitButton>{words.save}</SubmitButton>
        </>
      )}
    </Form>
  );
}
