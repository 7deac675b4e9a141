import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { messageClass } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { databaseFor } from "@/db/client";
import { countFindings, findEarlierImport, findImport, type ImportRun } from "@/db/queries/import-runs";
import { dateTime, longDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { can, type Grant } from "@/model/access";
import { failureText } from "../faults";
import { RunTag } from "../run-tag";
import { Decide, Stop } from "./decide";
import { Changes, Faults, Warnings } from "./findings";
import { Progress } from "./progress";
import { Understood } from "./understood";

type Props = { params: Promise<{ id: string }> };

async function runOf(grant: Grant<"import.read">, params: Props["params"]): Promise<ImportRun> {
  const { id } = await params;
  const run = /^[0-9a-f-]{36}$/.test(id) ? await findImport(databaseFor(grant), grant, id) : null;
  if (!run) notFound();
  return run;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [run, { admin }] = await Promise.all([
    requireGrant("import.read").then((grant) => runOf(grant, params)),
    currentMessages(),
  ]);
  return { title: admin.imports.runTitle(admin.imports.states[run.state]) };
}

/** An import: content, decision, progress and result. */
async function ImportRunPage({ params }: Props) {
  const grant = await requireGrant("import.read");
  const db = databaseFor(grant);
  const run = await runOf(grant, params);
  const [found, before, messages, language] = await Promise.all([
    countFindings(db, run.id, { secondPerson: run.startedById !== grant.actor.personId }),
    findEarlierImport(db, run),
    currentMessages(),
    currentLanguage(),
  ]);
  const { imports: t } = messages.admin;
  const imports = can(grant.actor, "order.import");
  const working = run.state === "preview_queued" || run.state === "import_queued";
  return (
    <Page
      title={t.runTitle(t.states[run.state])}
      back={imports ? { href: "/admin/ordenes/importar", label: t.back } : undefined}
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
            run={run.id}
            first={{ state: run.state, done: run.linesDone, total: run.linesTotal }}
            label={run.state === "preview_queued" ? t.progressReading : t.progressLoading}
          />
          <p>{t.progressNote}</p>
          {imports ? <Stop run={run} /> : null}
        </>
      ) : null}
      <SummaryList
        rows={[
          { label: t.state, value: <RunTag state={run.state} /> },
          { label: t.fileName, value: <span className="break-all">{run.fileName}</span> },
          { label: t.uploaded, value: dateTime(run.startedAt, language) },
          { label: t.who, value: run.startedBy ?? t.byCommand },
          ...countRows(run, t),
        ]}
      />
      {imports && (run.state === "uploading" || run.state === "running") ? <Stop run={run} /> : null}
      {working ? null : <Understood run={run} />}
      {imports && run.state === "previewed" ? <Decide run={run} tickable={found.tickable} /> : null}
      {run.state === "previewed" && found.faultLines + found.changes === 0 && run.previewNew === 0 ? (
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

export default unlessDown(ImportRunPage);

/** Counts of lines by result: expected before the decision, actual after it. */
function countRows(run: ImportRun, t: Messages["admin"]["imports"]): SummaryRow[] {
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
