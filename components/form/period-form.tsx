import type { ReactNode } from "react";
import { TextField } from "@/components/form/field";
import { FilterForm } from "./filter-form";

/** A GET: the address holds the days. */
export function PeriodForm({
  path,
  names,
  period,
  words,
  children,
}: {
  path: string;
  /** What the days are called in the address. */
  names: Readonly<Record<"from" | "to", string>>;
  period: { from: string; to: string };
  words: Readonly<Record<"from" | "to" | "show", string>>;
  /** One more thing to ask for. */
  children?: ReactNode;
}) {
  return (
    <FilterForm
      className={`grid items-end gap-x-4 ${children ? "sm:grid-cols-4" : "sm:grid-cols-3"}`}
      path={path}
      submit={words.show}
      inline
    >
      <TextField
        name={names.from}
        type="date"
        label={words.from}
        defaultValue={period.from}
        autoComplete="off"
      />
      <TextField name={names.to} type="date" label={words.to} defaultValue={period.to} autoComplete="off" />
      {children}
    </FilterForm>
  );
}
