import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Pagination } from "@/components/ui/pagination";
import { DataTable } from "@/components/ui/table";
import { readProviders } from "@/domain/provider/standing";
import { shortDate } from "@/lib/format/date";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { StandingTag } from "./standing-tag";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.providers.title };
}

type Query = { buscar?: string | string[]; pagina?: string | string[] };

async function ProvidersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("provider.read");
  const query = await searchParams;
  const search = typeof query.buscar === "string" ? query.buscar.trim().slice(0, 100) : "";
  const page = /^[1-9]\d{0,4}$/.test(String(query.pagina)) ? Number(query.pagina) : 1;
  const [{ rows, more }, { admin }] = await Promise.all([
    readProviders(grant, search, page),
    currentMessages(),
  ]);
  const t = admin.providers;
  const at = (to: number) =>
    `/admin/proveedores?${new URLSearchParams({ buscar: search, pagina: String(to) })}`;
  return (
    <Page title={t.title} width="admin">
      <FilterForm path="/admin/proveedores" submit={t.find}>
        <TextField name="buscar" label={t.search} defaultValue={search} autoComplete="off" />
      </FilterForm>
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={{ name: t.legalName, nit: t.nit, standing: t.standing, since: t.since }}
        rows={rows.map((provider) => ({
          name: <a href={`/admin/proveedores/${provider.id}`}>{provider.legalName}</a>,
          nit: formatNit(provider.nit, provider.checkDigit),
          standing: <StandingTag provider={provider} />,
          since: shortDate(provider.createdAt),
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
    </Page>
  );
}

export default unlessDown(ProvidersPage);
