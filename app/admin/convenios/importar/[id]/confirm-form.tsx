"use client";

import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { confirmAction } from "./actions";

export type ShownMove = {
  line: string;
  /** What the tick does, and what hangs on it. */
  what: string;
  hangs: string;
  /** The orders that hang on it; null when there are none. */
  orders: { href: string; label: string } | null;
};

type Step = { page: string; label: string };

/** Confirms an import of convenios; each one that changes company has a tick of its own. */
export function ConfirmForm({
  hidden,
  confirm,
  legend,
  hint,
  ticked,
  moves,
  paged,
}: {
  /** The run, and the page of its convenios that is shown. */
  hidden: { run: string; version: string; first: number; last: number };
  confirm: string;
  legend: string;
  hint: string;
  /** The lines of this page that are ticked already. */
  ticked: string[];
  moves: ShownMove[];
  /** The ways to the other pages, which keep the ticks of this one; null when there is one page. */
  paged: { position: string; hint: string; previous: Step | null; next: Step | null; stay: Step } | null;
}) {
  return (
    <Form action={confirmAction} hidden={hidden} known={{ moves: ticked }}>
      {({ view }) => (
        <>
          {moves.length > 0 ? (
            <fieldset className="mb-4 border-2 border-warn-text bg-sheet p-4">
              <legend className="px-1 text-lg font-bold">{legend}</legend>
              <p className="mt-0">{hint}</p>
              {paged ? (
                <p className="tabular-nums lining-nums">
                  <b>{paged.position}</b> {paged.hint}
                </p>
              ) : null}
              {moves.map(({ line, what, hangs, orders }) => (
                <div key={line} className="border-t border-rule pt-3">
                  <CheckboxField
                    name="moves"
                    id={`move-${line}`}
                    value={line}
                    label={what}
                    hint={hangs}
                    defaultChecked={view.list("moves").includes(line)}
                  />
                  {orders ? (
                    <a className="inline-flex min-h-11 items-center pl-9" href={orders.href}>
                      {orders.label}
                    </a>
                  ) : null}
                </div>
              ))}
              {paged ? (
                <div className="flex flex-wrap gap-x-3">
                  {[paged.next, paged.previous, paged.stay].map((step) =>
                    step ? (
                      <SubmitButton key={step.label} variant="outline" name="page" value={step.page}>
                        {step.label}
                      </SubmitButton>
                    ) : null,
                  )}
                </div>
              ) : null}
            </fieldset>
          ) : null}
          <SubmitButton>{confirm}</SubmitButton>
        </>
      )}
    </Form>
  );
}
