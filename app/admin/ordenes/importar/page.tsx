import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ErrorSummary } from "@/components/form/error-summary";
import { FileField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import { Page } from "@/components/layout/page";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { listImports } from "@/db/queries/import-runs";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { uploadFault } from "./faults";
import { RunTag } from "./run-tag";

const SHOWN = 30;
const FIELD = "archivo";

type Props = { searchParams: Promise<{ aviso?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ aviso }, messages] = await Promise.all([searchParams, currentMessages()]);
  const { imports: t } = messages.admin;
  return { title: uploadFault(aviso, messages) ? t.errorTitle(t.title) : t.title };
}

/** Brings a file of orders; below, what was brought before. */
async function ImportPage({ searchParams }: Props) {
  const grant = await requireGrant("order.import");
  const [runs, { aviso }, messages, language] = await Promise.all([
    listImports(databaseFor(grant), grant, SHOWN),
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const { imports: t } = messages.admin;
  const fault = uploadFault(aviso, messages);
  return (
    <Page title={t.title} width="admin">
      {fault ? <ErrorSummary title={t.errorSummary} errors={[{ name: FIELD, text: fault }]} /> : null}
      <p>{t.intro}</p>
      <form
        className="mb-8 max-w-2xl"
        method="post"
        encType="multipart/form-data"
        action="/admin/ordenes/importar/enviar"
        noValidate
      >
        <FileField
          name={FIELD}
          label={t.file}
          hint={t.fileHint}
          error={fault}
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <p>
          <a className="inline-flex min-h-11 items-center" href="/admin/ordenes/importar/plantilla" download>
            {t.template}
          </a>
        </p>
        <SubmitButton>{t.upload}</SubmitButton>
      </form>
      <DataTable
        caption={t.past}
        empty={t.none}
        columns={[
          { key: "when", label: t.when },
          { key: "fileName", label: t.fileName },
          { key: "who", label: t.who },
          { key: "state", label: t.state },
          { key: "outcome", label: t.outcome },
        ]}
        rows={runs.map((run) => ({
          when: (
            <a className="num whitespace-nowrap" href={`/admin/ordenes/importar/${run.id}`}>
              {shortDateTime(run.startedAt, language)}
            </a>
          ),
          fileName: <span className="break-all">{run.fileName}</span>,
          who: run.startedBy ?? t.byCommand,
          state: <RunTag state={run.state} words={t.states} />,
          outcome: run.state === "finished" ? t.outcomeOf(run.inserted, run.changed, run.refused) : "—",
        }))}
      />
      {runs.length === SHOWN ? <p className="hint">{t.more(SHOWN)}</p> : null}
    </Page>
  );
}

export default unlessDown(ImportPage);
