"use client";

import type { FormValues } from "@/components/form/form-state";
import type { FormView } from "@/components/form/form-view";
import { useFormWords } from "@/components/form/form-words";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";

/**
 * What is stored otherwise than it stands in the fields, when a form comes back because somebody else saved meanwhile:
 * the next submission is of the stored version, and would undo unseen what the other person wrote.
 * @param known values that are stored now
 * @param labels of the fields that are looked at
 */
export function StoredOtherwise({
  view,
  known = {},
  labels,
}: {
  view: FormView;
  known?: FormValues;
  labels: Readonly<Record<string, string>>;
}) {
  const { storedOtherwise } = useFormWords();
  const rows = Object.entries(labels).flatMap(([name, label]) => {
    const [typed, stored] = [view.text(name), known[name]];
    if (typed === undefined || typeof stored !== "string" || typed === stored) return [];
    return [{ label, value: stored || "—" }];
  });
  if (view.errors.length > 0 || rows.length === 0) return null;
  return (
    <Note>
      <p>{storedOtherwise}</p>
      <SummaryList rows={rows} />
    </Note>
  );
}
