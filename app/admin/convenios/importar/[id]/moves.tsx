import { Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { cajaDatabase } from "@/db/client";
import { findTicks, type ImportMove, type ImportRun, listImportMoves } from "@/db/queries/import-runs";
import { MOVES_PAGE } from "@/domain/import/schema";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { shownPage } from "@/lib/paging";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { type CajaActor, can } from "@/model/access";
import { formatNit } from "@/model/identity/format";
import { nitCheckDigit } from "@/model/identity/nit";
import { ConfirmForm, type ShownMove } from "./confirm-form";

type Words = Messages["admin"]["agreements"]["imports"];

const nitText = (nit: string) => formatNit(nit, nitCheckDigit(nit));
/** The NIT to which the orders are bound that hang on a move. */
const boundTo = ({ nitFrom, nitTo }: ImportMove) => nitFrom ?? nitTo;
/** The list of those orders; null without any, and for who may not open it. */
const ordersOf = (move: ImportMove, actor: CajaActor) =>
  move.orders > 0 && can(actor, "order.find")
    ? `/admin/ordenes/lista?estado=vigente&proveedor=${boundTo(move)}`
    : null;

type Props = { run: ImportRun; page: number; actor: CajaActor };

const placeOf = ({ run, page }: Props, all: number) => {
  const shown = shownPage(all, { size: MOVES_PAGE, page });
  const at = (change: Record<string, string>) => pathWith(`/admin/convenios/importar/${run.id}`, change);
  return { ...shown, at };
};

/**
 * Confirms a file of convenios, with a tick for each one that changes company. A long list has pages: going to another
 * one keeps the ticks of this one.
 */
export async function ConfirmAgreements({ moves: all, ...props }: Props & { moves: number }) {
  const { run, actor } = props;
  const { page, pages, offset } = placeOf(props, all);
  const [shown, { ticked, version }, { admin, lists }] = await Promise.all([
    all > 0 ? listImportMoves(cajaDatabase(), run.id, MOVES_PAGE, offset) : [],
    findTicks(cajaDatabase(), run.id),
    currentMessages(),
  ]);
  const t = admin.agreements.imports;
  const sure = run.previewNew + run.previewChanged;
  return (
    <ConfirmForm
      hidden={{ run: run.id, version, first: shown[0]?.line ?? 0, last: shown.at(-1)?.line ?? 0 }}
      confirm={sure > 0 ? t.confirm(sure) : admin.imports.confirmChanges}
      legend={t.asksTitle(all)}
      hint={t.asksHint}
      ticked={shown.filter(({ accepted }) => accepted).map(({ line }) => String(line))}
      moves={shown.map((move): ShownMove => {
        const href = ordersOf(move, actor);
        return {
          line: String(move.line),
          what: `${t.lineOf(move.line)}: ${whatOf(move, t)}`,
          hangs: hangsOf(move, t),
          orders: href ? { href, label: t.seeOrders(nitText(boundTo(move))) } : null,
        };
      })}
      paged={
        pages > 1
          ? {
              position: `${lists.page(formatCount(page), formatCount(pages))}. ${t.ticked(ticked)}`,
              hint: t.pagesHint,
              previous: page > 1 ? { page: String(page - 1), label: t.keepAndGoBack } : null,
              next: page < pages ? { page: String(page + 1), label: t.keepAndGoOn } : null,
              stay: { page: String(page), label: t.keep },
            }
          : null
      }
    />
  );
}

/** The convenios of a file that change company, and which of them a person ticked. */
export async function Moves({ all, ...props }: Props & { all: number }) {
  if (all === 0) return null;
  const { run, actor } = props;
  const { page, pages, offset, at } = placeOf(props, all);
  const [moves, { admin }] = await Promise.all([
    listImportMoves(cajaDatabase(), run.id, MOVES_PAGE, offset),
    currentMessages(),
  ]);
  const t = admin.agreements.imports;
  return (
    <section aria-labelledby="cambian">
      <h2 id="cambian">{t.asksTitle(all)}</h2>
      <DataTable
        caption={t.movesCaption}
        empty=""
        columns={{
          line: { label: admin.imports.line, numeric: true },
          what: t.what,
          hangs: t.hangs,
          done: admin.imports.outcome,
        }}
        rows={moves.map((move) => {
          const href = ordersOf(move, actor);
          return {
            line: move.line,
            what: whatOf(move, t),
            hangs: href ? <a href={href}>{hangsOf(move, t)}</a> : hangsOf(move, t),
            done: move.accepted ? <Tag signal="go">{t.accepted}</Tag> : <Tag signal="plain">{t.stayed}</Tag>,
          };
        })}
      />
      <Pages of="agreements" at={at} page={page} pages={pages} />
    </section>
  );
}

function whatOf({ number, nitFrom, nitTo, nameTo, knownNumber, knownName }: ImportMove, t: Words): string {
  const to = `${nameTo}, NIT ${nitText(nitTo)}`;
  const what = nitFrom === null ? t.newOne(number, to) : t.goes(number, nitText(nitFrom), to);
  return knownName === null || knownNumber === null ? what : `${what} ${t.known(knownName, knownNumber)}`;
}

function hangsOf(move: ImportMove, t: Words): string {
  const { orders, amount, uses, numbers } = move;
  if (orders + uses === 0) return t.nothingHangs(nitText(boundTo(move)));
  const listed = numbers.length === 0 ? "" : `: ${numbers.join(", ")}${orders > numbers.length ? "…" : ""}`;
  return `${t.hang(nitText(boundTo(move)), orders, formatPesos(amount), uses)}${listed}.`;
}
