"use client";

import { useState } from "react";
import { labelsOf, StoredOtherwise } from "@/app/admin/stored-otherwise";
import { useAdminWords } from "@/app/admin/words-context";
import { Form } from "@/components/form/form";
import type { FormValues } from "@/components/form/form-state";
import type { FormView } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button";
import { readPesos } from "@/domain/lookup/comparison";
import { lastDayOf } from "@/domain/order-kind/kinds";
import { longDate } from "@/lib/format/date";
import { LARGEST_IN_WORDS } from "@/lib/format/money";
import { isCalendarDay } from "@/model/calendar";
import { identityKindNames } from "@/model/identity/identity-document";
import { orderViews } from "@/model/order-field";
import { saveDraftAction } from "./draft-actions";
import type { DraftFacts } from "./draft-facts";
import { DraftField, type TypedFacts } from "./draft-fields";

const schema = () => import("@/domain/order/draft/schema").then(({ DraftInput }) => DraftInput);

/** Form of a draft. The kind's limits and the value in words follow what is typed. */
export function DraftForm({
  known,
  facts,
  later = false,
  stored = false,
}: {
  known: FormValues;
  facts: DraftFacts;
  /** Whether `known` is stored, so that what another tab saved is told beside what was typed in this one. */
  stored?: boolean;
  /** Whether an incomplete form may be stored; a draft is stored already. */
  later?: boolean;
}) {
  const { draft: words } = useAdminWords("orders");
  const [typed, setTyped] = useState<Record<string, string | undefined>>({});
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
      {({ view, field }) => {
        const now = typedFacts(typed, view, facts);
        return (
          <>
            <input type="hidden" name="order" value={view.text("order") ?? ""} />
            <input
              type="hidden"
              name="version"
              value={typeof known.version === "string" ? known.version : ""}
            />
            {stored ? (
              <StoredOtherwise
                view={view}
                known={known}
                labels={Object.fromEntries(orderViews.form.map((name) => [name, words[name]]))}
                options={{
                  affiliateIdKind: identityKindNames,
                  kindCode: labelsOf(facts.kinds.map(({ code, name }) => ({ value: code, label: name }))),
                }}
              />
            ) : null}
            {orderViews.form.map((name) => (
              <DraftField key={name} name={name} field={field} facts={facts} typed={now} />
            ))}
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{words.continue}</SubmitButton>
              {later ? (
                <button
                  type="submit"
                  name="later"
                  value="1"
                  className={buttonClass("outline")}
                  data-unchecked=""
                >
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

/** The typed value, or else the initial one. */
function typedFacts(
  typed: Record<string, string | undefined>,
  view: FormView,
  { kinds, language }: DraftFacts,
): TypedFacts {
  const now = (name: string) => typed[name] ?? view.text(name) ?? "";
  const kind = kinds.find(({ code }) => code === now("kindCode"));
  const read = readPesos(now("value"));
  const issuedOn = now("issuedOn");
  return {
    kind,
    value: read !== null && read > 0 && read <= LARGEST_IN_WORDS ? read : null,
    lastDay: kind && isCalendarDay(issuedOn) ? longDate(lastDayOf(kind, issuedOn), language) : null,
  };
}
