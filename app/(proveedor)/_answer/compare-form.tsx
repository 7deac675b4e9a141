"use client";

import { type ReactNode, useState } from "react";
import { CounterForm } from "@/app/_offline/counter-form";
import { TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { CheckIcon } from "@/components/ui/icons";
import { type ComparedRow, comparedRows } from "@/model/comparison";
import type { AnswerWays } from "./answer-props";
import { CompareRow } from "./compare-row";
import { useCounterWords } from "./words-context";

// A tap loads no code: the rows need no check in the browser, since they are sent together with the action. The
// key of the question has another name in the practice.
const typedSchema = () => import("@/domain/lookup/schema").then(({ TypedAnswers }) => TypedAnswers);

/**
 * The order in the layout of its paper, with a question for each datum and no answer chosen. The action appears
 * after the last answer. In a browser without `:has` both actions are shown; the server decides by the answers
 * alone.
 */
export function CompareForm({
  lookupId,
  action,
  typed,
  legends,
  className,
  head,
  evidence,
  children,
}: {
  lookupId: string;
  action: AnswerWays["compareRows"];
  /** For mode `type`: whether the value was typed wrong before. */
  typed: { lastTry: boolean } | null;
  /** The data that this order shows, by row. */
  legends: Readonly<Record<ComparedRow, string>>;
  /** Of the paper. */
  className: string;
  head: ReactNode;
  /** The order's value of each row; null where the person types it. */
  evidence: Readonly<Record<ComparedRow, ReactNode>>;
  /** Data of the order that are shown but not compared. */
  children: ReactNode;
}) {
  const { compare } = useCounterWords();
  const [answered, setAnswered] = useState<readonly string[]>([]);
  return (
    <CounterForm
      action={action}
      schema={typed ? typedSchema : undefined}
      hidden={{ lookupId }}
      order={["paperValue", ...comparedRows]}
      className="group/compare"
      // A typed value can be wrong again: its next error is shown.
      onSubmit={() => setAnswered((names) => names.filter((name) => name !== "paperValue"))}
    >
      {({ field }, note) => {
        // An error is hidden once its row has an answer.
        const fieldOf = (name: string) =>
          answered.includes(name) ? { ...field(name), error: undefined } : field(name);
        return (
          <section
            className={className}
            data-sheet
            aria-labelledby="hoja-titulo"
            onChange={({ target }) => {
              // Renders nothing when there is no error to remove.
              if (target instanceof HTMLInputElement && fieldOf(target.name).error)
                setAnswered((names) => [...names, target.name]);
            }}
          >
            {head}
            {comparedRows.map((row) =>
              row === "value" && typed ? (
                <TypedValue key={row} {...fieldOf("paperValue")} lastTry={typed.lastTry} />
              ) : (
                <CompareRow key={row} {...fieldOf(row)} legend={legends[row]}>
                  {evidence[row]}
                </CompareRow>
              ),
            )}
            {note}
            <Unanswered />
            <div className="contents unanswered:hidden">
              <ActionBar>
                <div className="differing:hidden">
                  <SubmitButton pendingLabel={compare.submitting}>
                    {typed ? compare.submit : compare.allEqual}
                  </SubmitButton>
                </div>
                <div className="alike:hidden">
                  <SubmitButton variant="outline" pendingLabel={compare.submitting}>
                    {compare.somethingDiffers}
                  </SubmitButton>
                </div>
              </ActionBar>
            </div>
            <div className="mt-3 border-t border-rule pt-2">{children}</div>
          </section>
        );
      }}
    </CounterForm>
  );
}

/** Asks for the value on the paper. The order's value is not part of this page. */
function TypedValue({
  lastTry,
  ...field
}: { name: string; id: string; error?: string; defaultValue?: string } & { lastTry: boolean }) {
  const { compare } = useCounterWords();
  return (
    <div className="pt-2 [&>div]:mb-2" data-row="value">
      <TextField
        {...field}
        label={compare.valueLabel}
        hint={lastTry ? `${compare.valueHint} ${compare.oneTry}` : compare.valueHint}
        inputMode="decimal"
        autoComplete="off"
        // A blank placeholder lets CSS see whether something was typed, without scripts too.
        placeholder=" "
        digits
      />
    </div>
  );
}

const unanswered: Readonly<Record<ComparedRow, { tick: string; dash: string }>> = {
  value: {
    tick: "hidden group-has-[[data-row=value]_:is(:checked,:not(:placeholder-shown)[placeholder])]/compare:block",
    dash: "group-has-[[data-row=value]_:is(:checked,:not(:placeholder-shown)[placeholder])]/compare:hidden",
  },
  holder: {
    tick: "hidden group-has-[[data-row=holder]_:checked]/compare:block",
    dash: "group-has-[[data-row=holder]_:checked]/compare:hidden",
  },
  paper: {
    tick: "hidden group-has-[[data-row=paper]_:checked]/compare:block",
    dash: "group-has-[[data-row=paper]_:checked]/compare:hidden",
  },
};

/** Shown in place of the action until all is answered: the list of questions, with a tick for each answered one. */
function Unanswered() {
  const { compare } = useCounterWords();
  return (
    <p
      className="mb-0 hidden min-h-14 max-w-none flex-wrap items-center justify-center gap-x-4 gap-y-1 rounded-button border-2 border-dashed border-rule px-3 py-1 text-sm text-ink-soft unanswered:flex"
      aria-hidden="true"
    >
      {comparedRows.map((row) => (
        <span key={row} className="inline-flex items-center gap-[0.45rem] whitespace-nowrap">
          <span className={`font-bold text-ink ${unanswered[row].tick}`}>
            <CheckIcon />
          </span>
          <span className={`w-3 border-t-2 border-line ${unanswered[row].dash}`} />
          {compare.short[row]}
        </span>
      ))}
    </p>
  );
}
