import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expiredIn, inForceOf, readFilters } from "@/app/admin/_orders/list-address";
import { paymentTabOf } from "@/app/admin/_payments/address";
import { filterOf, filterWords } from "@/app/admin/solicitudes/address";
import { waitingPlaces } from "@/app/admin/waiting-places";
import { cajaDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { agreementTabs, countAgreements, listAgreements } from "@/db/queries/agreement";
import { listImports } from "@/db/queries/import-runs";
import { listFailedMails } from "@/db/queries/notify";
import { listWaitingChanges } from "@/db/queries/order-change";
import { countTabs } from "@/db/queries/order-counts";
import { listWaitingDrafts } from "@/db/queries/order-draft";
import { listOrderPage } from "@/db/queries/order-list";
import { listReports } from "@/db/queries/report-desk";
import { countRequests, listRequests, type QueueFilter, type QueueTab } from "@/db/queries/request-queue";
import { countUndoRequests } from "@/db/queries/use-undo";
import { readMonth } from "@/domain/caja/month";
import { countWaiting, type WaitingKind } from "@/domain/caja/waiting";
import { listIncidents } from "@/domain/incident/incidents";
import { readPayments } from "@/domain/payment/read-payments";
import { readProviders } from "@/domain/provider/standing";
import { dueDays } from "@/domain/request/rules";
import { listRightsRequests } from "@/domain/rights/desk";
import { authorize, type CajaActor } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { orderTabs } from "@/model/order-list";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: Sql;
let actor: CajaActor;
const MANY = 100;
const days = dueDays(bogotaDay(new Date()));

/** The demonstration, and of each kind some more that wait, some that wait for somebody else, and some that are over. */
beforeAll(async () => {
  const url = await separateDatabase("cuentas");
  owner = connect(url, null, 1);
  const { loadDemo } = await import("@/scripts/demo/load");
  await loadDemo(url, { activity: true });
  const [person] = await owner<{ id: string; name: string; email: string }[]>`
    insert into person (email, name, caja_role, password_hash)
    values ('cuenta@caja.example', 'Quien cuenta', 'administrator', 'x') returning id, name, email`;
  if (!person) throw new Error("no person made");
  const { id: personId, name, email } = person;
  actor = { kind: "caja", role: "administrator", personId, sessionId: randomUUID(), name, email };
  await makeRequests();
  await makeOrders();
  await makeOthers();
});
afterAll(() => owner.end());

/** New ones, renewals and corrected ones of both, of two applications; due ones, and others that do not wait. */
async function makeRequests(): Promise<void> {
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('OTRA', 'OTRA', '', 'Abrir', '/ayuda', 90)`;
  await owner`insert into provider (nit, check_digit, legal_name, municipality, address, phone)
    select (800300000 + n)::text, n % 10, 'Empresa ' || n, '08001', 'Calle 1', '+576051234567' from generate_series(1, 40) n`;
  await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by, renews, submitted_at,
      reason)
    select 'SOL-1998-' || lpad(n::text, 6, '0'), v.id, case when n % 3 = 0 then 'OTRA' else 'CONVENIOS' end,
      case when n % 7 = 0 then 'returned' when n % 11 = 0 then 'rejected' else 'submitted' end, ${actor.personId},
      n % 2 = 0, now() - make_interval(days => case when n % 5 = 0 then 20 else 0 end), 'x'
    from generate_series(1, 40) n join provider v on v.nit = (800300000 + n)::text`;
  await owner`insert into request_event (request_id, kind)
    select id, 'corrected' from request where filing_number like 'SOL-1998-%' and right(filing_number, 1) in ('4', '5')`;
}

/** Orders of one provider in force, before their first day and expired, in this month and before. */
async function makeOrders(): Promise<void> {
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values ('CV-CUENTA', '800300001', 1, 'Empresa 1', bogota_today() - 400, bogota_today() + 20)`;
  await owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
      affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state, provider_nit)
    select gen_random_uuid(), 'AS', 'C' || n, 'C' || n, 'CC', 'x', decode(md5(n::text), 'hex'), 'x', 1000, 1000, '',
      -- The one that ends on the first of the month is in force on that day.
      s.starts, s.ends, '', 'issued', case n when 7 then '800300002' else '800300001' end
    from (values (1, bogota_today(), bogota_today() + 9), (2, bogota_today() - 9, bogota_today()),
      (3, bogota_today() + 1, bogota_today() + 9), (4, bogota_today() + 2, bogota_today() + 9),
      (5, bogota_today() - 300, bogota_today() - 200),
      (6, bogota_today() - 300, date_trunc('month', bogota_today())::date - 1),
      (7, bogota_today() - 300, date_trunc('month', bogota_today())::date),
      (8, bogota_today() - 300, bogota_today() - 1)) s(n, starts, ends)`;
  await owner`update "order" set state = 'annulled', state_changed_at = now() - interval '100 days'
    where number_key = 'C5'`;
  await owner`insert into "order" (id, kind_code, affiliate_id_kind, affiliate_id_sealed, affiliate_id_index,
      affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state, drafted_by, approval_asked_at)
    select gen_random_uuid(), 'AS', 'CC', 'x', decode(md5('d' || n), 'hex'), 'x', 1000, 1000, '', bogota_today(),
      bogota_today() + 9, '', 'draft', ${actor.personId}, case when n < 4 then now() end from generate_series(1, 6) n`;
  await owner`insert into order_change (order_id, deed, order_version, valid_until, reason, asked_by)
    select id, 'extend', case when number_key = 'C1' then updated_at else updated_at - interval '1 day' end,
      valid_until + 5, 'x', ${actor.personId} from "order" where number_key in ('C1', 'C2')`;
}

async function makeOthers(): Promise<void> {
  await owner.begin(async (transaction) => {
    // Runs without uses, which only their counts are about.
    await transaction`alter table payment disable trigger payment_is_its_uses`;
    await transaction`insert into payment (kind, pay_on, reference, providers, uses, amount, state, made_at, made_by, key, decided_at,
        decided_by, decision)
      select 'payment', bogota_today(), 'x', 1, 1, 1, case when n < 3 then 'pending' else 'returned' end, now(), ${actor.personId},
        gen_random_uuid(), case when n >= 3 then now() end, case when n >= 3 then ${actor.personId}::uuid end,
        case when n >= 3 then 'x' end
      from generate_series(1, 5) n`;
    await transaction`insert into payment (kind, reverses, reason, pay_on, reference, providers, uses, amount, state, made_at, made_by, key)
      select 'reversal', id, 'x', bogota_today(), 'x', 1, 1, 1, 'pending', now(), ${actor.personId}, gen_random_uuid()
      from payment limit 1`;
    await transaction`alter table payment enable trigger payment_is_its_uses`;
  });
  await owner`insert into bank_account (id, provider_id, bank, kind, number_sealed, last_four, state, proposed_by, reason)
    select gen_random_uuid(), v.id, '1007', 'savings', 'x', '6007', case when v.check_digit < 4 then 'proposed' else
      'requested' end, ${actor.personId}, 'Lo pidió.' from provider v where v.nit like '80030001%'`;
  await owner`insert into import_run (subject, file_name, sha256, state, lines, refused, finished_at)
    select s.subject, 'x', 'x', r.state, 1, r.refused, now()
    from unnest(array['orders', 'agreements']) s(subject), (values ('finished', 1), ('failed', 0), ('cancelled', 0))
      r(state, refused)`;
  await owner`insert into incident (id, kind, detected_on, known_on, data, content_sealed, due_on, created_by, state,
      reported_on, sic_number)
    select gen_random_uuid(), 'loss', bogota_today(), bogota_today(), '{contact}', 'x', bogota_today() + 9,
      ${actor.personId}, s.state, case when s.state <> 'open' then bogota_today() end,
      case when s.state <> 'open' then '1' end
    from unnest(array['open', 'open', 'reported', 'closed']) s(state)`;
  await owner`insert into rights_request (id, number, kind, asker, code_hash, language, state, due_on, missing_until)
    select gen_random_uuid(), 'HD-1998-0000000' || n, 'erase', 'affiliate', sha256(n::text::bytea), 'es-CO',
      case when n < 4 then 'open' else 'incomplete' end, bogota_today() + 9,
      case when n >= 4 then bogota_today() + (n - 5) end
    from generate_series(1, 6) n`;
  await owner`insert into mail (event_key, message_id, content, given_up_at)
    select gen_random_uuid(), gen_random_uuid(), 'x', case when n < 3 then now() end from generate_series(1, 5) n`;
}

const grantOf = <Needs extends Parameters<typeof authorize>[1]>(needs: Needs) => authorize(actor, needs);
const requestsIn = async (query: {
  tab?: QueueTab;
  filter?: QueueFilter | null;
  application?: string | null;
}) =>
  listRequests(cajaDatabase(), { tab: "toDecide", query: "", page: 1, dueBefore: days.dueBefore, ...query });

/** How many rows the list of an address has, read as its page reads it. */
const rowsAt: Record<string, (query: URLSearchParams, kind: WaitingKind) => Promise<number>> = {
  "/admin/solicitudes": async (query) =>
    (await requestsIn({ filter: filterOf(query.get("ver") ?? "") })).total,
  "/admin/novedades": async () =>
    (await listReports(cajaDatabase(), grantOf("report.read"), { tab: "por-revisar", page: 1 })).total,
  "/admin/novedades/anulaciones": () => countUndoRequests(cajaDatabase()),
  "/admin/ordenes": async (_, kind) =>
    kind === "draft"
      ? (await listWaitingDrafts(cajaDatabase(), actor.personId, MANY)).length
      : (await listWaitingChanges(cajaDatabase(), MANY)).length,
  "/admin/liquidacion/pagos": async (query) => {
    const tab = paymentTabOf(query.get("ver") ?? "");
    return (await readPayments(grantOf("settlement.read"), { tab, size: MANY, page: 1 })).total;
  },
  "/admin/proveedores": async (query) => {
    expect(query.get("estado")).toBe("account_waits");
    return (await readProviders(grantOf("provider.read"), "", 1, "account_waits")).count;
  },
  "/admin/ordenes/importar": async (query) => importsOf("orders", query),
  "/admin/convenios/importar": async (query) => importsOf("agreements", query),
  "/admin/incidentes": async (query) =>
    (await listIncidents(grantOf("incident.read"), { open: query.get("ver") === "por-reportar" })).length,
  "/admin/habeas-data": async () =>
    (await listRightsRequests(grantOf("rights.read"), { tab: "waiting", page: 1 })).rows.length,
  "/": async () => (await listFailedMails(cajaDatabase(), MANY)).length,
};

async function importsOf(subject: "orders" | "agreements", query: URLSearchParams): Promise<number> {
  const toLookAt = query.get("ver") === "por-revisar";
  return (await listImports(cajaDatabase(), grantOf("import.read"), subject, MANY, toLookAt)).length;
}

test("each count of Hoy is how many the list behind its link has", async () => {
  const counts = await countWaiting(grantOf("caja.dashboard"));
  for (const kind of Object.keys(waitingPlaces) as WaitingKind[]) {
    const { pathname, searchParams } = new URL(waitingPlaces[kind].all, "https://p.example");
    expect(counts[kind], kind).toBeGreaterThan(0);
    expect(await rowsAt[pathname]?.(searchParams, kind), kind).toBe(counts[kind]);
  }
  // The menu adds up the three kinds of requests, and its link opens all that are to be decided.
  const { request = 0, renewal = 0, correction = 0 } = counts;
  expect((await requestsIn({})).total).toBe(request + renewal + correction);
});

test("each tab and each filter of the queue counts what its link opens, of the chosen application too", async () => {
  const { tabs } = await countRequests(cajaDatabase(), days);
  for (const tab of Object.keys(tabs) as QueueTab[])
    expect((await requestsIn({ tab })).total, tab).toBe(tabs[tab]);
  const chosen: (string | null)[] = [null, "CONVENIOS", "OTRA"];
  for (const application of chosen) {
    const { filters } = await countRequests(cajaDatabase(), days, application);
    for (const filter of Object.keys(filterWords) as QueueFilter[]) {
      expect(filters[filter], `${application} ${filter}`).toBeGreaterThan(filter === "clean" ? -1 : 0);
      expect((await requestsIn({ filter, application })).total, `${application} ${filter}`).toBe(
        filters[filter],
      );
    }
  }
});

test("a page of the queue behind the last one is the last one", async () => {
  const last = await requestsIn({});
  const behind = await listRequests(cajaDatabase(), { tab: "toDecide", query: "", page: 99 });
  expect(behind).toMatchObject({ page: last.pages, pages: last.pages, total: last.total });
  expect(behind.rows.length).toBe(last.total - 25 * (last.pages - 1));
  expect(last.pages).toBeGreaterThan(1);
});

const ordersOf = (query: Record<string, string>) =>
  listOrderPage(
    cajaDatabase(),
    readFilters((param) => query[param]),
    { sort: "newest", size: 1000, place: null },
  );

test("the orders that a convenio counts are those that its link lists", async () => {
  const page = { tab: "all", query: "", sort: "ends", limit: MANY, place: null } as const;
  const { rows } = await listAgreements(cajaDatabase(), page);
  for (const { nit, orders, amount } of rows) {
    const listed = await ordersOf(inForceOf(nit));
    expect(listed.length, nit).toBe(orders);
    if (nit === "800300001") expect([orders, amount]).toEqual([2, 2000]);
  }
  const counts = await countAgreements(cajaDatabase());
  for (const tab of agreementTabs)
    expect((await listAgreements(cajaDatabase(), { ...page, tab })).count, tab).toBe(counts[tab]);
});

test("the orders that expired this month are those that the link of their sum lists", async () => {
  const month = await readMonth(grantOf("caja.dashboard"));
  expect((await ordersOf(expiredIn(month.days))).length).toBe(month.money?.expired);
  const [row] = await owner`select count(*)::int as all from "order"
    where state in ('issued', 'delivered') and valid_until < bogota_today()`;
  expect(month.money?.expired).toBeLessThan(row?.all);
});

test("each tab of the list of orders counts what it lists", async () => {
  const { standing: _, ...none } = readFilters(() => "");
  const counts = await countTabs(cajaDatabase(), { ...none, standing: null });
  for (const standing of orderTabs) {
    const listed = await listOrderPage(
      cajaDatabase(),
      { ...none, standing },
      { sort: "newest", size: 10_000, place: null },
    );
    expect(listed.length, standing).toBe(counts?.[standing]);
  }
});
