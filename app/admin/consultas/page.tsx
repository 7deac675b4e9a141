import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Empty } from "@/components/ui/empty";
import { SummaryList } from "@/components/ui/summary-list";
import { type FoundLookup, findLookups } from "@/domain/lookup/find-lookups";
import { lookupCode, readLookupCode } from "@/domain/lookup/lookup-code";
import { exactTime } from "@/lib/format/date";
import { queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { formatNit } from "@/model/identity/format";

const PATH = "/admin/consultas";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.lookups.title };
}

/** A provider on the phone says the code of its answer: who asked, when, and what was answered. No affiliate. */
async function LookupsPage({ searchParams }: { searchParams: Promise<{ codigo?: string | string[] }> }) {
  const grant = await requireGrant("lookup.read");
  const typed = queryText((await searchParams).codigo, 30);
  const [found, messages] = await Promise.all([findLookups(grant, typed), currentMessages()]);
  const t = messages.admin.lookups;
  const wrong = typed !== "" && readLookupCode(typed) === null;
  return (
    <Page title={t.title} back={{ href: "/admin/ordenes", label: t.back }} width="admin">
      <FilterForm className="mb-6 max-w-2xl" path={PATH} submit={t.find} variant="primary">
        <TextField
          name="codigo"
          label={t.code}
          hint={t.codeHint}
          error={wrong ? t.codeShape : undefined}
          defaultValue={typed}
          autoComplete="off"
          maxLength={60}
          digits
        />
      </FilterForm>
      {typed !== "" && !wrong && found.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneText}</p>
        </Empty>
      ) : null}
      {found.map((lookup) => (
        <section key={lookup.id} aria-label={t.one(lookupCode(lookup.id))}>
          <h2>{t.one(lookupCode(lookup.id))}</h2>
          <SummaryList rows={rowsOf(lookup, messages)} />
        </section>
      ))}
    </Page>
  );
}

export default unlessDown(LookupsPage);

function rowsOf(lookup: FoundLookup, { admin, proof }: Messages) {
  const t = admin.lookups;
  const { provider, order } = lookup;
  const row = (label: string, value: string | null) => (value ? [{ label, value }] : []);
  return [
    { label: t.when, value: exactTime(lookup.askedAt) },
    { label: t.provider, value: `${provider.name}, NIT ${formatNit(provider.nit, provider.checkDigit)}` },
    ...row(t.place, [lookup.branch, lookup.counter].filter(Boolean).join(", ")),
    { label: t.person, value: lookup.isUnnamed ? t.unnamed(lookup.person) : lookup.person },
    { label: t.channel, value: proof.channels[lookup.channel] },
    { label: t.answered, value: proof.outcomes[lookup.outcome] },
    ...row(t.compared, lookup.result && proof.results[lookup.result]),
    {
      label: t.order,
      value: order ? <a href={`/admin/ordenes/${order.id}`}>{order.number}</a> : lookup.numberTyped || "—",
    },
  ];
}
