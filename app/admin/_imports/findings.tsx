import { unlessDown } from "@/app/_server/http/unless-down";
import { FileForm } from "@/components/form/file-form";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/ui/table";
import { cajaDatabase } from "@/db/client";
import { type ImportFindings, type ImportRun, listChanges, listFaults } from "@/db/queries/import-runs";
import { readableCell } from "@/domain/import/fact";
import { cellPlace } from "@/domain/import/sealed-file";
import { unseal } from "@/lib/crypto/seal";
import { currentMessages } from "@/messages";
import { faultText, warningText } from "./faults";
import { importPlaces, importWords } from "./subject";

const SHOWN = 100;
const WARNINGS_SHOWN = 20;

type Part = { run: ImportRun };

type FaultsPart = Part & {
  found: ImportFindings;
  /** Whether the reader may take the lines along, to mend them. */
  taken: boolean;
};

/** The rejected lines, each with its error and how to correct it. */
export const Faults = unlessDown(async ({ run, found, taken }: FaultsPart) => {
  if (run.refused === 0) return null;
  const [faults, messages] = await Promise.all([
    listFaults(cajaDatabase(), run.id, { warning: false, limit: SHOWN }),
    currentMessages(),
  ]);
  const t = importWords(messages, run.subject);
  const shown = new Set(faults.map(({ line }) => line)).size;
  return (
    <section aria-labelledby="con-error">
      <h2 id="con-error">{t.faultsTitle}</h2>
      {found.fileKept && taken ? (
        <>
          <FileForm action={`${importPlaces[run.subject].path}/${run.id}/errores`}>
            <SubmitButton variant="outline">{t.download(found.faultLines)}</SubmitButton>
          </FileForm>
          <p className="text-hint text-ink-soft">{t.downloadHint}</p>
        </>
      ) : null}
      <DataTable
        caption={t.faultsCaption(shown, found.faultLines)}
        empty={t.forgotten}
        columns={{ line: { label: t.line, numeric: true }, column: t.column, cell: t.cell, why: t.why }}
        rows={faults.map(({ line, position, column, code, fact, saidSealed }) => ({
          line,
          column: column || t.wholeLine,
          cell: (
            <span className="break-all">
              {readableCell(unseal(saidSealed, cellPlace(run.id, line, position))) || "—"}
            </span>
          ),
          why: faultText(code, fact, messages),
        }))}
      />
    </section>
  );
});

/** Known orders for which the file has other data. Columns only, because the data are personal. */
export const Changes = unlessDown(async ({ run, all }: Part & { all: number }) => {
  if (all === 0) return null;
  const [changes, messages] = await Promise.all([
    listChanges(cajaDatabase(), run.id, SHOWN),
    currentMessages(),
  ]);
  const t = importWords(messages, run.subject);
  return (
    <section aria-labelledby="diferentes">
      <h2 id="diferentes">{t.changesTitle}</h2>
      {changes.some(({ applied }) => applied.length > 0) ? (
        <p className="text-hint text-ink-soft">{t.movesHint}</p>
      ) : null}
      <DataTable
        caption={t.changesCaption(changes.length, all)}
        empty=""
        columns={{
          line: { label: t.line, numeric: true },
          number: t.number,
          applied: run.state === "finished" ? t.applied : t.applies,
          held: t.stays,
        }}
        rows={changes.map(({ line, kindCode, number, applied, held, kept }) => ({
          line,
          number: (
            <span className="tabular-nums lining-nums whitespace-nowrap">
              {`${kindCode} ${number}`.trim()}
            </span>
          ),
          applied: applied.join(", ") || "—",
          held: [held.join(", ") || "—", ...(kept ? [`(${t.staysBecause[kept]})`] : [])].join(" "),
        }))}
      />
    </section>
  );
});

export const Warnings = unlessDown(async ({ run, all }: Part & { all: number }) => {
  if (all === 0) return null;
  const [warnings, messages] = await Promise.all([
    listFaults(cajaDatabase(), run.id, { warning: true, limit: WARNINGS_SHOWN }),
    currentMessages(),
  ]);
  const { imports: t } = messages.admin;
  return (
    <section aria-labelledby="avisos">
      <h2 id="avisos">{t.warningsTitle}</h2>
      <ul>
        {warnings.map(({ line, position, code, fact }) => (
          <li key={`${line}/${position}`}>
            {t.warning(String(line), warningText(code, fact ?? "", messages))}
          </li>
        ))}
      </ul>
      {all > warnings.length ? <p>{t.moreWarnings(all - warnings.length)}</p> : null}
    </section>
  );
});
