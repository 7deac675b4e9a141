"use client";

import { StoredOtherwise } from "@/app/admin/stored-otherwise";
import { useAdminWords } from "@/app/admin/words-context";
import { CheckboxField, RadioGroup } from "@/components/form/choice-field";
import { TextField } from "@/components/form/field";
import { fieldClass, hintClass, labelClass } from "@/components/form/field-frame";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { shownFields } from "@/model/order-field";
import { saveKindAction } from "./actions";

const schema = () => import("@/domain/order-kind/schema").then(({ KindInput }) => KindInput);
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
export function KindForm({ known }: { known: FormValues }) {
  const { kind: words } = useAdminWords("kinds");
  return (
    <Form className="max-w-2xl" action={saveKindAction} schema={schema} known={known} order={fieldOrder}>
      {({ view, ...form }) => {
        const field = (name: string) => ({ ...form.field(name), autoComplete: "off" });
        const version = view.text("version") ?? "";
        return (
          <>
            <input type="hidden" name="version" value={version} />
            <StoredOtherwise
              view={view}
              known={known}
              labels={{
                ...{ name: words.name, numberPrefix: words.numberPrefix, numberLength: words.numberLength },
                ...{
                  coreShortest: words.coreShortest,
                  coreLongest: words.coreLongest,
                  validity: words.validity,
                },
                ...{ validityDays: words.validityDays, validityUntil: words.validityUntil },
                ...{ largestValue: words.largestValue, approvalFrom: words.approvalFrom },
                ...{ providerRule: words.providerRule, position: words.position },
              }}
              options={{ validity: words.validityOptions, providerRule: words.providerRules }}
              ticks={{
                ...{ coreDigitsOnly: words.coreDigitsOnly, toWorkingDay: words.toWorkingDay },
                ...{ registersUse: words.registersUse, claimFirst: words.claimFirst },
                ...{ partialUse: words.partialUse, active: words.active },
              }}
              lists={{ shownFields: words.shown }}
            />
            {version === "" ? (
              <TextField {...field("code")} label={words.code} hint={words.codeHint} maxLength={10} />
            ) : (
              <>
                <input type="hidden" name="code" value={view.text("code") ?? ""} />
                <p>
                  {words.code}: <b className="tabular-nums lining-nums">{view.text("code")}</b>.{" "}
                  {words.codeKept}
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
              <CheckboxField {...form.tick("coreDigitsOnly")} label={words.coreDigitsOnly} />
              <TextField
                {...field("coreShortest")}
                label={words.coreShortest}
                inputMode="numeric"
                maxLength={2}
              />
              <TextField
                {...field("coreLongest")}
                label={words.coreLongest}
                inputMode="numeric"
                maxLength={2}
              />
            </fieldset>
            <RadioGroup
              {...form.field("validity")}
              legend={words.validity}
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
            <CheckboxField {...form.tick("toWorkingDay")} label={words.toWorkingDay} />
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
              {...form.field("providerRule")}
              legend={words.providerRule}
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
              {shownFields.map((name, at) => (
                <CheckboxField
                  key={name}
                  {...form.tickOf("shownFields", name, at)}
                  label={words.shown[name]}
                />
              ))}
            </fieldset>
            <fieldset className={fieldClass}>
              <legend className={labelClass}>{words.use}</legend>
              <CheckboxField {...form.tick("registersUse")} label={words.registersUse} />
              <CheckboxField {...form.tick("claimFirst")} label={words.claimFirst} />
              <CheckboxField {...form.tick("partialUse")} label={words.partialUse} />
            </fieldset>
            <TextField {...field("position")} label={words.position} inputMode="numeric" maxLength={3} />
            <CheckboxField {...form.tick("active")} label={words.active} hint={words.activeHint} />
            <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
          </>
        );
      }}
    </Form>
  );
}
