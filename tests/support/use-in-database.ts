import { randomUUID } from "node:crypto";
import { connect } from "@/db/connection";
import { env } from "@/lib/env";
import { browser, owner } from "@/tests/support/factories/account";
import { makeTill } from "@/tests/support/look-up-orders";

/** A pool with the provider role, for concurrent calls. */
export const providerPool = connect(env().DATABASE_URL, "app_provider", 20);

export type Counter = { personId: string; providerId: string; counterId: string | null };

/** Creates a member of a provider with CONVENIOS who registers uses. */
export async function makeCounter({ suspended = false } = {}): Promise<Counter> {
  const { actor } = await makeTill({ suspended });
  return { personId: actor.personId, providerId: actor.provider.id, counterId: null };
}

/** Creates a named counter in a new branch. */
export async function makeNamedCounter(counter: Counter): Promise<Counter> {
  const [branch] = await owner<{ id: string }[]>`
    insert into branch (provider_id, name) values (${counter.providerId}, ${randomUUID()}) returning id`;
  const [till] = await owner<{ id: string }[]>`
    insert into counter (branch_id, name) values (${branch?.id ?? null}, 'Caja 1') returning id`;
  return { ...counter, counterId: till?.id ?? null };
}

export type UseAnswer = {
  outcome: string;
  useId: string | null;
  amount: number | null;
  balance: number | null;
};

/** Inserts a look-up of the order that was compared as equal, and returns its id. */
export async function compared({ personId, providerId }: Counter, order: string): Promise<string> {
  const lookup = randomUUID();
  await owner`
    with asked as (
      insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome, order_id)
      select ${lookup}, ${personId}, ${providerId}, 'typed', o.kind_code, 'x', 'current', o.id from "order" o
      where o.id = ${order} returning id),
    found as (
      insert into lookup_face (lookup_id, face) select asked.id, order_snapshot(o) from asked, "order" o
      where o.id = ${order} returning lookup_id)
    insert into comparison (lookup_id, person_id, mode, result) select lookup_id, ${personId}, 'show', 'equal' from found`;
  return lookup;
}

/** Registers a use after a comparison; without an amount it uses the whole balance. */
export async function registerUse(
  counter: Counter,
  {
    order,
    lookup,
    key = randomUUID(),
    amount = null,
  }: { order: string; lookup?: string; key?: string; amount?: number | null },
): Promise<UseAnswer> {
  const { personId, providerId, counterId } = counter;
  const lookupId = lookup ?? (await compared(counter, order));
  const [row] = await providerPool<
    { outcome: string; use_id: string | null; amount: string | null; balance: string | null }[]
  >`select outcome, use_id, amount, balance from use_order(${order}, ${personId}, ${providerId}, ${counterId}, ${lookupId},
      ${key}, ${amount}, null, ${browser().ip})`;
  if (!row) throw new Error("use_order answered nothing");
  return {
    outcome: row.outcome,
    useId: row.use_id,
    amount: row.amount === null ? null : Number(row.amount),
    balance: row.balance === null ? null : Number(row.balance),
  };
}

/** Undoes a use as its counter does, and returns the outcome. */
export async function undoUse(
  { personId, providerId, counterId }: Counter,
  { use, key = randomUUID() }: { use: string | null; key?: string },
): Promise<string> {
  const [row] = await providerPool<{ outcome: string }[]>`
    select outcome from undo_use(${use ?? randomUUID()}, ${personId}, ${providerId}, ${counterId}, ${key}, 'Se equivocó', 'x')`;
  return row?.outcome ?? "nothing";
}
