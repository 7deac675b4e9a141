"use client";

import { Fragment, type ReactNode, useActionState, useState } from "react";
import { useAdminWords } from "@/app/admin/words-context";
import { SelectField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { type FormValues, idle } from "@/components/form/form-state";
import type { FormView } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { readPesos } from "@/domain/lookup/comparison";
import { lastDayOf, needsSecondPerson } from "@/domain/order-kind/kinds";
import { longDate } from "@/lib/format/date";
import { formatPesos, LARGEST_IN_WORDS, pesosInWords } from "@/lib/format/money";
import { isCalendarDay } from "@/model/calendar";
import { identityKindNames, identityKinds } from "@/model/identity/identity-document";
import { type TextField as FieldWithText, isTextField, orderFields, orderViews } from "@/model/order-field";
import { keepFormAction, saveDraftAction } from "./draft-actions";
import type { DraftFacts } from "./draft-facts";

const schema = () => import("@/domain/order/draft/schema").then(({ DraftInput }) => DraftInput);
/** An order as it is made. The kind's limits and the value in words follow what is typed. */
export function DraftForm({
  known,
  facts,
  later = false,
}: {
  known: FormValues;
  facts: DraftFacts;
  /** Whether it may be left unfinished; a draft is kept already. */
  later?: boolean;
}) {
  const { draft: words } = useAdminWords("orders");
  const { kinds, language } = facts;
  const [, keep] = useActionState(keepFormAction, idle);
  const [typed, setTyped] = useState<Record<string, string | undefined>>({});
  /** What the texts that follow the fields say: the kind's limits, the value in words, its last day. */
  const factsOf = (view: FormView) => {
    const now = (name: string) => typed[name] ?? view.text(name) ?? "";
    const kind = kinds.find(({ code }) => code === now("kindCode"));
    const read = readPesos(now("value"));
    const value = read !== null && read > 0 && read <= LARGEST_IN_WORDS ? read : null;
    const issuedOn = now("issuedOn");
    const lastDay = kind && isCalendarDay(issuedOn) ? longDate(lastDayOf(kind, issuedOn), language) : null;
    return { kind, value, lastDay };
  };
  return (
    <Form
      className="max-w-2xl"
      action={saveDraftAction}
      schema={schema}
      known={known}
      order={orderViews.form}
      onInput={({ currentTarget }) => {
        const form = new FormData(currentTarget);
        const text = (name: string) => String(form.get(name) ?? "");
        setTyped({ kindCode: text("kindCode"), value: text("value"), issuedOn: text("issuedOn") });
      }}
    >
      {({ view, ...form }) => {
        const { kind, value, lastDay } = factsOf(view);
        const field = (name: string) => ({ ...form.field(name), autoComplete: "off" });
        const textField = (name: FieldWithText) => (
          <TextField
            {...field(name)}
            label={words[name]}
            hint={words.textHints[name]}
            maxLength={orderFields[name].text.longest}
          />
        );
        const fields: Record<Exclude<(typeof orderViews.form)[number], FieldWithText>, ReactNode> = {
          affiliateIdKind: (
            <SelectField
              {...field("affiliateIdKind")}
              label={words.affiliateIdKind}
              options={identityKinds.map((code) => ({ value: code, label: identityKindNames[code] }))}
            />
          ),
          affiliateId: (
            <TextField {...field("affiliateId")} label={words.affiliateId} maxLength={60} digits />
          ),
          affiliateName: (
            <TextField
              {...field("affiliateName")}
              label={words.affiliateName}
              hint={words.affiliateNameHint}
              maxLength={120}
            />
          ),
          kindCode: (
            <>
              <SelectField
                {...field("kindCode")}
                label={words.kindCode}
                options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <p className="text-hint text-ink-soft" aria-live="polite">
                {kind ? words.limit.replace("{valor}", formatPesos(kind.largestValue)) : null}{" "}
                {kind?.approvalFrom ? words.second.replace("{valor}", formatPesos(kind.approvalFrom)) : null}
              </p>
            </>
          ),
          value: (
            <>
              <TextField
                {...field("value")}
                label={words.value}
                hint={words.valueHint}
                inputMode="decimal"
                maxLength={30}
                digits
              />
              <p className="mb-4 font-semibold" aria-live="polite">
                {value === null ? null : pesosInWords(value)}
                {value !== null && kind && needsSecondPerson(kind, value) ? `. ${words.needsSecond}` : null}
              </p>
            </>
          ),
          provider: (
            <>
              <TextField
                {...field("provider")}
                label={words.provider}
                hint={words.providerHint}
                list="proveedores"
                maxLength={60}
              />
              <datalist id="proveedores">
                {facts.providers.map(({ nit, legalName }) => (
                  <option key={nit} value={nit}>
                    {legalName}
                  </option>
                ))}
              </datalist>
            </>
          ),
          issuedOn: <TextField {...field("issuedOn")} label={words.issuedOn} type="date" />,
          validUntil: (
            <>
              <TextField
                {...field("validUntil")}
                label={words.validUntil}
                hint={words.validUntilHint}
                type="date"
              />
              <p className="text-hint text-ink-soft" aria-live="polite">
                {lastDay ? words.lastDay.replace("{fecha}", lastDay) : null}
              </p>
            </>
          ),
        };
        return (
          <>
            <input type="hidden" name="order" value={view.text("order") ?? ""} />
            <input
              type="hidden"
              name="version"
              value={typeof known.version === "string" ? known.version : ""}
            />
            {orderViews.form.map((name) => (
              <Fragment key={name}>{isTextField(name) ? textField(name) : fields[name]}</Fragment>
            ))}
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{words.continue}</SubmitButton>
              {later ? (
                <button type="submit" className={buttonClass("outline")} formAction={keep} data-unchecked="">
                  {words.later}
                </button>
              ) : null}
            </div>
          </>
        );
      }}
    </Form>
  );
}
