"use client";

import type { ReactNode } from "react";
import { useAdminWords } from "@/app/admin/words-context";
import { SelectField, TextField } from "@/components/form/field";
import type { FormFields } from "@/components/form/form";
import { needsSecondPerson } from "@/domain/order-kind/kinds";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { identityKindNames, identityKinds } from "@/model/identity/identity-document";
import {
  type TextField as FieldWithText,
  isTextField,
  orderFields,
  type orderViews,
} from "@/model/order-field";
import type { DraftFacts } from "./draft-facts";

type FieldName = (typeof orderViews.form)[number];

/** Current values of the form, for the texts beside the fields. */
export type TypedFacts = {
  kind: DraftFacts["kinds"][number] | undefined;
  /** In pesos; null for an invalid amount. */
  value: number | null;
  /** The last day that the kind allows, in words. */
  lastDay: string | null;
};

type FieldProps = { field: FormFields["field"]; facts: DraftFacts; typed: TypedFacts };

const useDraftWords = () => useAdminWords("orders").draft;

const fields: Record<Exclude<FieldName, FieldWithText>, (props: FieldProps) => ReactNode> = {
  affiliateIdKind: function AffiliateIdKind({ field }) {
    return (
      <SelectField
        {...field("affiliateIdKind")}
        label={useDraftWords().affiliateIdKind}
        options={identityKinds.map((code) => ({ value: code, label: identityKindNames[code] }))}
      />
    );
  },
  affiliateId: function AffiliateId({ field }) {
    return <TextField {...field("affiliateId")} label={useDraftWords().affiliateId} maxLength={60} digits />;
  },
  affiliateName: function AffiliateName({ field }) {
    const words = useDraftWords();
    return (
      <TextField
        {...field("affiliateName")}
        label={words.affiliateName}
        hint={words.affiliateNameHint}
        maxLength={120}
      />
    );
  },
  kindCode: function KindCode({ field, facts, typed: { kind } }) {
    const words = useDraftWords();
    return (
      <>
        <SelectField
          {...field("kindCode")}
          label={words.kindCode}
          options={facts.kinds.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <p className="text-hint text-ink-soft" aria-live="polite">
          {kind ? words.limit.replace("{valor}", formatPesos(kind.largestValue)) : null}{" "}
          {kind?.approvalFrom ? words.second.replace("{valor}", formatPesos(kind.approvalFrom)) : null}
        </p>
      </>
    );
  },
  value: function Value({ field, typed: { kind, value } }) {
    const words = useDraftWords();
    return (
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
    );
  },
  provider: function Provider({ field, facts }) {
    const words = useDraftWords();
    return (
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
    );
  },
  issuedOn: function IssuedOn({ field }) {
    return <TextField {...field("issuedOn")} label={useDraftWords().issuedOn} type="date" />;
  },
  validUntil: function ValidUntil({ field, typed: { lastDay } }) {
    const words = useDraftWords();
    return (
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
    );
  },
};

/** A field of a draft, with the text that follows from its value. */
export function DraftField({ name, field: plain, ...rest }: FieldProps & { name: FieldName }) {
  const words = useDraftWords();
  const field: FormFields["field"] = (of) => ({ ...plain(of), autoComplete: "off" });
  if (!isTextField(name)) {
    const Field = fields[name];
    return <Field field={field} {...rest} />;
  }
  return (
    <TextField
      {...field(name)}
      label={words[name]}
      hint={words.textHints[name]}
      maxLength={orderFields[name].text.longest}
    />
  );
}
