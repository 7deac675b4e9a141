import { buttonClass } from "@/components/ui/button";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { FileForm } from "./file-form";

/** Buttons that post a list's filters to export it, one per format. The answer is a file, so the page stays. */
export async function ExportForm({
  of,
  action,
  filters,
}: {
  /** The list to export; its words name the available formats. */
  of: keyof Messages["lists"]["files"];
  action: string;
  filters: Readonly<Record<string, string>>;
}) {
  const { title, text, formats } = (await currentMessages()).lists.files[of];
  return (
    <section className="print:hidden" aria-labelledby="exportar">
      <h2 id="exportar">{title}</h2>
      <p className="text-hint text-ink-soft">{text}</p>
      <FileForm className="mb-4 flex flex-wrap gap-3" action={action} hidden={filters}>
        {Object.entries(formats).map(([format, label]) => (
          <button key={format} type="submit" name="formato" value={format} className={buttonClass("outline")}>
            {label}
          </button>
        ))}
      </FileForm>
    </section>
  );
}
