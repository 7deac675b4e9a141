import { OneButtonForm } from "@/components/form/one-button-form";
import { SignalWord } from "@/components/ui/tag";
import type { NamedDocument, StoredDocument } from "@/db/queries/request-desk";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { bogotaDay, daysBetween } from "@/model/calendar";
import { markAction } from "./actions";
import { DeskStep } from "./desk-step";

/** "1,4 MB", "230 KB". */
function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} KB`;
}

/** The documents of a request with what was found of each; the one that is open beside them is marked. */
export async function DocumentsToReview({
  documents,
  named,
  renewedFrom,
  open,
  nameOf,
  at,
  writing,
  hidden,
}: {
  documents: StoredDocument[];
  /** What the request was asked for, and what its application asks for by now. */
  named: NamedDocument[];
  /** Of a renewal when it was filed: what is older stands from before and was found right. */
  renewedFrom: Date | null;
  open: string | null;
  nameOf: (kind: string) => string;
  /** The address of the desk with a document open. */
  at: (change: Record<string, string>) => string;
  /** Whether a reason is being written: every step on the page then takes along what is ticked. */
  writing: boolean;
  /** What the marks' forms carry; null where nothing can be marked. */
  hidden: { requestId: string; list: string } | null;
}) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.requests;
  const present = documents.filter(({ replacedAt }) => replacedAt === null);
  const absent = named.filter(({ kind }) => present.every((each) => each.kind !== kind));
  if (present.length + absent.length === 0) return <p>{t.noDocuments}</p>;
  return (
    <ol className="mb-4 border-t border-rule">
      {present.map((document, index) => (
        <li
          key={document.id}
          className={`flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-2 ${document.id === open ? "border-l-4 border-l-link pl-3" : ""}`}
        >
          <div className="min-w-0 flex-[1_1_10rem]">
            <DeskStep
              className="inline-flex min-h-11 items-center font-bold"
              href={at({ doc: document.id })}
              writing={writing}
              current={document.id === open}
              keys={String(index + 1)}
            >
              {index + 1}. {nameOf(document.kind)}
            </DeskStep>
            <p className="m-0 text-hint wrap-anywhere text-ink-soft">
              {document.fileName}, {sizeInWords(document.size)},{" "}
              {shortDateTime(document.uploadedAt, language)}
            </p>
            {renewedFrom !== null && document.uploadedAt < renewedFrom ? (
              <p className="m-0 text-hint">{t.notRenewed}</p>
            ) : (
              <Age
                days={daysBetween(bogotaDay(document.uploadedAt), bogotaDay(new Date()))}
                largest={named.find(({ kind }) => kind === document.kind)?.largestAgeDays ?? null}
              />
            )}
            <Mark document={document} />
          </div>
          {hidden ? (
            <div className="flex flex-wrap justify-end gap-x-2 [&_button]:min-h-11 [&_button]:min-w-0 [&_button]:text-base">
              {writing ? (
                <DeskStep
                  className="inline-flex min-h-11 items-center px-2"
                  href={at({
                    doc: "",
                    marcar: document.id,
                    como: document.mark === "good" ? "none" : "good",
                  })}
                  writing
                >
                  {document.mark === "good" ? t.marks.undo : t.marks.good}
                </DeskStep>
              ) : document.mark === "good" ? (
                <OneButtonForm
                  action={markAction}
                  hidden={{ ...hidden, document: document.id, mark: "none" }}
                  label={t.marks.undo}
                  variant="text"
                />
              ) : (
                <div data-key={document.id === open ? "b" : undefined}>
                  <OneButtonForm
                    action={markAction}
                    hidden={{ ...hidden, document: document.id, mark: "good" }}
                    label={t.marks.good}
                    variant="outline"
                  />
                </div>
              )}
              <DeskStep
                className="inline-flex min-h-11 items-center px-2 font-bold print:hidden"
                href={`${at({ hacer: "corregir", doc: document.id })}#corregir-${document.kind}`}
                writing={writing}
              >
                {t.marks.fix}
              </DeskStep>
            </div>
          ) : null}
        </li>
      ))}
      {absent.map(({ kind, name, required }) => (
        <li
          key={kind}
          className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-2 text-ink-soft"
        >
          <span className="min-w-0 flex-[1_1_10rem]">
            {name}. {required ? t.notSent : t.notSentOptional}
          </span>
          {hidden ? (
            <DeskStep
              className="inline-flex min-h-11 items-center px-2 font-bold print:hidden"
              href={`${at({ hacer: "corregir" })}#corregir-${kind}`}
              writing={writing}
            >
              {t.marks.fix}
            </DeskStep>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** How old a document is, where its list says how old it may be. The day on the paper itself is read by eye. */
async function Age({ days, largest }: { days: number; largest: number | null }) {
  if (largest === null) return null;
  const t = (await currentMessages()).admin.requests;
  const text = t.age(days, largest);
  return (
    <p className="m-0 text-hint">{days > largest ? <SignalWord signal="warn">{text}</SignalWord> : text}</p>
  );
}

async function Mark({ document: { mark, markedBy, markedAt } }: { document: StoredDocument }) {
  if (mark === null) return null;
  const { marks } = (await currentMessages()).admin.requests;
  return (
    <p className="m-0 text-hint">
      <SignalWord signal={mark === "good" ? "go" : "warn"}>
        {mark === "good" ? marks.isGood : marks.isToFix}
      </SignalWord>
      {markedBy && markedAt ? (
        <span className="text-ink-soft">
          {" "}
          {markedBy}, {shortDate(markedAt)}
        </span>
      ) : null}
    </p>
  );
}
