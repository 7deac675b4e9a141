import { buttonClass } from "@/components/ui/button";
import { SignalWord } from "@/components/ui/tag";
import type { FoundRequest, NamedDocument, StoredDocument } from "@/db/queries/request-desk";
import { dataChoices, documentChoices, rejectChoices } from "@/domain/request/reasons";
import { currentMessages } from "@/messages";
import { ApproveForm } from "./approve-form";
import type { Doing } from "./open-step";
import { reasonWords } from "./reason-words";
import { RejectForm } from "./reject-form";
import { type DecisionHidden, ReturnForm } from "./return-form";

// On a phone one beside the other, so that they leave the screen to what is decided.
const buttons =
  "flex gap-2 max-sm:w-full max-sm:flex-wrap sm:[&_:is(a,button)]:min-w-36 max-sm:[&_:is(a,button)]:min-h-12 max-sm:[&_:is(a,button)]:px-1 max-sm:[&_:is(a,button)]:text-base";

/**
 * The ways to decide, always in view. What a check forbids is not offered, and the bar says why. The form of a reason
 * opens over it by a link, so that it needs no script.
 */
export async function DecisionBar({
  request,
  documents,
  named,
  nameOf,
  doing,
  at,
  hidden,
}: {
  request: FoundRequest;
  documents: StoredDocument[];
  named: NamedDocument[];
  nameOf: (kind: string) => string;
  doing: Doing;
  at: (change: Record<string, string>) => string;
  hidden: DecisionHidden;
}) {
  const t = (await currentMessages()).admin.requests;
  const present = documents.filter(({ replacedAt }) => replacedAt === null);
  const isThere = (wanted: string) => present.some(({ kind }) => kind === wanted);
  const kinds = [...present, ...named.filter(({ kind }) => !isThere(kind))].map(({ kind }) => kind);
  const good = present.filter(({ mark }) => mark === "good").length;
  const button = `${buttonClass("outline")} max-sm:flex-1`;
  return (
    <section
      aria-label={t.decideHeading}
      className="sticky bottom-0 z-20 -mx-4 border-t-2 border-ink bg-sheet px-4 py-2 print:hidden"
    >
      {doing === null ? null : (
        <div id="decidir" className="max-h-[60dvh] overflow-auto border-b border-rule pb-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="my-1">{doing === "corregir" ? t.return : t.reject}</h2>
            <a className="inline-flex min-h-11 items-center" href={at({ hacer: "" })} data-key="Escape">
              {t.closePanel}
            </a>
          </div>
          <p>{doing === "corregir" ? t.returnText : request.renews ? t.rejectRenewalText : t.rejectText}</p>
          {doing === "corregir" ? (
            <ReturnForm
              hidden={hidden}
              documents={documentChoices(
                reasonWords(),
                kinds.map((kind) => ({ kind, name: nameOf(kind), isThere: isThere(kind) })),
              )}
              data={dataChoices(reasonWords())}
            />
          ) : (
            <RejectForm hidden={hidden} choices={rejectChoices(reasonWords(), request)} />
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <div className="mr-auto min-w-48 flex-1">
          <b className="block tabular-nums lining-nums">{t.reviewed(good, present.length)}</b>
          {request.obstacle ? (
            <SignalWord signal="stop">{t.obstacles[request.obstacle]}</SignalWord>
          ) : (
            <span className="text-hint text-ink-soft max-sm:hidden">
              {request.renews ? t.renewalText : t.decideText}
            </span>
          )}
        </div>
        <div className={buttons}>
          <a className={button} href={`${at({ hacer: "rechazar" })}#decidir`} data-key="r">
            {t.reject} <Key>R</Key>
          </a>
          <a className={button} href={`${at({ hacer: "corregir" })}#decidir`} data-key="c">
            {t.correct} <Key>C</Key>
          </a>
          {request.obstacle ? null : (
            <div data-key="a" className="max-sm:flex-1">
              <ApproveForm hidden={hidden}>
                {t.approveAndGoOn} <Key>A</Key>
              </ApproveForm>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

function Key({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="rounded border border-line px-1 text-xs font-normal max-lg:hidden">
      {children}
    </span>
  );
}
