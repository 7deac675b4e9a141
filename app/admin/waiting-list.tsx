import { Empty } from "@/components/ui/empty";
import { DataTable } from "@/components/ui/table";
import { SignalWord } from "@/components/ui/tag";
import type { WaitingItem, WaitingKind } from "@/domain/caja/waiting";
import { type DateLanguage, shortDateTime, shortDay } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { bogotaDay, daysBetween } from "@/model/calendar";
import { waitingPlaces } from "./waiting-places";

type Words = Messages["admin"]["today"]["waiting"];

/** What waits for this person, the oldest first: since when, until when, of whom, and how much of each kind there is. */
export async function WaitingList({
  items,
  counts,
}: {
  items: readonly WaitingItem[];
  /** Of the kinds of this person alone. */
  counts: readonly { kind: WaitingKind; waiting: number }[];
}) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.today.waiting;
  const today = bogotaDay(new Date());
  const late = items.filter(({ dueOn }) => dueOn < today).length;
  const total = counts.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <section className="min-w-0" aria-labelledby="espera">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-4">
        <h2 className="my-0" id="espera">
          {t.title}
        </h2>
        <span className="text-sm text-ink-soft tabular-nums lining-nums">
          {t.facts(items.length, formatCount(total), late)}
        </span>
      </div>
      <DataTable
        caption={t.caption}
        empty={
          <Empty title={t.nothing}>
            <p>{t.nothingText}</p>
          </Empty>
        }
        columns={{
          due: { label: t.due, firm: true },
          what: t.what,
          who: t.who,
          since: { label: t.since, firm: true },
          amount: { label: t.amount, numeric: true },
        }}
        rows={items.map((item) => ({
          due: <Due day={item.dueOn} today={today} t={t} language={language} />,
          what: t.kinds[item.kind],
          who: <a href={waitingPlaces[item.kind].one(item)}>{nameOf(item, t)}</a>,
          since: (
            <span className="tabular-nums lining-nums whitespace-nowrap">
              {shortDateTime(item.since, language)}
            </span>
          ),
          amount: item.amount === null ? "—" : formatPesos(item.amount),
        }))}
      />
      {total > 0 ? (
        <ul className="m-0 flex list-none flex-wrap gap-x-5 p-0">
          {counts
            .filter(({ waiting }) => waiting > 0)
            .map(({ kind, waiting }) => (
              <li key={kind}>
                <a className="inline-flex min-h-11 items-center" href={waitingPlaces[kind].all}>
                  {t.all[kind](formatCount(waiting), waiting)}
                </a>
              </li>
            ))}
        </ul>
      ) : null}
    </section>
  );
}

/** The name of the provider or colleague and of what it is about; what is one's own says that another must look. */
function nameOf({ kind, who, detail, own }: WaitingItem, t: Words): string {
  if (kind === "mail") return t.mails(Number(detail));
  const name = [detail, who ?? t.nobody].join(", ");
  return own ? t.own(name) : name;
}

function Due({ day, today, t, language }: { day: string; today: string; t: Words; language: DateLanguage }) {
  const late = daysBetween(day, today);
  if (late > 0) return <SignalWord signal="stop">{t.overdue(late)}</SignalWord>;
  if (late === 0) return <SignalWord signal="warn">{t.dueToday}</SignalWord>;
  return <span className="tabular-nums lining-nums">{shortDay(day, language)}</span>;
}
