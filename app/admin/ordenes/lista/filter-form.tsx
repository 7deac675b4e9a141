import type { Filters } from "@/app/admin/ordenes/list-address";
import { SelectField, TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import type { FilterWords } from "./filter-words";

/** Which orders are listed. Sort and length of the pages stay as they are. */
export function OrderFilterForm({
  path,
  filters,
  kept,
  words,
}: {
  path: string;
  filters: Filters;
  kept: Readonly<Record<string, string>>;
  words: FilterWords;
}) {
  const { names, choices } = words;
  const select = (name: keyof typeof choices) => (
    <SelectField
      name={name}
      label={names[name]}
      emptyLabel={words.anyOne}
      defaultValue={filters[name]}
      options={Object.entries(choices[name]).map(([value, label]) => ({ value, label }))}
    />
  );
  const day = (name: "desde" | "hasta" | "vence-desde" | "vence-hasta") => (
    <TextField name={name} type="date" label={names[name]} defaultValue={filters[name]} autoComplete="off" />
  );
  const text = (name: "valor-desde" | "valor-hasta" | "proveedor" | "sede", numeric = true) => (
    <TextField
      name={name}
      label={names[name]}
      defaultValue={filters[name]}
      inputMode={numeric ? "decimal" : undefined}
      autoComplete="off"
      maxLength={80}
    />
  );
  return (
    <FilterForm
      className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4"
      path={path}
      kept={kept}
      submit={words.apply}
    >
      {select("tipo")}
      {select("estado")}
      {select("origen")}
      {select("impresa")}
      {day("desde")}
      {day("hasta")}
      {day("vence-desde")}
      {day("vence-hasta")}
      {text("valor-desde")}
      {text("valor-hasta")}
      {text("proveedor")}
      {text("sede", false)}
    </FilterForm>
  );
}
