import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ExportForm } from "@/components/form/export-form";
import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Pagination } from "@/components/ui/pagination";
import { DataTable } from "@/components/ui/table";
import { listedStandings } from "@/db/queries/provider";
import { readProviders } from "@/domain/provider/standing";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { StandingTag } from "./standing-tag";

const PATH = "/admin/proveedores";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.providers.title };
}

type Query = Partial<Record<"buscar" | "estado" | "pagina", string | string[]>>;

async function ProvidersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("provider.read");
  const query = await searchParams;
  const search = typeof query.buscar === "string" ? query.buscar.trim().slice(0, 100) : "";
  const page = /^[1-9]\d{0,4}$/.test(String(query.pagina)) ? Number(query.pagina) : 1;
  const standing = listedStandings.find((known) => known === query.estado) ?? null;
  const [{ rows, count, more }, { admin }] = await Promise.all([
    readProviders(grant, search, page, standing),
    currentMessages(),
  ]);
  const t = admin.providers;
  const filters = { buscar: search, estado: standing ?? "" };
  const at = (to: number) => pathWith(PATH, { ...filters, pagina: String(to) });
  const others = {
    ending: t.ending,
    to_suspend: t.toSuspend,
    to_renew: t.toRenew,
    account_waits: t.accountWaits,
  };
  const names: Readonly<Record<(typeof listedStandings)[number], string>> = { ...t.standings, ...others };
  return (
    <Page title={t.title} width="admin">
      <FilterForm
        path={PATH}
        submit={t.find}
        hidden={standing ? { estado: standing } : {}}
        inline
        className="flex flex-wrap items-end gap-x-4"
      >
        <TextField name="buscar" label={t.search} defaultValue={search} autoComplete="off" />
      </FilterForm>
      <ChoiceLinks
        label={t.standing}
        choices={[
          { href: pathWith(PATH, { buscar: search }), label: t.everyStanding, chosen: standing === null },
          ...listedStandings.map((of) => ({
            href: pathWith(PATH, { buscar: search, estado: of }),
            label: names[of],
            chosen: of === standing,
          })),
        ]}
      />
      {rows.length > 0 ? <p role="status">{t.found(formatCount(count), count === 1)}</p> : null}
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={{
          name: t.legalName,
          nit: { label: t.nit, firm: true },
          standing: t.standing,
          uses: { label: t.monthUses, numeric: true, wideOnly: true },
          amount: { label: t.monthAmount, numeric: true },
          unpaid: { label: t.unpaid, numeric: true },
          last: { label: t.lastLookup, firm: true, wideOnly: true },
        }}
        rows={rows.map((provider) => ({
          name: <a href={`/admin/proveedores/${provider.id}`}>{provider.legalName}</a>,
          nit: formatNit(provider.nit, provider.checkDigit),
          standing: <StandingTag provider={provider} />,
          uses: provider.uses > 0 ? formatCount(provider.uses) : "—",
          amount: provider.amount > 0 ? formatPesos(provider.amount) : "—",
          unpaid: provider.unpaid > 0 ? formatPesos(provider.unpaid) : "—",
          last: provider.lastAt ? shortDate(provider.lastAt) : "—",
        }))}
      />
      {page > 1 || more ? (
        <Pagination
          label={t.more}
          position={t.page(String(page))}
          previous={page > 1 ? { href: at(page - 1), label: t.previous } : undefined}
          next={more ? { href: at(page + 1), label: t.next } : undefined}
        />
      ) : null}
      {rows.length > 0 ? <ExportForm of="providers" action={`${PATH}/exportar`} filters={filters} /> : null}
    </Page>
  );
}

export default unlessDown(ProvidersPage);
