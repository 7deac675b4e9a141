import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { messageClass } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { databaseFor } from "@/db/client";
import type { ImportSubject } from "@/db/contract/functions.generated";
import {
  countFindings,
  findEarlierImport,
  findImport,
  type ImportFindings,
  type ImportRun,
} from "@/db/queries/import-runs";
import { dateTime, longDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { isUuid } from "@/lib/http/uuid";
import { currentLanguage, currentMessages } from "@/messages";
import { can, type Grant } from "@/model/access";
import { Decide, Stop } from "./decide";
import { failureText } from "./faults";
import { Changes, Faults, Warnings } from "./findings";
import { Progress } from "./progress";
import { RunTag } from "./run-tag";
import { type ImportWords, importPlaces, importWords } from "./subject";

export type RunProps = { params: Promise<{ id: string }> };
type ReadGrant = Grant<"import.read" | "agreement.read">;

/** The run of an address; the page that is not there when it has none of this subject. */
async function runOf(grant: ReadGrant, subject: ImportSubject, { params }: RunProps): Promise<ImportRun> {
  const { id } = await params;
  const run = isUuid(id) ? await findImport(databaseFor(grant), grant, id, subject) : null;
  if (!run) notFound();
  return run;
}

export async function runMetadata(grant: ReadGrant, subject: ImportSubject, props: RunProps) {
  const [run, messages] = await Promise.all([runOf(grant, subject, props), currentMessages()]);
  const t = importWords(messages, subject);
  return { title: t.runTitle(t.states[run.state]) };
}

type Part = { run: ImportRun; found: ImportFindings };

/** An import: content, decision, progress and result. */
export async function RunPage({
  grant,
  subject,
  params,
  cancelAction,
  understood,
  confirm,
  below,
}: RunProps & {
  grant: ReadGrant;
  subject: ImportSubject;
  cancelAction: Parameters<typeof Stop>[0]["cancelAction"];
  /** The file's first rows, as they were understood. */
  understood: (part: Part) => ReactNode;
  /** What confirms it; null when the file brings nothing. */
  confirm: (part: Part) => ReactNode;
  /** What a subject tells of its own, once nothing is to be decided. */
  below?: (part: Part) => ReactNode;
}) {
  const db = databaseFor(grant);
  const run = await runOf(grant, subject, { params });
  const [found, before, messages, language] = await Promise.all([
    countFindings(db, run.id, { secondPerson: run.startedById !== grant.actor.personId }),
    findEarlierImport(db, run),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = importWords(messages, subject);
  const { path, writes } = importPlaces[subject];
  const imports = can(grant.actor, writes);
  const working = run.state === "preview_queued" || run.state === "import_queued";
  return (
    <Page
      title={t.runTitle(t.states[run.state])}
      back={imports ? { href: path, label: t.back } : undefined}
      width="admin"
    >
      {before && run.state === "previewed" ? (
        <Note title={t.readBefore(longDate(before, language))}>
          <p>{t.readBeforeText}</p>
        </Note>
      ) : null}
      {run.state === "failed" ? <p className={messageClass}>{failureText(run, messages)}</p> : null}
      {run.state === "cancelled" ? <p>{t.cancelledText(run.inserted + run.changed)}</p> : null}
      {run.state === "finished" && run.finishedAt ? (
        <Done>{t.finishedText(dateTime(run.finishedAt, language))}</Done>
      ) : null}
      {working ? (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="2" />
          </noscript>
          <Progress
            key={run.state}
            subject={subject}
            path={`${path}/${run.id}`}
            first={{ state: run.state, done: run.linesDone, total: run.linesTotal }}
            label={run.state === "preview_queued" ? t.progressReading : t.progressLoading}
          />
          <p>{t.progressNote}</p>
          {imports ? <Stop run={run} cancelAction={cancelAction} /> : null}
        </>
      ) : null}
      <SummaryList
        rows={[
          { label: t.state, value: <RunTag state={run.state} /> },
          { label: t.fileName, value: <span className="break-all">{run.fileName}</span> },
          { label: t.uploaded, value: dateTime(run.startedAt, language) },
          { label: t.who, value: run.startedBy ?? t.byCommand },
          ...digestRows(run, t),
          ...countRows(run, t),
        ]}
      />
      {imports && (run.state === "uploading" || run.state === "running") ? (
        <Stop run={run} cancelAction={cancelAction} />
      ) : null}
      {working ? null : understood({ run, found })}
      {imports && run.state === "previewed" ? (
        <Decide run={run} confirm={confirm({ run, found })} cancelAction={cancelAction} />
      ) : (
        below?.({ run, found })
      )}
      {run.state === "previewed" &&
      found.faultLines + found.changes + found.moves === 0 &&
      run.previewNew === 0 ? (
        <Empty title={t.nothing}>
          <p>{t.nothingText}</p>
        </Empty>
      ) : null}
      {working ? null : <Faults run={run} found={found} taken={imports} />}
      {working ? null : <Changes run={run} all={found.changes} />}
      {working ? null : <Warnings run={run} all={found.warnings} />}
    </Page>
  );
}

/** The digest of the file, by which a person knows that it is the very one that the core gave. */
function digestRows({ sha256 }: ImportRun, t: ImportWords): SummaryRow[] {
  const digest = sha256.toString("hex");
  if (!/[1-9a-f]/.test(digest)) return [];
  return [{ label: t.digest, value: <code className="break-all">{digest}</code> }];
}

/** Counts of lines by result: expected before the decision, actual after it. */
function countRows(run: ImportRun, t: ImportWords): SummaryRow[] {
  const counts: [string, number][] =
    run.state === "previewed"
      ? [
          [t.lines, run.lines],
          [t.good, run.previewNew],
          [t.moves, run.previewChanged],
          [t.different, run.held],
          [t.repeated, run.repeated],
          [t.refused, run.refused],
        ]
      : run.state === "finished"
        ? [
            [t.lines, run.lines],
            [t.inserted, run.inserted],
            [t.changed, run.changed],
            [t.held, run.held],
            [t.repeated, run.repeated],
            [t.refused, run.refused],
          ]
        : [];
  return counts.map(([label, count]) => ({
    label,
    value: <span className="tabular-nums lining-nums">{formatCount(count)}</span>,
  }));
}
