import { errorsByField, formWords } from "@/app/_server/form-words";
import { answeredIn, faultsIn, type Query } from "@/app/_server/http/answered";
import { FormWordsProvider } from "@/components/form/form-words";
import { Page } from "@/components/layout/page";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { listImports } from "@/db/queries/import-runs";
import { shortDateTime } from "@/lib/format/date";
import { pathWith } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";
import { can, type Grant } from "@/model/access";
import { uploadErrors } from "./faults";
import { RunTag } from "./run-tag";
import { importPlaces, importWords } from "./subject";
import { UploadForm } from "./upload-form";

const SHOWN = 30;
/** In the address: the imports that somebody has to look at. */
const TO_LOOK_AT = "por-revisar";

export type UploadProps = { searchParams: Promise<Query> };

export async function uploadMetadata(subject: ImportSubject, { searchParams }: UploadProps) {
  const [query, messages] = await Promise.all([searchParams, currentMessages()]);
  const t = importWords(messages, subject);
  const failed = Object.keys(faultsIn(query, uploadErrors(messages))).length > 0;
  return { title: failed ? t.errorTitle(t.title) : t.title };
}

/** Earlier imports; above them the upload of a file, for who may bring one. */
export async function UploadPage({
  grant,
  subject,
  searchParams,
  back,
}: UploadProps & {
  grant: Grant<"import.read" | "agreement.read">;
  subject: ImportSubject;
  back?: { href: string; label: string };
}) {
  const query = await searchParams;
  const toLookAt = query.ver === TO_LOOK_AT;
  const [runs, messages, language] = await Promise.all([
    listImports(databaseFor(grant), grant, subject, SHOWN, toLookAt),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = importWords(messages, subject);
  const { path, writes } = importPlaces[subject];
  const errors = uploadErrors(messages);
  return (
    <Page title={t.title} back={back} width="admin">
      {can(grant.actor, writes) ? (
        <>
          <p>{t.intro}</p>
          <FormWordsProvider words={await formWords(errorsByField(errors))}>
            <UploadForm
              path={path}
              answered={answeredIn(query, { errors, refusals: messages.common.refusals })}
              label={t.file}
              hint={t.fileHint}
              submit={t.upload}
            >
              <p>
                <a className="inline-flex min-h-11 items-center" href={`${path}/plantilla`} download>
                  {t.template}
                </a>
              </p>
            </UploadForm>
          </FormWordsProvider>
        </>
      ) : null}
      <ChoiceLinks
        label={t.tabsLabel}
        choices={[
          { href: path, label: t.all, chosen: !toLookAt },
          { href: pathWith(path, { ver: TO_LOOK_AT }), label: t.toLookAt, chosen: toLookAt },
        ]}
      />
      <DataTable
        caption={toLookAt ? `${t.past}: ${t.toLookAt}` : t.past}
        empty={toLookAt ? t.noneToLookAt : t.none}
        columns={{
          when: t.when,
          fileName: t.fileName,
          who: t.who,
          digest: t.digest,
          state: t.state,
          outcome: t.outcome,
        }}
        rows={runs.map((run) => ({
          when: (
            <a className="tabular-nums lining-nums whitespace-nowrap" href={`${path}/${run.id}`}>
              {shortDateTime(run.startedAt, language)}
            </a>
          ),
          fileName: <span className="break-all">{run.fileName}</span>,
          who: run.startedBy ?? t.byCommand,
          digest: <code className="text-sm">{run.sha256.toString("hex").slice(0, 8)}</code>,
          state: <RunTag state={run.state} />,
          outcome: run.state === "finished" ? t.outcomeOf(run.inserted, run.changed, run.refused) : "—",
        }))}
      />
      {runs.length === SHOWN ? <p className="text-hint text-ink-soft">{t.more(SHOWN)}</p> : null}
    </Page>
  );
}
