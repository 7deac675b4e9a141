import { DataTable } from "@/components/ui/table";
import type { StoredDocument } from "@/db/queries/request-desk";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";

/** "1,4 MB", "230 KB". */
function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} KB`;
}

/** The papers of a request, also those that were replaced. */
export async function RequestDocuments({
  documents,
  filingNumber,
}: {
  documents: StoredDocument[];
  filingNumber: string;
}) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { requests: t } = admin;
  return (
    <DataTable
      caption={t.documents}
      empty={t.noDocuments}
      columns={{
        document: t.document,
        file: t.file,
        size: { label: t.size, numeric: true },
        uploaded: t.uploaded,
        state: t.state,
      }}
      rows={documents.map(({ id, kind, fileName, size, uploadedAt, replacedAt }) => ({
        document: t.documentKinds[kind],
        file: (
          <a href={`/admin/solicitudes/${filingNumber}/documentos/${id}`} target="_blank" rel="noopener">
            {fileName}
          </a>
        ),
        size: sizeInWords(size),
        uploaded: shortDateTime(uploadedAt, language),
        state: replacedAt ? t.replaced : t.current,
      }))}
    />
  );
}
