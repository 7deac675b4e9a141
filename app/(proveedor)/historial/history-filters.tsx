import { SelectField, TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import type { HistoryFilters } from "@/domain/history/schema";
import { currentMessages } from "@/messages";
import { filterParams, paramsOf } from "./address";
import type { HistoryChoices } from "./history-words";

/** A GET form, so that the address holds the filters. It is collapsed at first, so that the rows come first. */
export async function HistoryFiltersForm({
  path,
  filters,
  choices,
  hidden,
}: {
  path: string;
  filters: HistoryFilters;
  choices: HistoryChoices;
  hidden: Readonly<Record<string, string>>;
}) {
  const { history: t } = await currentMessages();
  const params = paramsOf(filters);
  const select = (name: keyof HistoryChoices) => (
    <SelectField
      name={filterParams[name]}
      label={t.names[name]}
      emptyLabel={t.anyOne}
      defaultValue={params[filterParams[name]] ?? ""}
      options={[...choices[name]]}
    />
  );
  const day = (name: "from" | "to") => (
    <TextField
      name={filterParams[name]}
      type="date"
      label={t.names[name]}
      defaultValue={params[filterParams[name]] ?? ""}
      autoComplete="off"
    />
  );
  return (
    <details className="mb-4">
      <summary className="min-h-11">{t.filters}</summary>
      <FilterForm className="grid gap-x-4 sm:grid-cols-2" path={path} hidden={hidden} submit={t.filters}>
        {day("from")}
        {day("to")}
        {select("result")}
        {select("person")}
        {choices.place.length > 0 ? select("place") : null}
        <TextField
          name={filterParams.number}
          label={t.names.number}
          defaultValue={filters.number}
          autoComplete="off"
          maxLength={60}
        />
      </FilterForm>
    </details>
  );
}
