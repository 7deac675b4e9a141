"use client";

import { MarkAll, TickBox, TickedSum, useTickedSum } from "@/app/admin/liquidacion/ticked";
import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { type Columns, DataTable } from "@/components/ui/table";
import { makePaymentAction } from "../actions";

type InvoiceRow = Record<
  "shown" | "mark" | "provider" | "invoice" | "days" | "uses" | "sum" | "value" | "difference",
  string
> & { pesos: number };

const schema = () => import("@/domain/payment/schema").then(({ MakePaymentInput }) => MakePaymentInput);
const fieldOrder = ["invoices", "scope", "payOn", "reference"];

/** Ticks invoices and makes a payment run of them, for another person to approve. */
export function PayForm({
  idempotencyKey,
  today,
  caption,
  columns,
  invoices,
  scopes,
}: {
  idempotencyKey: string;
  today: string;
  caption: string;
  columns: Columns<Exclude<keyof InvoiceRow, "shown" | "pesos">>;
  invoices: InvoiceRow[];
  scopes: { value: string; label: string }[];
}) {
  const { pay: words } = useAdminWords("settlement");
  const { form, sum, addUp } = useTickedSum();
  return (
    <Form
      ref={form}
      action={makePaymentAction}
      schema={schema}
      idempotencyKey={idempotencyKey}
      known={{ scope: "marked", payOn: today }}
      order={fieldOrder}
      onChange={addUp}
    >
      {({ view, field }) => {
        // The page can have a newer version of an invoice than the one that was sent.
        const isTicked = (shown: string) =>
          view.list("invoices").some((sent) => sent.startsWith(shown.slice(0, 96)));
        return (
          <>
            <MarkAll label={words.markAll} onMarked={addUp} />
            <DataTable
              caption={caption}
              empty={null}
              columns={columns}
              rows={invoices.map(({ shown, mark, pesos, ...row }, at) => ({
                ...row,
                mark: (
                  <TickBox
                    name="invoices"
                    id={at === 0 ? "invoices" : shown}
                    value={shown}
                    amount={pesos}
                    label={mark}
                    isInvalid={Boolean(view.error("invoices"))}
                    isTicked={isTicked(shown)}
                  />
                ),
              }))}
            />
            <div className="max-w-2xl print:hidden">
              {scopes.length > 1 ? (
                <RadioGroup {...field("scope")} legend={words.scopeTitle} options={scopes} />
              ) : null}
              <TickedSum sum={sum} ticked={words.ticked} />
              <TextField
                {...field("payOn")}
                label={words.payOn}
                hint={words.payOnHint}
                type="date"
                autoComplete="off"
              />
              <TextField
                {...field("reference")}
                label={words.reference}
                hint={words.referenceHint}
                autoComplete="off"
                maxLength={40}
              />
              <SubmitButton>{words.submit}</SubmitButton>
            </div>
          </>
        );
      }}
    </Form>
  );
}
