import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { periodIn, periodParams, periodQuery } from "@/app/_server/http/period-params";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ExportForm } from "@/components/form/export-form";
import { Page } from "@/components/layout/page";
import { PeriodForm } from "@/components/settlement/period-form";
import { settledColumns, settledRow } from "@/components/settlement/use-rows";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Done } from "@/components/ui/done";
import { Note } from "@/components/ui/note";
import { PageSizes, Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { readSettlement } from "@/domain/settlement/read-settlement";
import { actsFor } from "@/domain/settlement/rules";
import { MOST_OF_SCOPE } from "@/domain/settlement/schema";
import { receiptNumber } from "@/domain/use/receipt-number";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith, queryPage } from "@/lib/http/query";
import { readSize, sizeWord } from "@/lib/paging";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { settlementStates } from "@/model/settlement";
import { SettleForm } from "./settle-form";

const PATH = "/admin/liquidacion";

type Props = {
  params: Promise<{ proveedor: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const { settlement } = await currentMessages();
  return { title: settlement.title };
}

/** A provider's uses in a period, with their settlement states. */
async function ProviderSettlementPage({ params, searchParams }: Props) {
  const grant = await requireGrant("settlement.read");
  const [{ proveedor }, query] = await Promise.all([params, searchParams]);
  const size = readSize(query.filas);
  const state = settlementStates.find((known) => known === query.estado) ?? null;
  const filters = { state, size, page: queryPage(query.pagina) };
  const [found, { admin, settlement: t }] = await Promise.all([
    readSettlement(grant, proveedor, periodIn(query), filters),
    currentMessages(),
  ]);
  if (!found) notFound();
  const { undo } = admin.counter;
  const { name, period, total, byState, uses, page, pages } = found;
  const filas = sizeWord(size);
  const days = periodQuery(period);
  const at = (change: Record<string, string>) =>
    pathWith(`${PATH}/${proveedor}`, { ...days, estado: state ?? "", filas, ...change });
  const shown = uses.map((use) => {
    const row = settledRow(use, t);
    return {
      ...row,
      useId: use.useId,
      version: use.version,
      pesos: use.amount,
      isMovable: actsFor([use.state]).length > 0,
      mark: t.markUse(row.receipt),
    };
  });
  const steps = <Pages of="settlement" at={at} page={page} pages={pages} />;
  const columns = settledColumns(t);
  const inReach = byState.filter((sum) => sum.uses > 0 && (state === null || sum.state === state));
  const acts = actsFor(inReach.map((sum) => sum.state));
  const movable = inReach.filter((sum) => actsFor([sum.state]).length > 0);
  const tooMany = movable.filter((sum) => sum.uses > MOST_OF_SCOPE);
  const scopes = [
    { value: "marked", label: t.scopeMarked },
    ...movable
      .filter((sum) => sum.uses <= MOST_OF_SCOPE)
      .map((sum) => ({
        value: `${sum.state}.${sum.uses}.${sum.amount}`,
        label: t.scopeAll(
          t.states[sum.state],
          t.uses(formatCount(sum.uses), sum.uses === 1),
          formatPesos(sum.amount),
        ),
      })),
  ];
  const settles = can(grant.actor, "settlement.manage") && acts.length > 0;
  const objected = can(grant.actor, "use.undo") ? uses.filter((use) => use.state === "objected") : [];
  return (
    <Page title={name} back={{ href: pathWith(PATH, days), label: t.toAll }} width="admin">
      {query.guardado === "1" ? <Done>{t.done}</Done> : null}
      <PeriodForm path={`${PATH}/${proveedor}`} names={periodParams} period={period} />
      <p>
        {t.period(shortDate(period.from), shortDate(period.to))}:{" "}
        <b className="tabular-nums lining-nums">
          {t.uses(formatCount(total.uses), total.uses === 1)}, {formatPesos(total.amount)}
        </b>
      </p>
      {total.uses > 0 ? (
        <>
          <ChoiceLinks
            label={t.statesLabel}
            choices={[
              { href: at({ estado: "" }), label: t.everyState, chosen: state === null },
              ...byState
                .filter((sum) => sum.uses > 0 || sum.state === state)
                .map((sum) => ({
                  href: at({ estado: sum.state }),
                  label: t.stateChoice(t.states[sum.state], formatCount(sum.uses)),
                  chosen: sum.state === state,
                })),
            ]}
          />
          <PageSizes at={at} size={size} />
        </>
      ) : null}
      {settles
        ? tooMany.map((sum) => (
            <Note key={sum.state}>
              <p>
                {t.scopeTooMany(
                  t.states[sum.state],
                  t.uses(formatCount(sum.uses), false),
                  formatCount(MOST_OF_SCOPE),
                )}
              </p>
            </Note>
          ))
        : null}
      {settles ? (
        <SettleForm
          hidden={{
            providerId: proveedor,
            ...{ from: period.from, until: period.to, state: state ?? "", size: filas },
          }}
          caption={t.caption}
          columns={{ mark: { label: t.columns.mark, screenOnly: true }, ...columns }}
          uses={shown}
          acts={acts.map((to) => ({
            value: to,
            label: t.acts[to],
          }))}
          scopes={scopes}
        >
          {steps}
        </SettleForm>
      ) : (
        <>
          <DataTable
            caption={t.caption}
            empty={total.uses > 0 ? t.noneOfState : t.empty}
            columns={columns}
            rows={shown}
          />
          {steps}
        </>
      )}
      {total.uses > 0 ? (
        <ExportForm
          of="settlement"
          action={`${PATH}/${proveedor}/exportar`}
          filters={{ ...days, estado: state ?? "" }}
        />
      ) : null}
      {objected.length > 0 ? (
        <section aria-labelledby="objetados">
          <h2 id="objetados">{undo.objected.heading}</h2>
          <p>{undo.objected.meaning}</p>
          <ul>
            {objected.map((use) => (
              <li key={use.useId}>
                <a
                  className="inline-flex min-h-11 items-center"
                  href={`/admin/novedades/anulaciones/uso/${use.useId}`}
                >
                  {undo.objected.link(receiptNumber(use.serial, use.at))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

export default unlessDown(ProviderSettlementPage);
