"use client";

import { useActionState } from "react";
import { CheckboxField, RadioGroup, TextField } from "@/components/form/field";
import { fieldClass, hintClass, labelClass } from "@/components/form/field-frame";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { shownFields } from "@/model/order-field";
import { saveKindAction } from "./actions";
import type { KindWords } from "./kind-words";

const fieldOrder = [
  "code",
  "name",
  "numberPrefix",
  "numberLength",
  "coreShortest",
  "coreLongest",
  "validity",
  "validityDays",
  "validityUntil",
  "largestValue",
  "approvalFrom",
  "providerRule",
  "registersUse",
  "position",
];

/** The rules of a kind. Without `known.version` it is a new one, and its code is asked for. */
export function KindForm({ known, words }: { known: FormValues; words: KindWords }) {
  const [state, submit] = useActionState(saveKindAction, idle);
  const view = useFormView({ state, words, known, order: fieldOrder });
  const values = "values" in state ? state.values : known;
  const field = (name: string) => ({
    name,
    error: view.error(name),
    defaultValue: view.text(name),
    autoComplete: "off",
  });
  const tick = (name: string) => ({ name, error: view.error(name), defaultChecked: view.ticked(name) });
  const version = view.text("version") ?? "";
  // A new key shows what was sent: React keeps the first choice of a form that is reset.
  const key = JSON.stringify(values);
  return (
    <form className="max-w-2xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="version" value={version} />
      {version === "" ? (
        <TextField {...field("code")} label={words.code} hint={words.codeHint} maxLength={10} />
      ) : (
        <>
          <input type="hidden" name="code" value={view.text("code") ?? ""} />
          <p>
            {words.code}: <b className="tabular-nums lining-nums">{view.text("code")}</b>. {words.codeKept}
          </p>
        </>
      )}
      <TextField {...field("name")} label={words.name} hint={words.nameHint} maxLength={60} />
      <TextField
        {...field("numberPrefix")}
        label={words.numberPrefix}
        hint={words.numberPrefixHint}
        maxLength={3}
      />
      <TextField
        {...field("numberLength")}
        label={words.numberLength}
        hint={words.numberLengthHint}
        inputMode="numeric"
        maxLength={2}
      />
      <fieldset className={fieldClass} aria-describedby="coreNumber-hint">
        <legend className={labelClass}>{words.coreNumber}</legend>
        <p id="coreNumber-hint" className={hintClass}>
          {words.coreNumberHint}
        </p>
        <CheckboxField key={`core${key}`} {...tick("coreDigitsOnly")} label={words.coreDigitsOnly} />
        <TextField {...field("coreShortest")} label={words.coreShortest} inputMode="numeric" maxLength={2} />
        <TextField {...field("coreLongest")} label={words.coreLongest} inputMode="numeric" maxLength={2} />
      </fieldset>
      <RadioGroup
        key={`validity${key}`}
        name="validity"
        legend={words.validity}
        error={view.error("validity")}
        defaultValue={view.text("validity")}
        options={(["days", "until"] as const).map((value) => ({
          value,
          label: words.validityOptions[value],
        }))}
      />
      <TextField
        {...field("validityDays")}
        label={words.validityDays}
        hint={words.validityDaysHint}
        inputMode="numeric"
        maxLength={3}
      />
      <TextField {...field("validityUntil")} label={words.validityUntil} type="date" />
      <CheckboxField key={`working${key}`} {...tick("toWorkingDay")} label={words.toWorkingDay} />
      <TextField
        {...field("largestValue")}
        label={words.largestValue}
        hint={words.largestValueHint}
        inputMode="decimal"
        maxLength={30}
      />
      <TextField
        {...field("approvalFrom")}
        label={words.approvalFrom}
        hint={words.approvalFromHint}
        inputMode="decimal"
        maxLength={30}
      />
      <RadioGroup
        key={`provider${key}`}
        name="providerRule"
        legend={words.providerRule}
        error={view.error("providerRule")}
        defaultValue={view.text("providerRule")}
        options={(["either", "open", "bound"] as const).map((value) => ({
          value,
          label: words.providerRules[value],
        }))}
      />
      <fieldset className={fieldClass} aria-describedby="shownFields-hint">
        <legend className={labelClass}>{words.shownFields}</legend>
        <p id="shownFields-hint" className={hintClass}>
          {words.shownFieldsHint}
        </p>
        {shownFields.map((name) => (
          <CheckboxField
            key={`${name}${key}`}
            name="shownFields"
            id={`shown-${name}`}
            value={name}
            label={words.shown[name]}
            defaultChecked={[values.shownFields].flat().includes(name)}
          />
        ))}
      </fieldset>
      <fieldset className={fieldClass}>
        <legend className={labelClass}>{words.use}</legend>
        <CheckboxField key={`use${key}`} {...tick("registersUse")} label={words.registersUse} />
        <CheckboxField key={`claim${key}`} {...tick("claimFirst")} label={words.claimFirst} />
        <CheckboxField key={`partial${key}`} {...tick("partialUse")} label={words.partialUse} />
      </fieldset>
      <TextField {...field("position")} label={words.position} inputMode="numeric" maxLength={3} />
      <CheckboxField key={`active${key}`} {...tick("active")} label={words.active} hint={words.activeHint} />
      <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
    </form>
  );
}
