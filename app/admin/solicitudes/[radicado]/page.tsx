import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { refusalIn } from "@/app/_server/http/answered";
import { unlessDown } from "@/app/_server/http/unless-down";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import {
  findCrossings,
  findRequest,
  listEvents,
  listNamedDocuments,
  listPeople,
  listRequestDocuments,
  type StoredDocument,
} from "@/db/queries/request-desk";
import { findNeighbours } from "@/db/queries/request-queue";
import { findSeen } from "@/db/queries/seen";
import { openPerson } from "@/domain/account/sealed-fields";
import { readRequestAccount } from "@/domain/bank-account/read";
import { currentClient } from "@/lib/http/client";
import { pathWith, queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { type ListQuery, listOf, listText, QUEUE_PATH } from "../address";
import { DecisionDone } from "../decision-done";
import { DeskKeys } from "../desk-keys";
import { Checks, Competing } from "./checks";
import { DecisionBar } from "./decision-bar";
import { DeskHead } from "./desk-head";
import { DocumentViewer } from "./document-viewer";
import { DocumentsToReview } from "./documents-to-review";
import { Company, PeopleAndHistory } from "./facts";
import { type Doing, ways } from "./open-step";
import { namedBy } from "./reason-words";
import { SendOnEnter } from "./send-on-enter";

type Parameter = string | string[] | undefined;
type Query = ListQuery & Partial<Record<"decidida" | "hecha" | "doc" | "hacer" | "aviso", Parameter>>;
type Props = { params: Promise<{ radicado: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ radicado }, { admin }] = await Promise.all([params, currentMessages()]);
  return { title: admin.requests.detailTitle(radicado) };
}

/** The desk: what is known at the left, the document that is open at the right, the decision under both. */
async function RequestPage({ params, searchParams }: Props) {
  const grant = await requireGrant("request.read");
  const db = databaseFor(grant);
  const { radicado } = await params;
  const seen = await findSeen(db, "request", radicado);
  const request = await findRequest(db, radicado);
  if (!request) notFound();
  const query = await searchParams;
  const list = listText(query);
  const [people, stored, events, crossings, around, named, { admin, common }] = await Promise.all([
    listPeople(db, request.providerId).then((all) => all.map(openPerson)),
    listRequestDocuments(db, request.id),
    listEvents(db, request.id),
    findCrossings(db, request),
    findNeighbours(db, request.id, listOf(list)),
    listNamedDocuments(db, request.id),
    currentMessages(),
  ]);
  const t = admin.requests;
  const refusal = refusalIn(query, common.refusals);
  const decides = request.state === "submitted" && can(grant.actor, "request.decide");
  const account = await readRequestAccount(grant, request, { decides, ip: (await currentClient()).ip });
  const place = (kind: string) => {
    const at = named.findIndex((each) => each.kind === kind);
    return at === -1 ? named.length : at;
  };
  // Of a renewal what came with it is reviewed first.
  const isOld = (document: StoredDocument) => request.renews && document.uploadedAt < request.filedAt;
  const documents = stored.toSorted(
    (one, other) => Number(isOld(one)) - Number(isOld(other)) || place(one.kind) - place(other.kind),
  );
  const nameOf = namedBy([...named, ...stored]);
  const present = documents.filter(({ replacedAt }) => replacedAt === null);
  const shown =
    documents.find(({ id }) => id === queryText(query.doc)) ??
    present.find(({ mark }) => mark !== "good") ??
    present[0];
  const doing: Doing = decides ? (ways.find((way) => way === queryText(query.hacer)) ?? null) : null;
  const desk = `${QUEUE_PATH}/${request.filingNumber}`;
  const stays = {
    ...Object.fromEntries(new URLSearchParams(list)),
    hacer: doing ?? "",
    doc: shown?.id ?? "",
  };
  const at = (change: Record<string, string>) => pathWith(desk, { ...stays, ...change });
  return (
    <Page
      title={request.legalName}
      back={{ href: pathWith(QUEUE_PATH, Object.fromEntries(new URLSearchParams(list))), label: t.back }}
      width="wide"
    >
      <DecisionDone grant={grant} filingNumber={queryText(query.hecha)} list={list} />
      {query.decidida ? <FormMessage>{common.refusals.request_already_decided}</FormMessage> : null}
      {refusal ? <FormMessage>{common.refusals[refusal]}</FormMessage> : null}
      <DeskHead request={request} around={around} list={list} />
      {doing === null ? null : <SendOnEnter />}
      <div className="grid gap-x-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <div className="min-w-0">
          <h2 className="mt-0">{t.documents}</h2>
          <DocumentsToReview
            documents={documents}
            named={named}
            renewedFrom={request.renews ? request.filedAt : null}
            open={shown?.id ?? null}
            nameOf={nameOf}
            at={at}
            writing={doing !== null}
            hidden={decides ? { requestId: request.id, list } : null}
          />
          <Checks request={request} crossings={crossings} />
          <Company request={request} account={account} />
          <Competing request={request} crossings={crossings} />
          <PeopleAndHistory
            people={people}
            events={events}
            replaced={documents}
            nameOf={nameOf}
            at={at}
            writing={doing !== null}
            actor={grant.actor}
          />
          <DeskKeys />
        </div>
        {shown ? (
          <DocumentViewer
            key={shown.id}
            src={`${desk}/documentos/${shown.id}`}
            mediaType={shown.mediaType}
            name={nameOf(shown.kind)}
          />
        ) : null}
      </div>
      {decides ? (
        <DecisionBar
          request={request}
          documents={documents}
          named={named}
          nameOf={nameOf}
          doing={doing}
          at={at}
          hidden={{ requestId: request.id, seen, list }}
        />
      ) : null}
    </Page>
  );
}

export default unlessDown(RequestPage);
