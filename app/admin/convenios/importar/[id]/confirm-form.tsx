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

/** Confirms an import of convenios; each one that changes company has a tick of its own. */
export function ConfirmForm({
  run,
  confirm,
  legend,
  hint,
  moves,
}: {
  run: string;
  confirm: string;
  legend: string;
  hint: string;
  moves: ShownMove[];
}) {
  return (
    <Form action={confirmAction} hidden={{ run }}>
      {({ view }) => (
        <>
          {moves.length > 0 ? (
            <fieldset className="mb-4 border-2 border-warn-text bg-sheet p-4">
              <legend className="px-1 text-lg font-bold">{legend}</legend>
              <p className="mt-0">{hint}</p>
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
            </fieldset>
          ) : null}
          <SubmitButton>{confirm}</SubmitButton>
        </>
      )}
    </Form>
  );
}
