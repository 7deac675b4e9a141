import { ReadNotes } from "@/app/admin/_imports/read-notes";
import { DataTable } from "@/components/ui/table";
import { cajaDatabase } from "@/db/client";
import { findAgreementNames, type ImportRun } from "@/db/queries/import-runs";
import { readSample } from "@/domain/import/sample";
import { longDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { CalendarDay } from "@/model/calendar";
import { formatIdNumber } from "@/model/identity/format";

/** How the file was interpreted, with its first rows, to compare with the file. */
export async function Understood({ run }: { run: ImportRun }) {
  if (!run.notes) return null;
  const db = cajaDatabase();
  const [rows, messages, language] = await Promise.all([
    readSample(db, run.id),
    currentMessages(),
    currentLanguage(),
  ]);
  const names = await findAgreementNames(
    db,
    rows.flatMap(({ providerNit }) => providerNit ?? []),
  );
  const { imports: words, admin } = messages;
  const { imports: t } = admin;
  const shopOf = (nit: string) => [names.get(nit), `NIT ${formatIdNumber(nit)}`].filter(Boolean).join(", ");
  // With the month in letters, because in figures swapped day and month look the same as in the file.
  const day = (of: CalendarDay | undefined) => (of ? longDate(of, language) : "");
  return (
    <ReadNotes notes={run.notes}>
      {rows.length > 0 ? (
        <DataTable
          caption={words.notes.sample}
          empty=""
          columns={{
            line: { label: t.line, numeric: true },
            number: t.number,
            name: t.affiliate,
            id: t.identity,
            value: { label: t.value, numeric: true },
            issued: t.issuedOn,
            until: t.validUntil,
            shop: t.understood,
          }}
          rows={rows.map(
            ({ line, number, name, idKind, idNumber, value, issuedOn, validUntil, providerNit }) => ({
              line,
              number: <span className="tabular-nums lining-nums whitespace-nowrap">{number}</span>,
              name,
              id: (
                <span className="tabular-nums lining-nums whitespace-nowrap">{`${idKind} ${formatIdNumber(idNumber)}`}</span>
              ),
              value: <span className="tabular-nums lining-nums whitespace-nowrap">{formatPesos(value)}</span>,
              issued: day(issuedOn),
              until: day(validUntil),
              shop: providerNit === null ? words.notes.anyProvider : shopOf(providerNit),
            }),
          )}
        />
      ) : null}
    </ReadNotes>
  );
}
