import { FileForm } from "@/components/form/file-form";
import { buttonClass } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { Timeline } from "@/components/ui/timeline";
import type { readRightsStatus } from "@/domain/rights/status";
import { dateTime, longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { CompleteRightsForm } from "./open-form";

type Status = NonNullable<Awaited<ReturnType<typeof readRightsStatus>>>;

const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

/** How a request goes, what the desk wrote, and the file of the answer. */
export async function RequestStatus({ status }: { status: Status }) {
  const [{ rights }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = rights.status;
  const isOpen = status.closedAt === null;
  const due = longDate(status.dueOn, language);
  return (
    <>
      <SummaryList
        rows={[
          { label: t.kind, value: wordOf(rights.form.kinds, status.kind) },
          { label: t.state, value: wordOf(t.states, status.state) },
          { label: t.filed, value: dateTime(status.filedAt, language) },
          ...(isOpen && !status.missingUntil
            ? [{ label: t.due, value: status.isExtended ? `${due} (${t.extended})` : due }]
            : []),
          ...(isOpen && status.missingUntil
            ? [{ label: t.missingUntil, value: longDate(status.missingUntil, language) }]
            : []),
          ...(status.result ? [{ label: t.result, value: wordOf(t.results, status.result) }] : []),
          ...(status.closedAt ? [{ label: t.closed, value: dateTime(status.closedAt, language) }] : []),
        ]}
      />
      {status.state === "incomplete" ? <CompleteRightsForm /> : null}
      {status.hasFile ? (
        <section aria-labelledby="archivo">
          <h2 id="archivo">{t.file}</h2>
          <p>{t.fileText}</p>
          <FileForm className="mb-4" action="/habeas-data/estado/archivo">
            <button type="submit" className={buttonClass("outline")}>
              {t.file}
            </button>
          </FileForm>
        </section>
      ) : null}
      <h2>{t.words}</h2>
      <Timeline
        items={status.words.toReversed().map(({ kind, at, text }) => ({
          title: wordOf(t.events, kind),
          when: dateTime(at, language),
          note: text ? <span className="whitespace-pre-line">{text}</span> : undefined,
        }))}
      />
      {isOpen ? null : (
        <Note>
          <p>{t.authority}</p>
        </Note>
      )}
    </>
  );
}
