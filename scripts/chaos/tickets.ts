import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import { newSessionCookie } from "@/lib/crypto/session-cookie";
import { newToken } from "@/lib/crypto/token";
import { nitCheckDigit } from "@/model/identity/nit";

/** A counter of a provider with a session. */
export type Contender = { personId: string; providerId: string; cookie: string };
/** An order that a counter has compared and may use now. */
export type Ticket = { orderId: string; lookupId: string; contender: Contender };

const FIRST_NIT = 700_000_000;

/**
 * Creates providers that may use orders, each with one counter.
 * @param from serial of the first, where some exist already
 */
export async function makeContenders(owner: postgres.Sql, count: number, from = 0): Promise<Contender[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const nit = String(FIRST_NIT + from + index);
      const name = `Comercio ${index + 1}`;
      const [created] = await owner<{ person: string; provider: string }[]>`
        with p as (insert into person (email, name) values (${`${randomUUID()}@caos.example`}, ${name}) returning id),
          v as (insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
            values (${nit}, ${nitCheckDigit(nit)}, ${name}, '08001', 'Calle 1', '+576050000000', now()) returning id),
          g as (insert into granted_application (provider_id, application_code) select id, 'CONVENIOS' from v),
          a as (insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
            values (${`CAOS-${nit}`}, ${nit}, ${nitCheckDigit(nit)}, ${name}, '2020-01-01', '2099-12-31')),
          m as (insert into membership (person_id, provider_id, role) select p.id, v.id, 'owner' from p, v)
        select p.id as person, v.id as provider from p, v`;
      if (!created) throw new Error("no contender made");
      const { token, hash } = newToken();
      await owner`select open_session(${created.person}, ${hash}, 43200, 604800, '127.0.0.1', 'caos', p_factor => true)`;
      const cookie = `sesion=${newSessionCookie(token)}`;
      return { personId: created.person, providerId: created.provider, cookie };
    }),
  );
}

/**
 * Creates current orders, each compared just now by some of the contenders. All affiliates are one invented
 * person.
 * @param rivals how many counters contend for each order, one number per order
 */
export async function makeTickets(
  owner: postgres.Sql,
  contenders: readonly Contender[],
  rivals: readonly number[],
): Promise<Ticket[][]> {
  const serial = Date.now() % 1_000_000_000;
  const orders = rivals.map((count, index) => {
    const orderId = randomUUID();
    const first = Math.floor((index * 7919 + serial) % contenders.length);
    const tickets = Array.from({ length: count }, (_, place) => {
      const contender = contenders[(first + place) % contenders.length];
      if (!contender) throw new Error("no contender");
      return { orderId, lookupId: randomUUID(), contender };
    });
    return { orderId, number: `X${serial}${String(index).padStart(6, "0")}`, tickets };
  });
  const rows = orders.map(({ orderId, number }) => ({
    id: orderId,
    number,
    sealed_id: seal("1042555318", affiliateIdPlace(orderId)).toString("base64"),
    sealed_name: seal("María Pérez", affiliateNamePlace(orderId)).toString("base64"),
  }));
  await owner`
    insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
      affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
    select r.id, 'AS', r.number, r.number, 'CC', decode(r.sealed_id, 'base64'), '\\x00', decode(r.sealed_name, 'base64'),
      480000, 480000, '', current_date - 5, current_date + 30, '', 'issued'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, number text, sealed_id text, sealed_name text)`;
  const questions = orders.flatMap(({ tickets }) =>
    tickets.map(({ orderId, lookupId, contender }) => ({
      id: lookupId,
      order_id: orderId,
      person: contender.personId,
      provider: contender.providerId,
    })),
  );
  await owner`
    with asked as (
      insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, id_index, outcome, order_id)
      select q.id, q.person, q.provider, 'typed', 'AS', '', '\\x00', 'current', q.order_id
      from jsonb_to_recordset(${JSON.stringify(questions)}::text::jsonb) as q(id uuid, order_id uuid, person uuid, provider uuid)
      returning id, person_id, order_id
    ), found as (
      insert into lookup_face (lookup_id, face)
      select a.id, order_snapshot(o) from asked a join "order" o on o.id = a.order_id
    )
    insert into comparison (lookup_id, person_id, mode, result) select id, person_id, 'show', 'equal' from asked`;
  return orders.map(({ tickets }) => tickets);
}
