import { SelectField, TextField } from "@/components/form/field";
import { buttonClass } from "@/components/ui/button";
import type { HistoryFilters } from "@/domain/history/schema";
import type { Messages } from "@/messages/es-CO";
import type { HistoryChoices } from "./history-words";

/** A GET: the address holds the whole list. Folded away on its own, so that the rows come first. */
export function HistoryFiltersForm({
  path,
  filters,
  choices,
  kept,
  words: t,
}: {
  path: string;
  filters: HistoryFilters;
  choices: HistoryChoices;
  kept: Readonly<Record<string, string>>;
  words: Messages["history"];
}) {
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
      <search>
        <form className="grid gap-x-4 sm:grid-cols-2" action={path}>
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
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
          <div className="sm:col-span-full">
            <button type="submit" className={buttonClass("outline")}>
              {t.filters}
            </button>
          </div>
        </form>
      </search>
    </details>
  );
}
