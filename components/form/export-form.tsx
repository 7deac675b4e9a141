import { buttonClass } from "@/components/ui/button";
import { FileForm } from "./file-form";

/** Buttons that post a list's filters, one a format; the answer is a file, so the page stays. */
export function ExportForm({
  action,
  filters,
  words,
  pdf,
}: {
  action: string;
  filters: Readonly<Record<string, string>>;
  words: Readonly<Record<"exportTitle" | "exportText" | "csv" | "xlsx", string>>;
  /** The button's word where there is a PDF too. */
  pdf?: string;
}) {
  return (
    <section className="print:hidden" aria-labelledby="exportar">
      <h2 id="exportar">{words.exportTitle}</h2>
      <p className="text-hint text-ink-soft">{words.exportText}</p>
      <FileForm className="mb-4 flex flex-wrap gap-3" action={action} hidden={filters}>
        <button type="submit" name="formato" value="csv" className={buttonClass("outline")}>
          {words.csv}
        </button>
        <button type="submit" name="formato" value="xlsx" className={buttonClass("outline")}>
          {words.xlsx}
        </button>
        {pdf ? (
          <button type="submit" name="formato" value="pdf" className={buttonClass("outline")}>
            {pdf}
          </button>
        ) : null}
      </FileForm>
    </section>
  );
}
