import { Tag } from "@/components/ui/tag";
import { Unbroken } from "@/components/ui/unbroken";
import type { History, HistoryEntry, HistoryTotals } from "@/domain/history/read-history";
import { entrySignal } from "@/domain/history/rules";
import { whoDid } from "@/domain/history/who-did";
import { timeOfDay } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";

type Words = Messages["history"];

/** "14 consultas, 9 usos, $3.120.000" */
export function totalsLine({ lookups, uses, value }: HistoryTotals, t: Words): string {
  return t.dayTotals(t.lookups(formatCount(lookups)), t.uses(formatCount(uses)), formatPesos(value));
}

/** One day: its totals and entries, newest first. */
export async function HistoryDay({ day, title }: { day: History["days"][number]; title: string }) {
  const [{ history: t }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="tabular-nums lining-nums">{totalsLine(day.totals, t)}</p>
      <ol className="mb-6 border-y border-rule bg-sheet" data-history>
        {day.entries.map((entry) => (
          <li
            key={entry.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline @max-[18rem]:grid-cols-1 gap-x-4 gap-y-[0.1rem] px-3 py-[0.6rem] not-first:border-t not-first:border-rule"
          >
            <Tag signal={entrySignal(entry.entry)}>{t.entries[entry.entry]}</Tag>
            <span className="justify-self-end tabular-nums lining-nums whitespace-nowrap @max-[18rem]:justify-self-start">
              {timeOfDay(entry.at, language)}
            </span>
            <span className="font-bold wrap-anywhere tabular-nums lining-nums">
              <span className="sr-only">{t.number} </span>
              {entry.number ?? t.noNumber}
            </span>
            <span className="justify-self-end tabular-nums lining-nums whitespace-nowrap @max-[18rem]:justify-self-start">
              {entry.value === null ? null : formatPesos(entry.value)}
            </span>
            <span className="col-span-full m-0 flex flex-wrap items-center justify-between gap-x-4 [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center text-hint text-ink-soft">
              {whoAndWhere(entry, t)} {toKeep(entry, t)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Link of a row: its receipt, the proof of the look-up, or the answer. */
function toKeep({ id, number, receipt, proof }: HistoryEntry, t: Words) {
  if (receipt)
    return (
      <a href={`/comprobantes/${receipt.id}`}>
        <Unbroken text={t.receipt(receipt.number)} />
      </a>
    );
  if (proof)
    return (
      <a href={`/constancias/${proof.id}`}>
        <Unbroken text={t.proof(proof.number)} />
      </a>
    );
  return (
    <a href={`/consultar/r/${id}`}>
      {t.answer}
      {number ? <span className="sr-only"> {t.answerOf(number)}</span> : null}
    </a>
  );
}

/** The known parts of "María Pérez · Luis Barrios · Caja 2, Sede Norte". */
function whoAndWhere(entry: HistoryEntry, t: Words): string {
  const { name, counter, branch } = entry;
  const place = counter && branch ? t.counterOf(counter, branch) : null;
  return [name, whoDid(entry, t), place].filter((part) => part !== null).join(" · ");
}
