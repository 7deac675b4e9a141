import { SummaryList } from "@/components/ui/summary-list";
import { Timeline } from "@/components/ui/timeline";
import type { DeskRights } from "@/domain/rights/desk";
import { dateTime, longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { bogotaDay } from "@/model/calendar";
import { ASK_WITHIN_DAYS, type RightsState } from "@/model/rights";
import { addWorkingDays } from "@/model/working-day";

const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

/** Who asks for what, until when, and whether it is known who they are. */
export async function RequestFacts({ request }: { request: DeskRights }) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.rights;
  const { content, state } = request;
  const askBefore = longDate(addWorkingDays(bogotaDay(request.filedAt), ASK_WITHIN_DAYS), language);
  return (
    <section aria-labelledby="peticion">
      <h2 id="peticion">{t.person}</h2>
      {content ? null : <p>{t.forgotten}</p>}
      <SummaryList
        rows={[
          { label: t.kind, value: <b>{t.kinds[request.kind]}</b> },
          { label: t.asker, value: t.askers[request.asker] },
          { label: t.state, value: t.states[state as RightsState] },
          { label: t.filed, value: dateTime(request.filedAt, language) },
          dayOf(request, t, language),
          ...(content
            ? [
                { label: t.name, value: content.name },
                {
                  label: t.email,
                  value: request.mailboxProvenAt
                    ? `${content.email}, ${t.emailProven(dateTime(request.mailboxProvenAt, language))}`
                    : `${content.email}. ${t.noMailbox}`,
                },
                { label: t.holder, value: content.holderName },
                { label: t.id, value: `${content.idKind} ${content.idNumber}` },
                ...(content.proof ? [{ label: t.proof, value: content.proof }] : []),
                {
                  label: t.words,
                  value: <span className="whitespace-pre-line">{content.words || t.noWords}</span>,
                },
              ]
            : []),
          {
            label: t.identity,
            value: request.identityAt
              ? t.identityBy(request.identityBy ?? "", dateTime(request.identityAt, language))
              : t.identityNone,
          },
          ...(request.result ? [{ label: t.decision, value: wordOf(t.results, request.result) }] : []),
        ]}
      />
      {state === "open" ? <p className="text-hint text-ink-soft">{t.askBefore(askBefore)}</p> : null}
      {request.hasFile ? <p>{t.answeredFile}</p> : null}
      {request.hasForgotten ? <p>{t.dataForgotten}</p> : null}
    </section>
  );
}

/** The day that counts now: when it was closed, until when a claim stands still, or when it is due. */
function dayOf(
  { closedAt, dueOn, isExtended, missingUntil }: DeskRights,
  t: Messages["admin"]["rights"],
  language: Language,
) {
  if (closedAt) return { label: t.closed, value: dateTime(closedAt, language) };
  if (missingUntil) return { label: t.missingUntil, value: longDate(missingUntil, language) };
  const due = longDate(dueOn, language);
  return { label: t.due, value: isExtended ? `${due} (${t.extended})` : due };
}

export async function RequestHistory({ events }: Pick<DeskRights, "events">) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.rights;
  return (
    <section aria-labelledby="historia">
      <h2 id="historia">{t.history}</h2>
      <Timeline
        items={events.map(({ kind, at, by, text }) => ({
          title: wordOf(t.events, kind),
          when: dateTime(at, language),
          by: by ?? undefined,
          note: text ? <span className="whitespace-pre-line">{text}</span> : undefined,
        }))}
      />
    </section>
  );
}
