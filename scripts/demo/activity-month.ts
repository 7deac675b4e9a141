import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { call } from "@/db/contract/call";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import type { CajaActor } from "@/model/access";
import { addDays } from "@/model/calendar";
import type { Logins } from "./applicants";

const FROM = "demostración";
const DAYS = 30;
const ORDERS_FROM = 5_001;
const names = ["Aura", "Carlos", "Dilia", "Fabián", "Gladys", "Hugo", "Ingrid", "Jaider"];
const surnames = ["Altamar Ruiz", "Barrios Polo", "Castro Meza", "De la Hoz Villa", "Escorcia Peñón"];
const concepts = ["Materiales de construcción", "Útiles escolares", "Calzado", "Víveres", "Ropa"];

/** A use of the month: whose it is, and how many days ago it was. */
export type MonthUse = { id: string; provider: string; person: string; daysAgo: number };
type Shop = { provider: string; person: string };

/**
 * A month of look-ups and uses of the two shops with CONVENIOS. The past cannot be made by the product's verbs, which
 * write now: rows are written as the verbs write them. What then becomes of the uses goes by the verb.
 */
export async function loadMonth(
  { owner, caja }: Logins,
  officer: CajaActor,
  today: string,
): Promise<MonthUse[]> {
  const shops = await owner<Shop[]>`
    select m.provider_id as provider, m.person_id as person from membership m join person p on p.id = m.person_id
    where p.email in ('caja@eltornillo.example', 'caja@lanina.example') order by p.email`;
  const uses: MonthUse[] = [];
  await owner.begin(async (transaction) => {
    for (let daysAgo = DAYS; daysAgo >= 1; daysAgo--)
      for (const [index, shop] of shops.entries()) {
        const count = usesOf(daysAgo, index);
        for (let n = 0; n < count; n++)
          uses.push(await use(transaction, shop, { daysAgo, n, today, serial: uses.length }));
        if (daysAgo % 4 === index) await miss(transaction, shop, at(today, daysAgo, 17));
      }
  });
  const [treasurer] = await owner<
    { id: string }[]
  >`select id from person where email = 'tesoreria@caja.example'`;
  await settleOlder(caja, { officer: officer.personId, treasurer: treasurer?.id ?? "" }, uses);
  return uses;
}

/** None on Sundays of a sort, most in the middle of the week; the first shop sells twice as much. */
function usesOf(daysAgo: number, shop: number): number {
  return [0, 1, 2, 2, 3, 2, 1][(daysAgo + shop) % 7] ?? 0;
}

/** An instant of that day in Bogotá, which is five hours behind all the year round. */
function at(today: string, daysAgo: number, hour: number): Date {
  return new Date(`${addDays(today, -daysAgo)}T${String(hour).padStart(2, "0")}:1${daysAgo % 10}:00-05:00`);
}

async function use(
  transaction: postgres.TransactionSql,
  { provider, person }: Shop,
  { daysAgo, n, today, serial }: { daysAgo: number; n: number; today: string; serial: number },
): Promise<MonthUse> {
  const [order, lookup, id] = [randomUUID(), randomUUID(), randomUUID()];
  const number = String(ORDERS_FROM + serial).padStart(7, "0");
  const idNumber = String(1_043_000_000 + serial * 7_919);
  const name = `${names[serial % names.length]} ${surnames[serial % surnames.length]}`;
  const value = 40_000 + ((serial * 37) % 60) * 10_500;
  const when = at(today, daysAgo, 9 + ((serial + 2 * n) % 9));
  const soon = new Date(when.getTime() + 60_000);
  await transaction`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
      affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state,
      state_changed_at)
    values (${order}, 'AS', ${number}, ${number.replace(/^0+/, "")}, 'CC', ${seal(idNumber, affiliateIdPlace(order))},
      ${affiliateIdIndex(idNumber)}, ${seal(name, affiliateNamePlace(order))}, ${value}, 0,
      ${concepts[serial % concepts.length] ?? ""}, ${addDays(today, -daysAgo - 3)}, ${addDays(today, 27 - daysAgo)},
      'CAC Prado', 'used', ${soon})`;
  await transaction`insert into lookup (id, person_id, provider_id, channel, asked_at, kind_code, number_typed, outcome,
      order_id)
    values (${lookup}, ${person}, ${provider}, 'typed', ${when}, 'AS', ${number}, 'current', ${order})`;
  await transaction`insert into comparison (lookup_id, person_id, mode, result, at)
    values (${lookup}, ${person}, 'show', 'equal', ${when})`;
  await transaction`insert into order_use (id, order_id, kind, amount, balance, provider_id, person_id, lookup_id, key, at)
    values (${id}, ${order}, 'use', ${value}, 0, ${provider}, ${person}, ${lookup}, ${randomUUID()}, ${soon})`;
  const event = { actor_id: person, provider_id: provider, channel: "web", ip: FROM };
  await transaction`insert into audit_event ${transaction([
    {
      ...event,
      at: when,
      action: "order.looked_up",
      subject_kind: "lookup",
      subject_id: lookup,
      detail: transaction.json({ outcome: "current", kind: "AS", order }),
    },
    {
      ...event,
      at: soon,
      action: "order.used",
      subject_kind: "order",
      subject_id: order,
      detail: transaction.json({ use: id, amount: value }),
    },
  ])}`;
  return { id, provider, person, daysAgo };
}

