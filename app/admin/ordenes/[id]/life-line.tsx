import { unlessDown } from "@/app/_server/http/unless-down";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { cajaDatabase } from "@/db/client";
import { countLookupsOf, listOrderEvents } from "@/db/queries/order-events";
import type { FoundOrder } from "@/domain/order/find-orders";
import { type DateLanguage, shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { usesOf } from "./uses-of";

type Words = Messages["admin"]["life"];
type Action = keyof Words["events"];
type Event = Awaited<ReturnType<typeof listOrderEvents>>[number];

/** Events of an order, newest first. Look-ups of providers are summed up in one line. */
export const LifeLine = unlessDown(async ({ order }: { order: FoundOrder }) => {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.life;
  const db = cajaDatabase();
  const [events, { lookupCount, last }, uses] = await Promise.all([
    listOrderEvents(db, order.id, Object.keys(t.events)),
    countLookupsOf(db, order.id),
    usesOf(order.id),
  ]);
  const items = events.map((event) => ({ at: event.at, item: itemOf(event, t, language) }));
  if (order.draftedBy === null)
    items.push({
      at: order.createdAt,
      item: { title: t.loaded, when: shortDateTime(order.createdAt, language) },
    });
  // What the core used is no event of the portal: the file that told of it is, and perhaps the day that it says.
  for (const { provider, at, coreUsedOn, amount } of uses)
    if (!provider)
      items.push({
        at: coreUsedOn ? new Date(`${coreUsedOn}T23:59:59-05:00`) : at,
        item: {
          title: t.usedByCore,
          when: coreUsedOn ? shortDate(coreUsedOn) : t.withoutDay(shortDateTime(at, language)),
          note: formatPesos(amount),
        },
      });
  if (last)
    items.push({
      at: last,
      item: {
        title: t.lookedUp(formatCount(lookupCount)),
        when: `${t.lastTime}: ${shortDateTime(last, language)}`,
      },
    });
  return (
    <section aria-labelledby="vida">
      <h2 id="vida">{t.line}</h2>
      <Timeline items={items.sort((a, b) => b.at.getTime() - a.at.getTime()).map(({ item }) => item)} />
    </section>
  );
});

function itemOf(event: Event, t: Words, language: DateLanguage): TimelineItem {
  const { action, at, person, provider, detail } = event;
  const by = [provider, person].filter(Boolean).join(" · ");
  return {
    title: t.events[action as Action],
    when: shortDateTime(at, language),
    ...(by ? { by } : {}),
    ...(noteOf(detail, t) ? { note: noteOf(detail, t) } : {}),
  };
}

function noteOf(detail: Record<string, unknown>, t: Words): string {
  const text = (name: string) => (typeof detail[name] === "string" ? String(detail[name]) : "");
  const causes: Readonly<Record<string, string>> = t.causes;
  const amount = typeof detail.amount === "number" && typeof detail.balance === "number";
  return [
    causes[text("cause")] ?? "",
    amount ? t.amount(formatPesos(Number(detail.amount)), formatPesos(Number(detail.balance))) : "",
    /^\d{4}-/.test(text("to")) ? t.extended(shortDate(text("from")), shortDate(text("to"))) : "",
    text("reason"),
  ]
    .filter(Boolean)
    .join(". ");
}
