"use client";

import type { MouseEvent, ReactNode } from "react";
import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { type Columns, DataTable } from "@/components/ui/table";
import { settleAction } from "./actions";

type UseRow = Record<
  "useId" | "version" | "receipt" | "mark" | "date" | "order" | "place" | "amount" | "state",
  string
>;

const schema = () => import("@/domain/settlement/schema").then(({ SettleInput }) => SettleInput);
const fieldOrder = ["uses", "to", "invoice", "cufe", "reason"];

/** Ticks every use of the page; once all are ticked, none. */
function markAll({ currentTarget }: MouseEvent<HTMLButtonElement>) {
  const boxes = [...(currentTarget.form?.querySelectorAll<HTMLInputElement>('input[name="uses"]') ?? [])];
  const ticked = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !ticked;
}

/** Ticks uses and moves them to another state, all or none. */
export function SettleForm({
  hidden,
  caption,
  columns,
  uses,
  acts,
  children,
}: {
  /** The provider, and what of the page is shown again after it. */
  hidden: Readonly<Record<"providerId" | "from" | "until" | "state" | "size", string>>;
  caption: string;
  columns: Columns<Exclude<keyof UseRow, "useId" | "version">>;
  uses: UseRow[];
  /** Links to the other pages. */
  children: ReactNode;
  acts: { value: string; label: string }[];
}) {
  const { settle: words } = useAdminWords("settlement");
  return (
    <Form action={settleAction} schema={schema} hidden={hidden} order={fieldOrder}>
      {({ view, field }) => {
        // The page can have a newer version of a use than the one that was sent.
        const isTicked = (useId: string) => view.list("uses").some((shown) => shown.startsWith(useId));
        return (
          <>
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
                // The error summary links to the field's name, so the first checkbox has it as id.
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
              <RadioGroup {...field("to")} legend={words.actTitle} options={acts} />
              <TextField
                {...field("invoice")}
                label={words.invoice}
                hint={words.invoiceHint}
                autoComplete="off"
                maxLength={20}
              />
              <TextField
                {...field("cufe")}
                label={words.cufe}
                hint={words.cufeHint}
                autoComplete="off"
                maxLength={120}
              />
              <TextAreaField
                {...field("reason")}
                label={words.reason}
                hint={words.reasonHint}
                maxLength={600}
              />
              <SubmitButton>{words.submit}</SubmitButton>
            </div>
          </>
        );
      }}
    </Form>
  );
}
