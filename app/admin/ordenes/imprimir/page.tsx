import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { SelectField } from "@/components/form/field";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { databaseFor } from "@/db/client";
import { listOrderKinds } from "@/db/queries/order-kind";
import { countPrintable, listPrintingOffices } from "@/db/queries/print";
import { MOST_PRINTED } from "@/domain/print/print";
import { PrintFilterInput } from "@/domain/print/schema";
import { formatCount } from "@/lib/format/money";
import { queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import type { PrintFilter } from "@/model/order-list";
import { PaperSizeField } from "../paper-size-field";

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
      <search>
        <form className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3" action={PATH}>
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
          <div className="sm:col-span-full">
            <button type="submit" className={buttonClass("outline")}>
              {t.count}
            </button>
          </div>
        </form>
      </search>
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
        <PrintAll count={count} filter={filter} words={t} />
      )}
    </Page>
  );
}

export default unlessDown(PrintOrdersPage);

function PrintAll({
  count,
  filter,
  words: t,
}: {
  count: number;
  filter: PrintFilter;
  words: Messages["admin"]["print"];
}) {
  return (
    <form action={`${PATH}/archivo`} method="post" target="_blank" rel="noopener">
      <h2>{count > MOST_PRINTED ? t.tooMany(formatCount(MOST_PRINTED)) : t.found(formatCount(count))}</h2>
      <input type="hidden" name="tipo" value={filter.kindCode} />
      <input type="hidden" name="sede" value={filter.office} />
      <input type="hidden" name="cuales" value={filter.also} />
      <PaperSizeField words={t} />
      <p className="text-hint text-ink-soft">{t.opens}</p>
      <button type="submit" className={buttonClass()} data-variant="primary">
        {t.printAll}
      </button>
    </form>
  );
}
