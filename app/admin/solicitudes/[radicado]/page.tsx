import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { SummaryList } from "@/components/ui/summary-list";
import { Timeline } from "@/components/ui/timeline";
import { databaseFor } from "@/db/client";
import {
  findCrossings,
  findRequest,
  listEvents,
  listPeople,
  listRequestDocuments,
} from "@/db/queries/request-desk";
import { findSeen } from "@/db/queries/seen";
import { municipalityName } from "@/domain/place/municipalities";
import { dateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { formatIdNumber, formatNit, formatPhone } from "@/model/identity/format";
import { StateTag } from "../state-tag";
import { Checks, Competing } from "./checks";
import { Decision } from "./decision";
import { RequestDocuments } from "./request-documents";

type Props = { params: Promise<{ radicado: string }>; searchParams: Promise<{ decidida?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ radicado }, { admin }] = await Promise.all([params, currentMessages()]);
  return { title: admin.requests.detailTitle(radicado) };
}

async function RequestPage({ params, searchParams }: Props) {
  const grant = await requireGrant("request.read");
  const db = databaseFor(grant);
  const { radicado } = await params;
  const seen = await findSeen(db, "request", radicado);
  const request = await findRequest(db, radicado);
  if (!request) notFound();
  const [people, documents, events, crossings, { admin, account, common }, language] = await Promise.all([
    listPeople(db, request.providerId),
    listRequestDocuments(db, request.id),
    listEvents(db, request.id),
    findCrossings(db, request),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.requests;
  const { decidida } = await searchParams;
  return (
    <Page
      title={t.detailTitle(request.filingNumber)}
      back={{ href: "/admin/solicitudes", label: t.back }}
      width="admin"
    >
      {decidida ? <FormMessage>{common.refusals.request_already_decided}</FormMessage> : null}
      <SummaryList
        rows={[
          { label: t.state, value: <StateTag state={request.state} /> },
          ...(request.reason && request.state !== "submitted"
            ? [{ label: t.decision, value: <span className="whitespace-pre-line">{request.reason}</span> }]
            : []),
          { label: t.application, value: request.application },
          { label: t.sent, value: dateTime(request.submittedAt, language) },
          { label: t.submittedBy, value: request.submittedBy },
        ]}
      />
      <div className="grid gap-x-10 lg:grid-cols-2">
        <section aria-labelledby="empresa">
          <h2 id="empresa">{t.company}</h2>
          <SummaryList
            rows={[
              { label: t.legalName, value: request.legalName },
              { label: t.nit, value: formatNit(request.nit, request.checkDigit) },
              { label: t.agreementNumber, value: request.agreementNumber ?? t.notProvided },
              { label: t.municipality, value: municipalityName(request.municipality) },
              { label: t.address, value: request.address },
              { label: t.phone, value: formatPhone(request.phone) },
            ]}
          />
        </section>
        <Checks request={request} crossings={crossings} />
      </div>
      <Competing request={request} crossings={crossings} />
      <h2>{t.people}</h2>
      <div className="grid gap-x-10 lg:grid-cols-2">
        {people.map(({ id, name, email, idKind, idNumber, mobile, role }) => (
          <section key={id} aria-label={name}>
            <h3>{name}</h3>
            <SummaryList
              rows={[
                { label: t.role, value: account.team.roles[role] },
                {
                  label: t.identity,
                  value: idNumber ? `${idKind ?? ""} ${formatIdNumber(idNumber)}` : t.unknown,
                },
                { label: t.email, value: email },
                { label: t.mobile, value: mobile ? formatPhone(mobile) : t.unknown },
              ]}
            />
          </section>
        ))}
      </div>
      <RequestDocuments documents={documents} filingNumber={request.filingNumber} />
      {request.state === "submitted" && can(grant.actor, "request.decide") ? (
        <Decision hidden={{ requestId: request.id, seen }} />
      ) : null}
      <h2>{t.timeline}</h2>
      <Timeline
        items={events.map(({ kind, at, by, note }) => ({
          title: t.events[kind],
          when: dateTime(at, language),
          by: by ?? undefined,
          note: note ? <span className="whitespace-pre-line">{note}</span> : undefined,
        }))}
      />
    </Page>
  );
}

export default unlessDown(RequestPage);
