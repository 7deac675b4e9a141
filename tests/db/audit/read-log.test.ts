import { expect, test } from "vitest";
import { exportLog, type LogFilter, readLog, showLog } from "@/domain/audit/read-log";
import { authorize } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
import {
  makeCajaPerson,
  makeIssued,
  makeKind,
  rowOf,
  someKindCode,
} from "@/tests/support/factories/own-order";
import { makeOfficial } from "@/tests/support/officials";
import { makeVictim } from "@/tests/support/victim-provider";

const anything: LogFilter = { from: null, to: null, action: null, person: "", provider: "", subject: "" };
const auditor = async () => authorize(await makeOfficial("auditor"), "audit.read");
const client = { ip: "127.0.0.1" };

async function read(filter: Partial<LogFilter>) {
  return readLog(await auditor(), { ...anything, ...filter, before: null }, { limit: 200 });
}

test("an order's number finds what happened to it: questions, comparison and use, with its name", async () => {
  const { canaries, ids } = await makeVictim();
  const number = canaries[7] ?? "";
  const [order] = await owner<{ id: string }[]>`select order_id as id from order_use where id = ${ids.use}`;
  const { lines, names } = await read({ subject: number });
  const actions = lines.map(({ action }) => action);
  for (const action of ["order.looked_up", "order.compared", "order.used"]) expect(actions).toContain(action);
  expect(names.orders.get(order?.id ?? "")?.number).toBe(number);
  const [use] = await owner<{ receipt: string }[]>`
    select 'U-' || to_char(at at time zone 'America/Bogota', 'YYYY') || '-' || lpad(serial::text, 6, '0') as receipt
    from order_use where id = ${ids.use}`;
  expect((await read({ subject: use?.receipt ?? "" })).lines.map(({ action }) => action)).toContain(
    "order.used",
  );
});

test("a folio, a provider's name without accents and its NIT find what is theirs, with a person and an act", async () => {
  const { ids, providerId } = await makeVictim();
  const [provider] = await owner<{ name: string; nit: string }[]>`
    update provider set legal_name = 'Peletería Ñandú ' || nit where id = ${providerId} returning legal_name as name, nit`;
  if (!provider) throw new Error("no provider");
  expect((await read({ subject: ids.folio.toLowerCase() })).lines.map(({ action }) => action)).toEqual([
    "report.filed",
  ]);
  const { lines } = await read({ provider: `peleteria nandu ${provider.nit}` });
  expect(lines.length).toBeGreaterThan(3);
  expect((await read({ provider: `${provider.nit} ÑANDU peletería` })).lines).toEqual(lines);
  expect(new Set(lines.map(({ providerId: of }) => of))).toEqual(new Set([providerId]));
  const used = await read({ provider: provider.nit, action: "order.used" });
  expect(used.lines.map(({ action }) => action)).toEqual(["order.used"]);
  await owner`update person p set name = 'Íñigo Muñoz-Peña' from order_use u
    where u.person_id = p.id and u.id = ${ids.use}`;
  for (const person of ["Íñigo Muñoz-Peña", "munoz pena inigo"]) {
    const both = await read({ provider: provider.nit, person, action: "order.used" });
    expect(both.lines, person).toHaveLength(1);
  }
  expect((await read({ provider: provider.nit, person: "nadie así" })).lines).toEqual([]);
  expect((await read({ provider: "nadie se llama así" })).lines).toEqual([]);
});

test("an export gives the filtered lines, newest first, and stands in the log itself", async () => {
  const { ids } = await makeVictim();
  const grant = await auditor();
  const filter = { ...anything, subject: ids.folio };
  const actions: string[] = [];
  for await (const { line } of await exportLog(grant, { filter, format: "csv" }, client))
    actions.push(line.action);
  expect(actions).toEqual(["report.filed"]);
  const events = await owner<{ action: string; detail: unknown }[]>`
    select action, detail from audit_event where actor_id = ${grant.actor.personId}`;
  expect(events).toEqual([{ action: "audit.exported", detail: { format: "csv", filters: "subject" } }]);
});

test("a reading of the log is one line of it, whatever pages and reloads it takes, and tells nothing that was typed", async () => {
  const grant = await auditor();
  const show = (filter: Partial<LogFilter>, before: number | null = null) =>
    showLog(grant, { ...anything, ...filter, before }, { limit: 5, ip: client.ip });
  const lines = () => owner<{ seq: string; detail: { filters: string } }[]>`
    select seq, detail from audit_event where actor_id = ${grant.actor.personId} and action = 'audit.read' order by seq`;
  await show({});
  await show({});
  await show({}, 1_000);
  expect(await lines()).toHaveLength(1);
  // The log shows the line, and is no longer for it.
  await show({});
  const [reading, ...others] = await lines();
  expect(others).toEqual([]);
  const { lines: readings } = await read({ action: "audit.read" });
  expect(readings.map(({ seq }) => seq)).toContain(Number(reading?.seq));
  await show({ person: "Camila Torres" });
  await show({ person: "Ana Rojas" });
  expect((await lines()).map(({ detail }) => detail.filters)).toEqual(["", "person", "person"]);
  const [{ text = "" } = {}] = await owner<{ text: string }[]>`
    select string_agg(e::text, ' ') as text from audit_event e where actor_id = ${grant.actor.personId}`;
  expect(text).not.toContain("Camila");
});

test("a number of the own series finds its order without its zeros, however many kinds have that number", async () => {
  const officer = await makeCajaPerson("officer");
  // The series of every kind begins with the same number; this kind comes last in the index of numbers.
  await makeIssued(officer, await makeKind());
  const order = await makeIssued(officer, await makeKind({ code: someKindCode().replace(/^K/, "ZZ") }));
  const { number } = await rowOf(order);
  const short = (number ?? "").replace(/^([A-Z]+)0+/, "$1").toLowerCase();
  for (const subject of [number ?? "", short]) {
    const { lines } = await read({ subject, action: "order.issued" });
    expect(
      lines.map(({ subjectId }) => subjectId),
      subject,
    ).toContain(order);
  }
});
