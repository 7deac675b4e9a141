import type { ReactNode } from "react";
import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { currentMessages } from "@/messages";

/** A GET form, so that the address holds the days. */
export async function PeriodForm({
  path,
  names,
  period,
  children,
}: {
  path: string;
  /** Names of the days in the address. */
  names: Readonly<Record<"from" | "to", string>>;
  period: { from: string; to: string };
  /** A further field. */
  children?: ReactNode;
}) {
  const { settlement: t } = await currentMessages();
  return (
    <FilterForm
      className={`grid items-end gap-x-4 ${children ? "sm:grid-cols-2 lg:grid-cols-4" : "sm:grid-cols-3"}`}
      path={path}
      submit={t.show}
      inline
    >
      <TextField name={names.from} type="date" label={t.from} defaultValue={period.from} autoComplete="off" />
      <TextField name={names.to} type="date" label={t.to} defaultValue={period.to} autoComplete="off" />
      {children}
    </FilterForm>
  );
}
