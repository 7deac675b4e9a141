import { periodQuery } from "@/app/_server/http/period-params";
import { SignalShape } from "@/components/ui/tag";
import type { CounterAnswer } from "@/domain/history/read-counter-day";
import { readCounterDay } from "@/domain/history/read-counter-day";
import { entrySignal } from "@/domain/history/rules";
import { timeOfDay } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";
import { can, type Grant } from "@/model/access";

const line = [
  "flex min-h-11 items-center justify-between gap-3 border-t-2 border-ink leading-[1.25] text-ink no-underline",
  "hover:underline after:mr-[3px] after:size-[0.55rem] after:flex-none after:rotate-45 after:border-t-2",
  "after:border-r-2 after:border-link",
].join(" ");
const row = [
  "grid min-h-12 grid-cols-[28px_minmax(0,1fr)_auto] items-center gap-x-[0.7rem] border-t border-rule py-1 text-sm",
  "leading-[1.25] text-ink no-underline hover:underline @max-[18rem]:grid-cols-[28px_minmax(0,1fr)]",
].join(" ");

/** Shown below the form: today's uses with a link to their statement, and the person's last answers. */
export async function Today({ grant }: { grant: Grant<"order.look_up"> }) {
  const [{ day, uses, used, answers }, { history: t }] = await Promise.all([
    readCounterDay(grant),
    currentMessages(),
  ]);
  const where = can(grant.actor, "history.export") ? "/historial/relacion" : "/historial";
  return (
    <section className="mb-4 @container" aria-label={t.counterDay}>
      <a className={line} href={pathWith(where, periodQuery({ from: day, to: day }))}>
        <span>
          {t.usedToday}{" "}
          <b className="tabular-nums lining-nums">
            {uses === 0 ? t.noUses : `${t.uses(formatCount(uses))}, ${formatPesos(used)}`}
          </b>
        </span>
      </a>
      {answers.length > 0 ? (
        <ul className="list-none">
          {answers.map((answer) => (
            <li key={answer.id}>
              <LastAnswer answer={answer} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="border-t border-rule pt-2 text-hint text-ink-soft">{t.lastHere}</p>
      )}
    </section>
  );
}

async function LastAnswer({ answer: { id, at, entry, number, amount, useId } }: { answer: CounterAnswer }) {
  const [{ history: t }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  return (
    <a className={row} href={useId ? `/comprobantes/${useId}` : `/consultar/r/${id}`}>
      <SignalShape signal={entrySignal(entry)} size="size-7" />
      <span>
        <b className="text-md wrap-anywhere tabular-nums lining-nums">{number ?? t.noNumber}</b>{" "}
        <span className="block text-xs text-ink-soft">{t.entries[entry]}</span>
      </span>
      <span className="text-right tabular-nums lining-nums @max-[18rem]:col-start-2 @max-[18rem]:text-left">
        {amount === null ? null : <b className="block text-md">{formatPesos(amount)}</b>}{" "}
        <span className="text-xs whitespace-nowrap text-ink-soft">{timeOfDay(at, language)}</span>
      </span>
    </a>
  );
}
