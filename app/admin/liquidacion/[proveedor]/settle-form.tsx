"use client";

import { type MouseEvent, type ReactNode, useActionState } from "react";
import { RadioGroup, TextAreaField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { buttonClass } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/table";
import { settleAction } from "./actions";

type UseRow = Record<
  "useId" | "version" | "receipt" | "mark" | "date" | "order" | "place" | "amount" | "state",
  string
>;

/** Ticks every use of the page; once all are ticked, none. */
function markAll({ currentTarget }: MouseEvent<HTMLButtonElement>) {
  const boxes = [...(currentTarget.form?.querySelectorAll<HTMLInputElement>('input[name="uses"]') ?? [])];
  const ticked = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !ticked;
}

/** Ticks uses and moves them, all or none. */
export function SettleForm({
  providerId,
  kept,
  caption,
  columns,
  uses,
  acts,
  words,
  children,
}: {
  providerId: string;
  /** What of the page is shown again after it. */
  kept: Readonly<Record<"from" | "until" | "state" | "size", string>>;
  caption: string;
  columns: Column[];
  uses: UseRow[];
  /** The steps to the other pages. */
  children: ReactNode;
  acts: { value: string; label: string }[];
  words: FormWords &
    Record<
      | "actTitle"
      | "markAll"
      | "invoice"
      | "invoiceHint"
      | "cufe"
      | "cufeHint"
      | "reason"
      | "reasonHint"
      | "submit"
      | "sending",
      string
    >;
}) {
  const [state, submit] = useActionState(settleAction, idle);
  const view = useFormView({ state, words, order: ["uses", "to", "invoice", "cufe", "reason"] });
  const ticked = "values" in state ? [state.values.uses ?? []].flat() : [];
  const isTicked = (useId: string) => ticked.some((shown) => shown.startsWith(useId));
  const field = (name: "invoice" | "cufe", maxLength: number) => (
    <TextField
      name={name}
      label={words[name]}
      hint={words[`${name}Hint`]}
      error={view.error(name)}
      defaultValue={view.text(name)}
      autoComplete="off"
      maxLength={maxLength}
    />
  );
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="providerId" value={providerId} />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="noscript:hidden print:hidden">
        <button type="button" className={buttonClass("outline")} onClick={markAll}>
          {words.markAll}
        </button>
      </p>
      <DataTable
        caption={caption}
        empty={null}
        columns={columns}
        rows={uses.map(({ useId, version, mark, ...row }, at) => ({
          ...row,
          // The summary's link goes to the field's name, so the first box carries it.
          mark: (
            <input
              key={String(isTicked(useId))}
              className="size-6"
              id={at === 0 ? "uses" : useId}
              type="checkbox"
              name="uses"
              value={`${useId}.${version}`}
              aria-label={mark}
              aria-invalid={view.error("uses") ? true : undefined}
              defaultChecked={isTicked(useId)}
            />
          ),
        }))}
      />
      {children}
      <div className="print:hidden max-w-2xl">
        <RadioGroup
          name="to"
          legend={words.actTitle}
          error={view.error("to")}
          defaultValue={view.text("to")}
          options={acts}
        />
        {field("invoice", 20)}
        {field("cufe", 120)}
        <TextAreaField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={view.error("reason")}
          defaultValue={view.text("reason")}
          maxLength={600}
        />
        <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
