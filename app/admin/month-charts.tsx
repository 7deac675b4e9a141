import { type Bar, Chart, LyingBars, UprightBars } from "@/components/ui/chart";
import { DataTable } from "@/components/ui/table";
import type { readMonth } from "@/domain/caja/month";
import { ANSWER_WORKING_DAYS } from "@/domain/request/rules";
import { shortDay } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";

type Month = Awaited<ReturnType<typeof readMonth>>;
type Words = Messages["admin"]["today"]["charts"];

/** Answers of the chart; the rarer ones are one bar, and stand in the table. */
const MOST_BARS = 6;
/** What a counter should seldom be answered. */
const troubling = ["not_found", "forged", "foreign", "waiting"];

/** The month in three charts, as far as the person may read them, each with its table. */
export async function MonthCharts({ uses, answers, decided }: Pick<Month, "uses" | "answers" | "decided">) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.today.charts;
  if (!uses && !answers && !decided) return null;
  return (
    <section aria-labelledby="graficas">
      <h2 id="graficas">{t.title}</h2>
      <div className="mb-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {uses ? <UsesChart uses={uses} t={t} language={language} /> : null}
        {answers ? <AnswersChart answers={answers} t={t} /> : null}
        {decided ? <DecidedChart decided={decided} t={t} /> : null}
      </div>
    </section>
  );
}

function UsesChart({
  uses,
  t,
  language,
}: {
  uses: NonNullable<Month["uses"]>;
  t: Words;
  language: Language;
}) {
  const total = uses.reduce((sum, day) => sum + day.uses, 0);
  const dayOfMonth = (day: string) => String(Number(day.slice(8)));
  const highest = uses.reduce((best, day) => (day.uses > best.uses ? day : best), { day: "", uses: 0 });
  const bars: Bar[] = uses.map(({ day, uses: value }) => ({
    key: day,
    label: dayOfMonth(day),
    value,
    shown: formatCount(value),
  }));
  return (
    <Chart
      title={t.uses(formatCount(total), total, highest.day ? dayOfMonth(highest.day) : null)}
      tableLabel={t.table}
      picture={<UprightBars bars={bars} named={(at) => at % 4 === 0} />}
    >
      <DataTable
        caption={t.usesCaption}
        empty={t.none}
        columns={{
          day: { label: t.day, firm: true },
          uses: { label: t.count, numeric: true },
          amount: { label: t.amount, numeric: true },
        }}
        rows={uses.map(({ day, uses: count, amount }) => ({
          day: shortDay(day, language),
          uses: formatCount(count),
          amount: formatPesos(amount),
        }))}
      />
    </Chart>
  );
}

function AnswersChart({ answers, t }: { answers: NonNullable<Month["answers"]>; t: Words }) {
  const total = answers.reduce((sum, row) => sum + row.answers, 0);
  const missing = answers.find(({ outcome }) => outcome === "not_found")?.answers ?? 0;
  const nameOf = (outcome: string) =>
    Object.hasOwn(t.outcomes, outcome) ? t.outcomes[outcome as keyof typeof t.outcomes] : t.otherAnswers;
  const [most, rest] = [answers.slice(0, MOST_BARS), answers.slice(MOST_BARS)];
  const others = rest.reduce((sum, row) => sum + row.answers, 0);
  const bars: Bar[] = [
    ...most.map(({ outcome, answers: value }) => ({
      key: outcome,
      label: nameOf(outcome),
      value,
      shown: formatCount(value),
      signal: troubling.includes(outcome),
    })),
    ...(others > 0
      ? [{ key: "others", label: t.otherAnswers, value: others, shown: formatCount(others) }]
      : []),
  ];
  return (
    <Chart
      title={t.answers(formatCount(total), total, Math.round((missing / Math.max(1, total)) * 100))}
      tableLabel={t.table}
      picture={<LyingBars bars={bars} />}
    >
      <DataTable
        caption={t.answersCaption}
        empty={t.none}
        columns={{ answer: t.answer, count: { label: t.lookups, numeric: true } }}
        rows={answers.map(({ outcome, answers: count }) => ({
          answer: nameOf(outcome),
          count: formatCount(count),
        }))}
      />
    </Chart>
  );
}

function DecidedChart({ decided, t }: { decided: NonNullable<Month["decided"]>; t: Words }) {
  const last = decided.requests.length - 1;
  const bars: Bar[] = decided.requests.map((value, days) => ({
    key: String(days),
    label: t.daysShort(days, days === last),
    value,
    shown: formatCount(value),
    signal: days > ANSWER_WORKING_DAYS,
  }));
  return (
    <Chart
      title={t.decided(formatCount(decided.total), decided.total, decided.late)}
      tableLabel={t.table}
      picture={<UprightBars bars={bars} named={() => true} />}
    >
      <DataTable
        caption={t.decidedCaption(ANSWER_WORKING_DAYS)}
        empty={t.none}
        columns={{ days: t.workingDays, requests: { label: t.requests, numeric: true } }}
        rows={decided.requests.map((count, days) => ({
          days: t.days(days, days === last),
          requests: formatCount(count),
        }))}
      />
    </Chart>
  );
}
