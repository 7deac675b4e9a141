"use client";

import { useAccountWords } from "@/app/(cuenta)/words-context";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { changeProfileAction } from "./actions";

const schema = () => import("@/domain/own-account/schema").then(({ ProfileInput }) => ProfileInput);

/** Asks for the person's name and mobile. */
export function ProfileForm({ known }: { known: { name: string; mobile: string } }) {
  const { ownAccount } = useAccountWords();
  return (
    <Form action={changeProfileAction} schema={schema} known={known} order={["name", "mobile"]}>
      {({ field }) => (
        <>
          <TextField {...field("name")} label={ownAccount.name} autoComplete="name" />
          <TextField
            {...field("mobile")}
            label={ownAccount.mobile}
            hint={ownAccount.mobileHint}
            type="tel"
            autoComplete="tel-national"
          />
          <SubmitButton>{ownAccount.saveProfile}</SubmitButton>
        </>
      )}
    </Form>
  );
}
