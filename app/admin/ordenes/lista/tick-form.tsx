import type { ReactNode } from "react";
import type { ListedOrder } from "@/domain/order/list/list-orders";
import { currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";
import type { OrderFilters } from "@/model/order-list";
import { PRINT_PATH } from "../print-filter";
import { PrintForm } from "../print-form";

/**
 * The list, with a box at each order that may go to paper, to print the ticked ones together. Of those that came in a
 * file the core has printed the paper: they get a box when the list is asked for them.
 */
export async function TickForm({
  orders,
  actor,
  filters,
  fileHref,
  tickHref,
  children,
}: {
  orders: readonly ListedOrder[];
  actor: CajaActor;
  filters: OrderFilters;
  /** Address of the list of those that came in a file. */
  fileHref: string;
  /** Address of this page with all of them ticked. */
  tickHref: string;
  children: (ticks: ReadonlySet<string>) => ReactNode;
}) {
  if (!can(actor, "order.print")) return children(new Set());
  const t = (await currentMessages()).admin.print;
  const waiting = orders.filter(({ waits }) => waits);
  const ticks = new Set(waiting.filter(({ own }) => own || filters.origin === "file").map(({ id }) => id));
  const kept = ticks.size < waiting.length;
  return (
    <>
      {ticks.size > 0 ? (
        <PrintForm action={`${PRINT_PATH}/marcadas`} submit={t.printTicked}>
          <p className="m-0 print:hidden sm:not-noscript:hidden">
            <a className="inline-flex min-h-11 items-center" href={tickHref}>
              {t.tickPage(ticks.size)}
            </a>
          </p>
          {children(ticks)}
        </PrintForm>
      ) : (
        children(ticks)
      )}
      {kept ? (
        <p className="text-hint text-ink-soft print:hidden">
          {t.tickFileText} <a href={fileHref}>{t.tickFile}</a>
        </p>
      ) : null}
    </>
  );
}
