import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { errorsByField, formWords } from "@/app/_server/form-words";
import { answeredIn, faultsIn, type Query } from "@/app/_server/http/answered";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FormWordsProvider } from "@/components/form/form-words";
import { Page } from "@/components/layout/page";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { listImports } from "@/db/queries/import-runs";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { uploadErrors } from "./faults";
import { RunTag } from "./run-tag";
import { UploadForm } from "./upload-form";

const SHOWN = 30;

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [query, messages] = await Promise.all([searchParams, currentMessages()]);
  const { imports: t } = messages.admin;
  const failed = Object.keys(faultsIn(query, uploadErrors(messages))).length > 0;
  return { title: failed ? t.errorTitle(t.title) : t.title };
}

/** Uploads a file of orders; below it earlier imports. */
async function ImportPage({ searchParams }: Props) {
  const grant = await requireGrant("order.import");
  const [runs, query, messages, language] = await Promise.all([
    listImports(databaseFor(grant), grant, SHOWN),
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const { imports: t } = messages.admin;
  const errors = uploadErrors(messages);
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <FormWordsProvider words={await formWords(errorsByField(errors))}>
        <UploadForm
          answered={answeredIn(query, { errors, refusals: messages.common.refusals })}
          label={t.file}
          hint={t.fileHint}
          submit={t.upload}
        >
          <p>
            <a
              className="inline-flex min-h-11 items-center"
              href="/admin/ordenes/importar/plantilla"
              download
            >
              {t.template}
            </a>
          </p>
        </UploadForm>
      </FormWordsProvider>
      <DataTable
        caption={t.past}
        empty={t.none}
        columns={{ when: t.when, fileName: t.fileName, who: t.who, state: t.state, outcome: t.outcome }}
        rows={runs.map((run) => ({
          when: (
            <a
              className="tabular-nums lining-nums whitespace-nowrap"
              href={`/admin/ordenes/importar/${run.id}`}
            >
              {shortDateTime(run.startedAt, language)}
            </a>
          ),
          fileName: <span className="break-all">{run.fileName}</span>,
          who: run.startedBy ?? t.byCommand,
          state: <RunTag state={run.state} />,
          outcome: run.state === "finished" ? t.outcomeOf(run.inserted, run.changed, run.refused) : "—",
        }))}
      />
      {runs.length === SHOWN ? <p className="text-hint text-ink-soft">{t.more(SHOWN)}</p> : null}
    </Page>
  );
}

export default unlessDown(ImportPage);
