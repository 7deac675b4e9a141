"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { endAccessAction } from "../actions";

const schema = () => import("@/domain/account/schema").then(({ EndAccessInput }) => EndAccessInput);
const causes = ["left", "moved", "other"] as const;

/** Ends a person's access, with why. */
export function EndForm({ person }: { person: string }) {
  const { person: words, causes: labels } = useAdminWords("people");
  return (
    <Form action={endAccessAction} schema={schema} hidden={{ person }} suffix="fin">
      {({ field }) => (
        <>
          <RadioGroup
            {...field("cause")}
            legend={words.cause}
            options={causes.map((value) => ({ value, label: labels[value] }))}
          />
          <SubmitButton variant="outline">{words.end}</SubmitButton>
        </>
      )}
    </Form>
  );
}
