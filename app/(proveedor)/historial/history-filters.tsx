import { SelectField, TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import type { HistoryFilters } from "@/domain/history/schema";
import { currentMessages } from "@/messages";
import type { HistoryChoices } from "./history-words";

/** A GET: the address holds the whole list. Folded away on its own, so that the rows come first. */
export async function HistoryFiltersForm({
  path,
  filters,
  choices,
  kept,
}: {
  path: string;
  filters: HistoryFilters;
  choices: HistoryChoices;
  kept: Readonly<Record<string, string>>;
}) {
  const { history: t } = await currentMessages();
  const select = (name: keyof HistoryChoices) => (
    <SelectField
      name={name}
      label={t.names[name]}
      emptyLabel={t.anyOne}
      defaultValue={filters[name]}
      options={[...choices[name]]}
    />
  );
  const day = (name: "desde" | "hasta") => (
    <TextField
      name={name}
      type="date"
      label={t.names[name]}
      defaultValue={filters[name]}
      autoComplete="off"
    />
  );
  return (
    <details className="mb-4">
      <summary className="min-h-11">{t.filters}</summary>
      <FilterForm className="grid gap-x-4 sm:grid-cols-2" path={path} kept={kept} submit={t.filters}>
        {day("desde")}
        {day("hasta")}
        {select("resultado")}
        {select("persona")}
        {choices.lugar.length > 0 ? select("lugar") : null}
        <TextField
          name="numero"
          label={t.names.numero}
          defaultValue={filters.numero}
          autoComplete="off"
          maxLength={60}
        />
      </FilterForm>
    </details>
  );
}
