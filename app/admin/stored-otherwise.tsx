"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { FormValues } from "@/components/form/form-state";
import type { FormView } from "@/components/form/form-view";
import { useFormWords } from "@/components/form/form-words";
import { Note } from "@/components/ui/note";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";

type Labels = Readonly<Record<string, string>>;
type Options = Readonly<Record<string, Labels>>;

/** Labels by value, of the options of a choice. */
export const labelsOf = (options: readonly { value: string; label: string }[]): Labels =>
  Object.fromEntries(options.map(({ value, label }) => [value, label]));

/**
 * What is stored otherwise than it stands in the fields, when a form comes back because somebody else saved meanwhile:
 * the next submission is of the stored version, and would undo unseen what the other person wrote.
 * @param known values that are stored now
 * @param labels of the fields with a text
 * @param options labels of the values of fields that are chosen, by name
 * @param ticks labels of the checkboxes
 * @param lists labels of the checkboxes that share a name, by name and value
 */
export function StoredOtherwise({
  view,
  known = {},
  labels,
  options = {},
  ticks = {},
  lists = {},
}: {
  view: FormView;
  known?: FormValues;
  labels: Labels;
  options?: Options;
  ticks?: Labels;
  lists?: Options;
}) {
  const { storedOtherwise: words } = useFormWords();
  const anchor = useRef<HTMLDivElement>(null);
  const restored = useRestored(anchor);
  const typedText = (name: string) => (restored ? textIn(restored, name) : view.text(name));
  const isTicked = (name: string) => (restored ? restored.has(name) : view.ticked(name));
  const isAmong = (name: string, value: string) =>
    restored ? restored.getAll(name).includes(value) : view.among(name, value);
  const tickRow = (label: string, typed: boolean, stored: boolean): SummaryRow[] =>
    typed === stored || !words ? [] : [{ label, value: stored ? words.ticked : words.unticked }];
  const storedList = (name: string) => [known[name] ?? []].flat();
  const rows = [
    ...Object.entries(labels).flatMap(([name, label]) => {
      const [typed, stored] = [typedText(name), known[name]];
      if (typed === undefined || typeof stored !== "string" || typed === stored) return [];
      return [{ label, value: options[name]?.[stored] ?? (stored || "—") }];
    }),
    ...Object.entries(ticks).flatMap(([name, label]) =>
      tickRow(label, isTicked(name), known[name] !== undefined),
    ),
    ...Object.entries(lists).flatMap(([name, ofValue]) =>
      Object.entries(ofValue).flatMap(([value, label]) =>
        tickRow(label, isAmong(name, value), storedList(name).includes(value)),
      ),
    ),
  ];
  return (
    <div ref={anchor}>
      {words && rows.length > 0 && view.errors.length === 0 ? (
        <Note>
          <p>{words.intro}</p>
          <SummaryList rows={rows} />
        </Note>
      ) : null}
    </div>
  );
}

const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
};

/** What stands in the form when the browser has restored what was typed before a reload; null where it has not. */
function useRestored(anchor: RefObject<HTMLDivElement | null>): FormData | null {
  const [restored, setRestored] = useState<FormData | null>(null);
  useEffect(() => {
    const form = anchor.current?.closest("form");
    // The form restores in an effect of its own, right after this one; what comes later is typed by hand.
    const look = () => form && setRestored(new FormData(form));
    form?.addEventListener("input", look);
    const end = setTimeout(() => form?.removeEventListener("input", look));
    return () => {
      clearTimeout(end);
      form?.removeEventListener("input", look);
    };
  }, [anchor]);
  return restored;
}
