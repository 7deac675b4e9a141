"use client";

import { type ChangeEvent, useRef } from "react";
import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextAreaField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { decideReportAction } from "./actions";

type Option = { value: string; label: string; hint?: string };

const schema = () => import("@/domain/report/schema").then(({ DecideReportInput }) => DecideReportInput);
const fieldOrder = ["outcome", "answer", "orderAction"];

/** Closes a report. Choosing an outcome fills in its usual answer, unless somebody has typed another. */
export function DecideForm({
  hidden,
  outcomes,
  actions,
}: {
  /** The report, and what the page shows of its order. */
  hidden: { folio: string; seen: string };
  outcomes: Option[];
  /** Omitted when there is only one possibility. */
  actions: Option[];
}) {
  const { report: words } = useAdminWords("reports");
  const form = useRef<HTMLFormElement>(null);
  const usual: Readonly<Record<string, string>> = words.usual;
  const only = actions.length === 1 ? actions[0] : undefined;
  const fillAnswer = ({ target }: ChangeEvent<HTMLFormElement>) => {
    const answer = form.current?.elements.namedItem("answer");
    if (target.name !== "outcome" || !(answer instanceof HTMLTextAreaElement)) return;
    const untouched = answer.value.trim() === "" || Object.values(usual).includes(answer.value);
    if (untouched) answer.value = usual[target.value] ?? "";
  };
  return (
    <Form
      ref={form}
      className="max-w-2xl"
      action={decideReportAction}
      schema={schema}
      hidden={only ? { ...hidden, orderAction: only.value } : hidden}
      order={fieldOrder}
      onChange={fillAnswer}
    >
      {({ field }) => (
        <>
          <RadioGroup {...field("outcome")} legend={words.outcomeLegend} options={outcomes} />
          <TextAreaField {...field("answer")} label={words.answer} hint={words.answerHint} maxLength={600} />
          {only ? null : (
            <RadioGroup {...field("orderAction")} legend={words.actionLegend} options={actions} />
          )}
          <SubmitButton>{words.submit}</SubmitButton>
        </>
      )}
    </Form>
  );
}
