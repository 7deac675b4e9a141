import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FileForm } from "@/components/form/file-form";
import { Page } from "@/components/layout/page";
import { buttonClass } from "@/components/ui/button";
import { DataTable } from "@/components/ui/table";
import { Unbroken } from "@/components/ui/unbroken";
import { viewRightsRequest } from "@/domain/rights/desk";
import { countLeftOut } from "@/domain/rights/held-data";
import { staying } from "@/domain/rights/what-stays";
import { formatCount } from "@/lib/format/money";
import { currentClient } from "@/lib/http/client";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { authorize, can } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { mayForget, rightsResults, termsOf } from "@/model/rights";
import { AccountStep } from "./account-step";
import { RequestFacts, RequestHistory } from "./request-facts";
import { lastSearch } from "./search-cookie";
import { Step } from "./step";
import {
  AbandonRightsForm,
  AnswerRightsForm,
  ReissueCodeForm,
  TextStepForm,
  WithdrawForm,
} from "./step-forms";

const PATH = "/admin/habeas-data";
type Props = {
  params: Promise<{ radicado: string }>;
  searchParams: Promise<{ hecha?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ radicado }, { admin }] = await Promise.all([params, currentMessages()]);
  return { title: admin.rights.pageTitle(radicado) };
}

/** One request about somebody's own data: what was asked, then the steps that lead to its answer. */
async function RightsRequestPage({ params, searchParams }: Props) {
  const grant = await requireGrant("rights.read");
  const { radicado } = await params;
  const [request, { admin, rights }] = await Promise.all([
    viewRightsRequest(grant, radicado, await currentClient()),
    currentMessages(),
  ]);
  if (!request) notFound();
  const t = admin.rights;
  const hidden = { number: request.number, version: request.version };
  const isOpen = request.closedAt === null;
  const incomplete = request.state === "incomplete";
  // A claim that lacks something stands still until this day; a question never does.
  const { missingUntil } = request;
  const isPaused = missingUntil !== null;
  const today = bogotaDay(new Date());
  const isOver = request.dueOn < today;
  const handles = can(grant.actor, "rights.handle") && request.content !== null;
  const hasIdentity = request.identityAt !== null;
  const { content } = request;
  const { hecha } = await searchParams;
  const wanted = hecha ? await lastSearch(grant.actor.personId) : null;
  const left =
    handles && isOpen && hasIdentity && content
      ? await countLeftOut(authorize(grant.actor, "rights.handle"), { ...request, content })
      : null;
  const leftOut = left ? leftOutText(left, t) : null;
  return (
    <Page
      title={<Unbroken text={t.pageTitle(request.number)} />}
      back={{ href: PATH, label: t.back }}
      width="admin"
    >
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <RequestFacts request={request} />
        <RequestHistory events={request.events} />
      </div>
      {isOpen && !handles ? <p className="text-hint text-ink-soft">{t.readOnly}</p> : null}
      {handles && isOpen ? (
        <div className="grid items-start gap-x-10 lg:grid-cols-2">
          <div>
            {incomplete ? (
              <Step id="llego" title={t.cameTitle} text={t.cameText}>
                <TextStepForm step="came" hidden={hidden} />
              </Step>
            ) : null}
            <Step id="identidad" title={t.identityTitle} text={t.identityText}>
              <TextStepForm step="identity" hidden={hidden} />
            </Step>
            {hasIdentity ? (
              <Step id="datos" title={t.dataTitle} text={t.dataText}>
                {leftOut ? <p>{leftOut}</p> : null}
                <FileForm className="mb-4" action={`${PATH}/${request.number}/datos`}>
                  <button type="submit" name="formato" value="html" className={buttonClass("outline")}>
                    {t.dataSubmit}
                  </button>
                </FileForm>
              </Step>
            ) : null}
            {hasIdentity && content ? (
              <AccountStep
                grant={authorize(grant.actor, "rights.handle")}
                request={{ ...request, content }}
                typed={wanted?.number === request.number ? wanted.typed : ""}
                isExpired={Boolean(hecha) && wanted?.number !== request.number}
                path={`${PATH}/${request.number}`}
              />
            ) : null}
            {request.kind === "correct" ? (
              <Step id="corregir" title={t.correctTitle} text={t.correctText} />
            ) : null}
            {request.kind === "revoke" && hasIdentity && !isPaused ? (
              <Step id="retirar" title={t.withdrawTitle} text={t.withdrawText}>
                <WithdrawForm hidden={hidden} />
              </Step>
            ) : null}
            {incomplete ? null : (
              <Step
                id="falta"
                title={t.missingTitle}
                text={request.kind === "consult" ? t.missingQuestion : t.missingText}
              >
                <TextStepForm step="missing" hidden={hidden} />
              </Step>
            )}
            {request.isExtended || isPaused ? null : (
              <Step
                id="prorroga"
                title={t.extendTitle}
                text={isOver ? t.extendOver : t.extendText(termsOf(request.kind).more)}
              >
                {isOver ? null : <TextStepForm step="extend" hidden={hidden} />}
              </Step>
            )}
          </div>
          <div>
            {isPaused ? null : (
              <Step id="responder" title={t.answerTitle} text={hasIdentity ? "" : t.needsIdentity}>
                <AnswerRightsForm
                  hidden={hidden}
                  hasIdentity={hasIdentity}
                  mayForget={mayForget(request.kind)}
                  results={rightsResults.map((value) => ({ value, label: t.results[value] }))}
                />
              </Step>
            )}
            {missingUntil !== null && missingUntil < today ? (
              <Step id="desistimiento" title={t.abandonTitle} text={t.abandonText}>
                <AbandonRightsForm hidden={hidden} />
              </Step>
            ) : null}
            <Step id="plazos" title={t.staysTitle} text={t.staysText}>
              <DataTable
                caption={t.staysTitle}
                empty=""
                columns={{ what: t.what, until: t.until, why: t.why }}
                rows={staying.map((kind) => rights.stays[kind])}
              />
            </Step>
          </div>
        </div>
      ) : null}
      {handles ? (
        <Step id="codigo" title={t.codeTitle} text={t.codeText}>
          <ReissueCodeForm hidden={hidden} />
        </Step>
      ) : null}
    </Page>
  );
}

export default unlessDown(RightsRequestPage);

const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

/** What has the holder's number under another kind of document, if there is any. */
function leftOutText(left: object, t: Messages["admin"]["rights"]): string | null {
  const found = Object.entries(left).flatMap(([what, count]: [string, number]) =>
    count > 0 ? [`${wordOf(t.leftOutKinds, what)}: ${formatCount(count)}`] : [],
  );
  return found.length > 0 ? t.leftOut(found.join(", ")) : null;
}
