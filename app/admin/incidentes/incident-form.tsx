"use client";

import { labelsOf, StoredOtherwise } from "@/app/admin/stored-otherwise";
import { useAdminWords } from "@/app/admin/words-context";
import { CheckboxField, RadioGroup } from "@/components/form/choice-field";
import { TextAreaField, TextField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { reportIncidentAction, saveIncidentAction } from "./actions";

type Option = { value: string; label: string };

const schemas = () => import("@/domain/incident/schema");
const saveSchema = () => schemas().then(({ IncidentInput }) => IncidentInput);
const reportSchema = () => schemas().then(({ ReportIncidentInput }) => ReportIncidentInput);
const order = [
  ...["kind", "detectedOn", "knownOn", "happenedOn", "data", "people"],
  ...["happened", "cause", "measures", "notice"],
];
const LONGEST = 4_000;

/** What is known of an incident by now; the rest is completed later. */
export function IncidentForm({
  hidden,
  idempotencyKey,
  kinds,
  data,
  known,
}: {
  /** The version that the page shows; 0 for a new one. */
  hidden: { version: number };
  /** The incident's own id. */
  idempotencyKey: string;
  kinds: Option[];
  data: Option[];
  known?: FormValues;
}) {
  const { form: t } = useAdminWords("incidents");
  return (
    <Form
      className="max-w-2xl"
      action={saveIncidentAction}
      schema={saveSchema}
      hidden={hidden}
      idempotencyKey={idempotencyKey}
      known={known}
      order={order}
    >
      {({ field, tickOf, view }) => (
        <>
          <StoredOtherwise
            view={view}
            known={known}
            labels={{
              kind: t.kind,
              ...{ detectedOn: t.detectedOn, knownOn: t.knownOn, happenedOn: t.happenedOn, people: t.people },
              ...{ happened: t.happened, cause: t.cause, measures: t.measures, notice: t.notice },
            }}
            options={{ kind: labelsOf(kinds) }}
            lists={{ data: labelsOf(data) }}
          />
          <RadioGroup {...field("kind")} legend={t.kind} options={kinds} />
          <div className="grid gap-x-4 sm:grid-cols-2">
            <TextField {...field("detectedOn")} label={t.detectedOn} type="date" autoComplete="off" />
            <TextField {...field("knownOn")} label={t.knownOn} type="date" autoComplete="off" />
            <TextField {...field("happenedOn")} label={t.happenedOn} type="date" autoComplete="off" />
            <TextField
              {...field("people")}
              label={t.people}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
            />
          </div>
          <fieldset className="mb-5">
            <legend className="mb-2 font-bold">{t.data}</legend>
            {data.map(({ value, label }, at) => (
              <CheckboxField key={value} {...tickOf("data", value, at)} label={label} />
            ))}
          </fieldset>
          <TextAreaField {...field("happened")} label={t.happened} maxLength={LONGEST} />
          <TextAreaField {...field("cause")} label={t.cause} maxLength={LONGEST} />
          <TextAreaField
            {...field("measures")}
            label={t.measures}
            hint={t.measuresHint}
            maxLength={LONGEST}
          />
          <TextAreaField {...field("notice")} label={t.notice} maxLength={LONGEST} />
          <SubmitButton>{t.save}</SubmitButton>
        </>
      )}
    </Form>
  );
}

/** Notes that the SIC has it. */
export function ReportIncidentForm({
  hidden,
}: {
  hidden: { incident: string; number: string; version: number; detectedOn: string };
}) {
  const { form: t } = useAdminWords("incidents");
  return (
    <Form
      className="max-w-2xl"
      action={reportIncidentAction}
      schema={reportSchema}
      hidden={hidden}
      suffix="reporte"
      order={["reportedOn", "sicNumber"]}
    >
      {({ field }) => (
        <>
          <TextField {...field("reportedOn")} label={t.reportedOn} type="date" autoComplete="off" />
          <TextField {...field("sicNumber")} label={t.sicNumber} autoComplete="off" maxLength={60} />
          <SubmitButton>{t.report}</SubmitButton>
        </>
      )}
    </Form>
  );
}
