import type { Metadata } from "next";
import { elsewhereOrNotFound } from "@/app/_server/auth/elsewhere";
import { requireGrant } from "@/app/_server/auth/session";
import { refusalIn } from "@/app/_server/http/answered";
import { accountText } from "@/components/bank-account/account-text";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { Timeline } from "@/components/ui/timeline";
import { databaseFor } from "@/db/client";
import { findOwnAccount } from "@/db/queries/bank-account";
import { findOwnRequest, listDocuments, listOwnRequests, listRequestEvents } from "@/db/queries/request";
import { currentCaja } from "@/domain/caja/profile";
import { listRenewals } from "@/domain/request/renew";
import { mayFileAgain, newestRequest } from "@/domain/request/rules";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { documentName } from "../../document-texts";
import { NowBox } from "./now-box";

type Props = {
  params: Promise<{ radicado: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ radicado }, { requests }] = await Promise.all([params, currentMessages()]);
  return { title: requests.detail.title(radicado) };
}

export default async function RequestDetailPage({ params, searchParams }: Props) {
  const grant = await requireGrant("application.view");
  const { radicado } = await params;
  const db = databaseFor(grant);
  const request = await findOwnRequest(db, grant, radicado);
  if (!request) return elsewhereOrNotFound(grant, "request", radicado);
  const [
    events,
    documents,
    own,
    query,
    caja,
    { requests, common, bankAccount },
    language,
    account,
    renewals,
  ] = await Promise.all([
    listRequestEvents(db, grant, request.id),
    listDocuments(db, grant, request.id),
    listOwnRequests(db, grant),
    searchParams,
    currentCaja(),
    currentMessages(),
    currentLanguage(),
    findOwnAccount(db, grant, request.id),
    request.renews ? listRenewals(grant) : [],
  ]);
  const words = requests.detail;
  const newest = newestRequest(own, request.applicationCode);
  const title = request.renews ? words.renewalTitle : words.title;
  const renewal = renewals.find(({ applicationCode }) => applicationCode === request.applicationCode);
  const refusal = refusalIn(query, common.refusals);
  return (
    <Page
      title={
        <>
          {title("")}
          <span className="inline-block">{request.filingNumber}</span>
        </>
      }
      back={{ href: "/aplicaciones", label: requests.launcher.title }}
    >
      {refusal ? <FormMessage>{common.refusals[refusal]}</FormMessage> : null}
      <p className="text-hint text-ink-soft">{words.application(request.applicationCode)}</p>
      <NowBox
        request={request}
        isOwner={can(grant.actor, "application.request")}
        mayFileAgain={newest?.id === request.id && mayFileAgain(request.state)}
        mayRenewAgain={renewal?.filingNumber === request.filingNumber && renewal.state === "rejected"}
        caja={caja}
      />
      <h2>{words.history}</h2>
      <Timeline
        items={events.map(({ kind, at, note }) => ({
          title: words.events[kind],
          when: dateTime(at, language),
          by: kind === "submitted" || kind === "corrected" ? words.byCompany : words.byCaja,
          note: note ? <span className="whitespace-pre-line">{note}</span> : undefined,
        }))}
      />
      <h2>{words.documents}</h2>
      <SummaryList
        rows={[
          ...documents.map(({ kind, name, fileName, size }) => ({
            label: documentName({ kind, name }, requests),
            value: `${fileName} (${weight(size, words, language)})`,
          })),
          ...(account && account.state !== "refused"
            ? [{ label: bankAccount.label, value: accountText(account, bankAccount) }]
            : []),
          ...((request.needsAgreement && !request.renews) || request.agreementNumber
            ? [{ label: words.agreement, value: request.agreementNumber ?? words.unknown }]
            : []),
        ]}
      />
    </Page>
  );
}

/** "1,4 MB" or "320 kB". */
function weight(
  bytes: number,
  words: { megabytes: (size: string) => string; kilobytes: (size: string) => string },
  language: string,
): string {
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (bytes >= 1_000_000) return words.megabytes(figures.format(bytes / 1_000_000));
  return words.kilobytes(figures.format(Math.max(1, Math.round(bytes / 1000))));
}
