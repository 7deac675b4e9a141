"use client";

import type { ReactNode } from "react";
import { MarkAll, TickBox, TickedSum, useTickedSum } from "@/app/admin/liquidacion/ticked";
import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { type Columns, DataTable } from "@/components/ui/table";
import { settleAction } from "./actions";

type UseRow = Record<
  "useId" | "version" | "receipt" | "mark" | "date" | "order" | "place" | "amount" | "state",
  string
> & {
  pesos: number;
  /** Whether any act can move it: a paid one has no box. */
  isMovable: boolean;
};

const schema = () => import("@/domain/settlement/schema").then(({ SettleInput }) => SettleInput);
const fieldOrder = ["uses", "scope", "to", "invoice", "value", "cufe", "reason"];

/** Ticks uses and moves them to another state, all or none. */
export function SettleForm({
  hidden,
  caption,
  columns,
  uses,
  acts,
  scopes,
  children,
}: {
  /** The provider, and what of the page is shown again after it. */
  hidden: Readonly<Record<"providerId" | "from" | "until" | "state" | "size", string>>;
  caption: string;
  columns: Columns<Exclude<keyof UseRow, "useId" | "version" | "pesos" | "isMovable">>;
  uses: UseRow[];
  /** Links to the other pages. */
  children: ReactNode;
  acts: { value: string; label: string }[];
  /** The ticked ones, or all of a state in the period. */
  scopes: { value: string; label: string }[];
}) {
  const { settle: words } = useAdminWords("settlement");
  const { form, sum, invoiceValue, addUp } = useTickedSum();
  const firstBox = uses.find(({ isMovable }) => isMovable)?.useId;
  return (
    <Form
      ref={form}
      action={settleAction}
      schema={schema}
      hidden={hidden}
      known={{ scope: "marked" }}
      order={fieldOrder}
      onChange={addUp}
      onInput={addUp}
    >
      {({ view, field }) => {
        // The page can have a newer version of a use than the one that was sent.
        const isTicked = (useId: string) => view.list("uses").some((shown) => shown.startsWith(useId));
        return (
          <>
            <MarkAll label={words.markAll} onMarked={addUp} />
            <DataTable
              caption={caption}
              empty={null}
              columns={columns}
              rows={uses.map(({ useId, version, mark, pesos, isMovable, ...row }) => ({
                ...row,
                mark: isMovable ? (
                  <TickBox
                    name="uses"
                    id={useId === firstBox ? "uses" : useId}
                    value={`${useId}.${version}`}
                    amount={pesos}
                    label={mark}
                    isInvalid={Boolean(view.error("uses"))}
                    isTicked={isTicked(useId)}
                  />
                ) : null,
              }))}
            />
            {children}
            <div className="print:hidden max-w-2xl">
              {scopes.length > 1 ? (
                <RadioGroup {...field("scope")} legend={words.scopeTitle} options={scopes} />
              ) : null}
              <TickedSum
                sum={sum}
                invoiceValue={invoiceValue}
                ticked={words.ticked}
                difference={words.difference}
                matches={words.matches}
              />
              <RadioGroup {...field("to")} legend={words.actTitle} options={acts} />
              <TextField
                {...field("invoice")}
                label={words.invoice}
                hint={words.invoiceHint}
                autoComplete="off"
                maxLength={20}
              />
              <TextField
                {...field("value")}
                label={words.value}
                hint={words.valueHint}
                inputMode="numeric"
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
