import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ClaimMark } from "@/app/admin/claim-note";
import { Page } from "@/components/layout/page";
import { Empty } from "@/components/ui/empty";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import { claimsOfOrders, claimsOfPeople } from "@/domain/rights/claims";
import { type Hit, searchableKinds, searchEverywhere } from "@/domain/search/search";
import { shortDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentClient } from "@/lib/http/client";
import { currentMessages } from "@/messages";
import type { CajaActor } from "@/model/access";
import { placeOf, stateOf, titleOf } from "./hit-line";
import { lastSearch } from "./search-cookie";

type Props = { searchParams: Promise<{ hecha?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.search.title };
}

/** What was found, one line a hit; the one thing that can have been meant opens by itself. */
async function SearchPage({ searchParams }: Props) {
  const grant = await requireGrant("caja.search");
  const [typed, { hecha }, messages] = await Promise.all([
    lastSearch(grant.actor.personId),
    searchParams,
    currentMessages(),
  ]);
  const { search: t } = messages.admin;
  const wanted = hecha ? typed : null;
  if (wanted === null)
    return (
      <Page title={t.title} width="admin">
        {hecha ? <p role="status">{t.expired}</p> : null}
        <Understood messages={messages} actor={grant.actor} />
      </Page>
    );
  const { hits, exact } = await searchEverywhere(grant, wanted, await currentClient());
  const place = exact ? placeOf(exact, grant.actor) : null;
  if (place) redirect(place);
  const { actor } = grant;
  const people = hits.flatMap(({ kind, subject }) => (kind === "person" ? [subject] : []));
  const [ofOrder, ofPerson] = await Promise.all([
    claimsOfOrders(
      actor,
      hits.flatMap(({ orderId }) => orderId ?? []),
    ),
    claimsOfPeople(actor, people),
  ]);
  return (
    <Page title={t.titleOf(wanted)} width="admin">
      {hits.length === 0 ? (
        <>
          <Empty title={t.none(wanted)}>
            <p>{t.noneText}</p>
          </Empty>
          <Understood messages={messages} actor={grant.actor} />
        </>
      ) : (
        <>
          <p role="status">
            {t.count(formatCount(hits.length))} {t.hint}
          </p>
          <DataTable
            caption={t.caption}
            empty=""
            columns={{ kind: t.kind, what: t.what, state: t.state, when: { label: t.when, firm: true } }}
            rows={hits.map((hit) => ({
              kind: t.kinds[hit.kind],
              what: (
                <>
                  <What title={titleOf(hit, messages.admin)} place={placeOf(hit, actor)} />
                  <ClaimMark
                    actor={actor}
                    claims={hit.kind === "person" ? ofPerson(hit.subject) : ofOrder(hit.orderId)}
                  />
                </>
              ),
              state: stateOf(hit, messages),
              when: dayOf(hit),
            }))}
          />
        </>
      )}
      <p className="text-hint text-ink-soft">{t.logged}</p>
    </Page>
  );
}

export default unlessDown(SearchPage);

/** The day of a convenio is its end, which its state says. */
const dayOf = ({ kind, at }: Hit) => (at && kind !== "agreement" ? shortDate(at) : "");

function What({ title, place }: { title: string; place: string | null }) {
  const text = <span className="tabular-nums lining-nums">{title}</span>;
  return place ? <a href={place}>{text}</a> : text;
}

/** Every kind of number and name that the field knows, each with an example; what another role has to be asked for. */
function Understood({
  messages,
  actor,
}: {
  messages: Awaited<ReturnType<typeof currentMessages>>;
  actor: CajaActor;
}) {
  const { search: t } = messages.admin;
  const { own, others } = searchableKinds(actor);
  return (
    <section aria-labelledby="entiende">
      <h2 id="entiende">{t.understands}</h2>
      {others.length > 0 ? (
        <p>{t.othersOnly(others.map((kind) => t.kinds[kind].toLowerCase()).join(", "))}</p>
      ) : null}
      <SummaryList rows={own.map((kind) => ({ label: t.kinds[kind], value: t.examples[kind] }))} />
    </section>
  );
}
