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
import { listPrintingOffices } from "@/db/queries/print";
import { countToPrint, MOST_PRINTED } from "@/domain/print/print";
import { formatCount } from "@/lib/format/money";
import { pathWith, queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { mineOfToday, PRINT_PATH, printParamsOf, readPrintFilter } from "../print-filter";
import { PrintForm } from "../print-form";

type Query = Partial<Record<string, string | string[]>>;

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.print.title };
}

async function PrintOrdersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("order.print");
  const query = await searchParams;
  const filter = readPrintFilter((param) => queryText(query[param], 120));
  const db = databaseFor(grant);
  const [kinds, offices, count, mine, { admin, common }] = await Promise.all([
    listOrderKinds(db),
    listPrintingOffices(db, filter.from),
    countToPrint(grant, filter),
    countToPrint(grant, mineOfToday),
    currentMessages(),
  ]);
  const t = admin.print;
  const refusals: Readonly<Record<string, string>> = common.refusals;
  const refusal = queryText(query.papel);
  return (
    <Page title={t.title} back={{ href: "/admin/ordenes", label: t.back }} width="admin">
      {Object.hasOwn(refusals, refusal) ? <FormMessage>{refusals[refusal]}</FormMessage> : null}
      <p>{t.intro}</p>
      {mine > 0 && filter.whose === "" ? (
        <p>
          <ButtonLink href={pathWith(PRINT_PATH, printParamsOf(mineOfToday))} variant="outline">
            {t.mineToday(formatCount(mine))}
          </ButtonLink>
        </p>
      ) : null}
      <FilterForm
        className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3"
        path={PRINT_PATH}
        submit={t.count}
      >
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
        <SelectField
          name="quien"
          label={t.whose}
          emptyLabel={t.anybodys}
          defaultValue={filter.whose}
          options={[{ value: "mine", label: t.mine }]}
        />
        <SelectField
          name="dia"
          label={t.day}
          emptyLabel={t.anyDay}
          defaultValue={filter.day}
          options={[{ value: "today", label: t.today }]}
        />
        <SelectField
          name="origen"
          label={t.from}
          emptyLabel={t.issuedHere}
          defaultValue={filter.from}
          options={[{ value: "file", label: t.withFile }]}
        />
      </FilterForm>
      {count === 0 ? (
        <Empty
          title={t.none}
          action={
            <ButtonLink href={PRINT_PATH} variant="outline">
              {t.all}
            </ButtonLink>
          }
        >
          <p>{t.noneText}</p>
        </Empty>
      ) : (
        <>
          <h2>{count > MOST_PRINTED ? t.tooMany(formatCount(MOST_PRINTED)) : t.found(formatCount(count))}</h2>
          <PrintForm action={`${PRINT_PATH}/archivo`} hidden={printParamsOf(filter)} submit={t.printAll} />
        </>
      )}
    </Page>
  );
}

export default unlessDown(PrintOrdersPage);
