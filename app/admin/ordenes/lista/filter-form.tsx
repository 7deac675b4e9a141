import type { Filters } from "@/app/admin/ordenes/list-address";
import { SelectField, TextField } from "@/components/form/field";
import { buttonClass } from "@/components/ui/button";
import type { FilterWords } from "./filter-words";

/** A GET: the address holds the whole list. Sort and length of the pages stay as they are. */
export function FilterForm({
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
    <search>
      <form className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4" action={path}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
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
        <div className="sm:col-span-full">
          <button type="submit" className={buttonClass("outline")}>
            {words.apply}
          </button>
        </div>
      </form>
    </search>
  );
}