async function miss(
  transaction: postgres.TransactionSql,
  { provider, person }: Shop,
  when: Date,
): Promise<void> {
  await transaction`insert into lookup (id, person_id, provider_id, channel, asked_at, kind_code, number_typed, outcome)
    values (${randomUUID()}, ${person}, ${provider}, 'typed', ${when}, 'AS', '•••9999', 'not_found')`;
}

/** The oldest are paid, those after them legalised, one is objected to; the newest wait for the caja. */
async function settleOlder(
  caja: Logins["caja"],
  { officer, treasurer }: { officer: string; treasurer: string },
  uses: MonthUse[],
): Promise<void> {
  const providers = [...new Set(uses.map(({ provider }) => provider))];
  for (const [index, provider] of providers.entries()) {
    const own = uses.filter((use) => use.provider === provider);
    const [objected, ...legalized] = own.filter(({ daysAgo }) => daysAgo > 7 && daysAgo <= 20);
    const paid = own.filter(({ daysAgo }) => daysAgo > 20);
    const move = async (
      to: string,
      moved: MonthUse[],
      rest: { invoice?: string; cufe?: string; reason?: string },
    ) => {
      if (moved.length === 0) return;
      const outcome = await call(caja, "settle_uses", {
        actor: officer,
        provider,
        uses: moved.map(({ id }) => id),
        to,
        invoice: rest.invoice ?? "",
        cufe: rest.cufe ?? "",
        reason: rest.reason ?? "",
        mails: [],
        ip: FROM,
      });
      if (outcome !== "done") throw new Error(`demonstration: ${outcome}`);
    };
    await move("legalized", [...paid, ...legalized], {});
    await move("invoiced", paid, { invoice: `FE-10${index}`, cufe: String(index + 1).repeat(96) });
    await move("objected", objected ? [objected] : [], {
      reason: "Falta la factura de esta venta. Envíela y la revisamos.",
    });
  }
  await payInvoiced(caja, { maker: officer, approver: treasurer });
}

/** One payment run of all that is invoiced: the officer makes it, the treasury approves it. */
async function payInvoiced(
  caja: Logins["caja"],
  { maker, approver }: { maker: string; approver: string },
): Promise<void> {
  const invoices = await call(caja, "payable_invoices", { cufes: null, limit: null });
  if (invoices.length === 0) return;
  const { outcome, runId } = await call(caja, "make_payment", {
    actor: maker,
    key: randomUUID(),
    payOn: await call(caja, "bogota_today", {}),
    reference: "PAGO-DEMO-1",
    cufes: invoices.map(({ cufe }) => cufe),
    versions: invoices.map(({ version }) => version),
    ip: FROM,
  });
  if (runId === null) throw new Error(`demonstration: ${outcome}`);
  const approved = await call(caja, "approve_payment", {
    actor: approver,
    payment: runId,
    mails: [],
    ip: FROM,
  });
  if (approved !== "done") throw new Error(`demonstration: ${approved}`);
}
