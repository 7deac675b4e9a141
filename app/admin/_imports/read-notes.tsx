import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import type { ImportRun } from "@/db/queries/import-runs";
import { currentMessages } from "@/messages";
import { noteLines } from "@/messages/import-notes";

/** How a file was interpreted; below it its first rows, to compare with the file. */
export async function ReadNotes({
  notes,
  children,
}: {
  notes: NonNullable<ImportRun["notes"]>;
  children: ReactNode;
}) {
  const { imports: words, admin } = await currentMessages();
  const { assumed, warnings } = noteLines(notes, words.notes);
  return (
    <section aria-labelledby="leido">
      <h2 id="leido">{words.notes.title}</h2>
      <p>{`${assumed.join(". ")}.`}</p>
      {warnings.length > 0 ? (
        <Note title={admin.imports.warningsTitle}>
          <ul>
            {warnings.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      {children}
    </section>
  );
}
