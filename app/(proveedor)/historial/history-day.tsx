import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { History, HistoryTotals } from "@/domain/history/read-history";
import { entrySignal } from "@/domain/history/rules";
import { timeOfDay } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";

type Words = Messages["history"];

/** "14 consultas, 9 usos, $3.120.000" */
export function totalsLine({ lookups, uses, value }: HistoryTotals, t: Words): string {
  return t.dayTotals(t.lookups(formatCount(lookups)), t.uses(formatCount(uses)), formatPesos(value));
}

/** One day: its totals, and what happened, newest first. */
export function HistoryDay({
  day,
  title,
  words: t,
  language,
}: {
  day: History["days"][number];
  title: string;
  words: Words;
  language: Language;
}) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <DataTable
        caption={totalsLine(day.totals, t)}
        empty=""
        columns={[
          { key: "what", label: t.what },
          { key: "when", label: t.when },
          { key: "number", label: t.number },
          { key: "value", label: t.value, numeric: true },
          { key: "affiliate", label: t.affiliate },
          { key: "who", label: t.who },
          { key: "counter", label: t.counter },
        ]}
        rows={day.entries.map((entry) => ({
          what: <Tag signal={entrySignal(entry.entry)}>{t.entries[entry.entry]}</Tag>,
          when: <span className="num nobr">{timeOfDay(entry.at, language)}</span>,
          number: <span className="num">{entry.number ?? t.noNumber}</span>,
          value: entry.value === null ? t.nothing : formatPesos(entry.value),
          affiliate: entry.name ?? t.nothing,
          who: entry.person ?? t.nothing,
          counter: entry.counter && entry.branch ? t.counterOf(entry.counter, entry.branch) : t.nothing,
        }))}
      />
    </section>
  );
}
