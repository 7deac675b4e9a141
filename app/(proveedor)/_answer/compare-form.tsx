"use client";

import type { ReactNode } from "react";
import { CounterForm } from "@/app/_offline/counter-form";
import { RadioGroup, TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { comparedRows } from "@/model/comparison";
import type { AnswerWays } from "./answer-props";
import { useCounterWords } from "./words-context";

// What the person answers: which question it is of, the practice names otherwise.
const rowsSchema = () => import("@/domain/lookup/schema").then(({ RowAnswers }) => RowAnswers);
const valueSchema = () =>
  import("@/domain/lookup/schema").then(({ PaperValueInput }) => PaperValueInput.pick({ paperValue: true }));

/** The whole order, then three questions that have no answer chosen. */
export function RowsForm({
  lookupId,
  action,
  sheet,
  onlyId,
  children,
}: {
  lookupId: string;
  action: AnswerWays["compareRows"];
  sheet: ReactNode;
  /** Whether the order shows the holder's number and not the name. */
  onlyId: boolean;
  children: ReactNode;
}) {
  const { compare } = useCounterWords();
  const { holderId, ...rows } = compare.rows;
  const legends = onlyId ? { ...rows, holder: holderId } : rows;
  return (
    <CounterForm action={action} schema={rowsSchema} hidden={{ lookupId }} order={comparedRows}>
      {({ field }, note) => (
        <>
          {sheet}
          <h2>{compare.rowsTitle}</h2>
          <p className="text-hint text-ink-soft">{compare.rowsHint}</p>
          <div>
            {comparedRows.map((row) => (
              <RadioGroup
                key={row}
                {...field(row)}
                look="pair"
                legend={legends[row]}
                options={[
                  { value: "equal", label: compare.equal },
                  { value: "different", label: compare.different },
                ]}
              />
            ))}
          </div>
          {children}
          <SendCompared note={note} />
        </>
      )}
    </CounterForm>
  );
}

/** The question for the paper's value; the order's own is not on this page. */
export function ValueForm({
  lookupId,
  action,
  lastTry,
  children,
}: {
  lookupId: string;
  action: AnswerWays["compareValue"];
  lastTry: boolean;
  children: ReactNode;
}) {
  const { compare } = useCounterWords();
  return (
    <CounterForm action={action} schema={valueSchema} hidden={{ lookupId }}>
      {({ field }, note) => (
        <>
          <div className="mb-4 rounded-button border-2 border-ink bg-sheet px-4 pt-[0.8rem]">
            <TextField
              {...field("paperValue")}
              label={compare.valueLabel}
              hint={lastTry ? `${compare.valueHint}. ${compare.oneTry}` : compare.valueHint}
              inputMode="decimal"
              autoComplete="off"
              digits
            />
          </div>
          {children}
          <SendCompared note={note} />
        </>
      )}
    </CounterForm>
  );
}

function SendCompared({ note }: { note: ReactNode }) {
  const { compare } = useCounterWords();
  return (
    <>
      {note}
      <ActionBar>
        <SubmitButton pendingLabel={compare.submitting}>{compare.submit}</SubmitButton>
      </ActionBar>
    </>
  );
}
