"use client";

import { useTeamWords } from "@/app/(proveedor)/equipo/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { deviceAction } from "./actions";

const schema = () => import("@/domain/branch/schema").then(({ DeviceInput }) => DeviceInput);

/** Chooses which counter this device is. */
export function DeviceForm({
  choices,
  chosen,
}: {
  choices: { value: string; label: string; hint?: string }[];
  chosen: string;
}) {
  const { device } = useTeamWords();
  return (
    <Form action={deviceAction} schema={schema} known={{ counter: chosen }}>
      {({ field }) => (
        <>
          <RadioGroup {...field("counter")} legend={device.legend} options={choices} />
          <SubmitButton>{device.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
