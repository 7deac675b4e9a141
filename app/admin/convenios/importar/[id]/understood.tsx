import { ReadNotes } from "@/app/admin/_imports/read-notes";
import { DataTable } from "@/components/ui/table";
import { cajaDatabase } from "@/db/client";
import type { ImportRun } from "@/db/queries/import-runs";
import type { UnderstoodAgreement } from "@/domain/agreement/sample";
import { readSample } from "@/domain/import/sample";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";

/** How the file was interpreted, with its first rows, to compare with the file. */
export async function UnderstoodAgreements({ run }: { run: ImportRun }) {
  if (!run.notes) return null;
  const [rows, { imports: words, admin }, language] = await Promise.all([
    readSample<UnderstoodAgreement>(cajaDatabase(), run.id),
    currentMessages(),
    currentLanguage(),
  ]);
  const { agreements: t, imports } = admin;
  return (
    <ReadNotes notes={run.notes}>
      {rows.length > 0 ? (
        <DataTable
          caption={words.notes.sample}
          empty=""
          columns={{
            line: { label: imports.line, numeric: true },
            number: { label: t.number, firm: true },
            company: t.company,
            nit: { label: t.nit, firm: true },
            from: t.form.startsOn,
            until: t.form.endsOn,
          }}
          // With the month in letters, because in figures swapped day and month look the same as in the file.
          rows={rows.map(({ line, number, legalName, nit, checkDigit, startsOn, endsOn }) => ({
            line,
            number,
            company: legalName,
            nit: formatNit(nit, checkDigit),
            from: longDate(startsOn, language),
            until: longDate(endsOn, language),
          }))}
        />
      ) : null}
    </ReadNotes>
  );
}
