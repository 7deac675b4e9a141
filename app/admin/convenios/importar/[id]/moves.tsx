import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { cajaDatabase } from "@/db/client";
import { type ImportMove, type ImportRun, listImportMoves } from "@/db/queries/import-runs";
import { MOST_MOVES } from "@/domain/import/schema";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { formatNit } from "@/model/identity/format";
import { nitCheckDigit } from "@/model/identity/nit";
import { ConfirmForm, type ShownMove } from "./confirm-form";

type Words = Messages["admin"]["agreements"]["imports"];

const nitText = (nit: string) => formatNit(nit, nitCheckDigit(nit));
/** The NIT to which the orders are bound that hang on a move. */
const boundTo = ({ nitFrom, nitTo }: ImportMove) => nitFrom ?? nitTo;
const ordersOf = (move: ImportMove) => `/admin/ordenes/lista?estado=vigente&proveedor=${boundTo(move)}`;

/** Confirms a file of convenios, with a tick for each one that changes company. */
export async function ConfirmAgreements({ run, moves }: { run: ImportRun; moves: number }) {
  const [shown, { admin }] = await Promise.all([
    moves > 0 ? listImportMoves(cajaDatabase(), run.id, MOST_MOVES) : [],
    currentMessages(),
  ]);
  const t = admin.agreements.imports;
  const sure = run.previewNew + run.previewChanged;
  return (
    <>
      <ConfirmForm
        run={run.id}
        confirm={sure > 0 ? t.confirm(sure) : admin.imports.confirmChanges}
        legend={t.asksTitle(moves)}
        hint={t.asksHint}
        moves={shown.map(
          (move): ShownMove => ({
            line: String(move.line),
            what: `${t.lineOf(move.line)}: ${whatOf(move, t)}`,
            hangs: hangsOf(move, t),
            orders:
              move.orders > 0 ? { href: ordersOf(move), label: t.seeOrders(nitText(boundTo(move))) } : null,
          }),
        )}
      />
      {moves > shown.length ? <p>{t.moreMoves(moves - shown.length)}</p> : null}
    </>
  );
}

/** The convenios of a file that change company, and which of them a person ticked. */
export async function Moves({ run, all }: { run: ImportRun; all: number }) {
  if (all === 0) return null;
  const [moves, { admin }] = await Promise.all([
    listImportMoves(cajaDatabase(), run.id, MOST_MOVES),
    currentMessages(),
  ]);
  const t = admin.agreements.imports;
  return (
    <section aria-labelledby="cambian">
      <h2 id="cambian">{t.asksTitle(all)}</h2>
      <DataTable
        caption={t.movesCaption(moves.length, all)}
        empty=""
        columns={{
          line: { label: admin.imports.line, numeric: true },
          what: t.what,
          hangs: t.hangs,
          done: admin.imports.outcome,
        }}
        rows={moves.map((move) => ({
          line: move.line,
          what: whatOf(move, t),
          hangs: move.orders > 0 ? <a href={ordersOf(move)}>{hangsOf(move, t)}</a> : hangsOf(move, t),
          done: move.accepted ? <Tag signal="go">{t.accepted}</Tag> : <Tag signal="plain">{t.stayed}</Tag>,
        }))}
      />
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
