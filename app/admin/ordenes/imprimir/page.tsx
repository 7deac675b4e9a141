import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { SelectField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { databaseFor } from "@/db/client";
import { listOrderKinds } from "@/db/queries/order-kind";
import { countPrintable, listPrintingOffices } from "@/db/queries/print";
import { MOST_PRINTED } from "@/domain/print/print";
import { PrintFilterInput } from "@/domain/print/schema";
import { formatCount } from "@/lib/format/money";
import { queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { PrintForm } from "../print-form";

const PATH = "/admin/ordenes/imprimir";
type Query = Partial<Record<"tipo" | "sede" | "cuales" | "papel", string | string[]>>;

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.print.title };
}

async function PrintOrdersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("order.print");
  const query = await searchParams;
  const filter = PrintFilterInput.parse({
    kindCode: queryText(query.tipo),
    office: queryText(query.sede, 120),
    also: queryText(query.cuales),
  });
  const db = databaseFor(grant);
  const [kinds, offices, count, { admin, common }] = await Promise.all([
    listOrderKinds(db),
    listPrintingOffices(db),
    countPrintable(db, filter, MOST_PRINTED + 1),
    currentMessages(),
  ]);
  const t = admin.print;
  const refusals: Readonly<Record<string, string>> = common.refusals;
  const refusal = queryText(query.papel);
  return (
    <Page title={t.title} back={{ href: "/admin/ordenes", label: t.back }} width="admin">
      {Object.hasOwn(refusals, refusal) ? <FormMessage>{refusals[refusal]}</FormMessage> : null}
      <p>{t.intro}</p>
      <FilterForm className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3" path={PATH} submit={t.count}>
        <SelectField
          name="tipo"
          label={t.kind}
          hint={common.kindsRenamed(kinds) || undefined}
          emptyLabel={t.anyKind}
          defaultValue={filter.kindCode}
          options={kinds.map((kind) => ({ value: kind.code, label: common.kindChoice(kind) }))}
        />
        <SelectField
          name="sede"
          label={t.office}
          emptyLabel={t.anyOffice}
          defaultValue={filter.office}
          options={offices.map((office) => ({ value: office, label: office }))}
        />
        <SelectField
          name="cuales"
          label={t.which}
          emptyLabel={t.onlyNew}
          defaultValue={filter.also}
          options={[{ value: "printed", label: t.withPrinted }]}
        />
      </FilterForm>
      {count === 0 ? (
        <Empty
          title={t.none}
          action={
            <ButtonLink href={PATH} variant="outline">
              {t.all}
            </ButtonLink>
          }
        >
          <p>{t.noneText}</p>
        </Empty>
      ) : (
        <>
          <h2>{count > MOST_PRINTED ? t.tooMany(formatCount(MOST_PRINTED)) : t.found(formatCount(count))}</h2>
          <PrintForm
            action={`${PATH}/archivo`}
            hidden={{ tipo: filter.kindCode, sede: filter.office, cuales: filter.also }}
            submit={t.printAll}
          />
        </>
      )}
    </Page>
  );
}

export default unlessDown(PrintOrdersPage);
