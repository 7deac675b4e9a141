import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { exportLog, type LogFilter, readLog } from "@/domain/audit/read-log";
import { authorize } from "@/model/access";
import { makeProvider, owner } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";

const anything: LogFilter = { from: null, to: null, action: null, person: "", provider: "", subject: "" };
const grant = authorize(await makeOfficial("auditor"), "audit.read");
const client = { ip: "127.0.0.1" };

const append = (count: number, action: string, by: { person?: string; provider?: string }) =>
  owner`select audit_append(${action}, ${by.person ?? null}, ${by.provider ?? null}, 'prueba', n::text, 'test')
    from generate_series(1, ${count}) n`;

/** The numbers of the lines that a file gets when its statements look at few events. */
async function exported(filter: Partial<LogFilter>, window: { limit: number; reach: number }) {
  const seqs: number[] = [];
  const lines = await exportLog(grant, { filter: { ...anything, ...filter }, format: "csv", window }, client);
  for await (const { line } of lines) seqs.push(line.seq);
  return seqs;
}

const written = async (condition: ReturnType<typeof owner>) =>
  (await owner<{ seq: string }[]>`select seq from audit_event where ${condition} order by seq desc`).map(
    ({ seq }) => Number(seq),
  );

test("a file of the log has the events that are older than what one statement looks at", async () => {
  const provider = await makeProvider();
  const [{ nit = "" } = {}] = await owner<{ nit: string }[]>`select nit from provider where id = ${provider}`;
  await append(12, "prueba.rara", { provider });
  await append(31, "prueba.diaria", { provider });
  await append(1, "prueba.rara", { provider });
  await append(25, "prueba.diaria", { provider });
  const rare = await written(owner`provider_id = ${provider} and action = 'prueba.rara'`);
  const filter = { provider: nit, action: "prueba.rara" };
  expect(await exported(filter, { limit: 5, reach: 10 })).toEqual(rare);
  const page = await readLog(grant, { ...anything, ...filter, before: null }, { limit: 5, reach: 10 });
  expect(page.lines).toEqual([]);
  expect(page.horizon).not.toBeNull();
});

test("people of one name are read down to the same number: none of them loses events to another", async () => {
  const surname = `Quintana${randomUUID().slice(0, 8)}`;
  const people: string[] = [];
  for (const name of ["Ana", "Luz", "Eva"]) {
    const { personId } = await makeOfficial("auditor");
    await owner`update person set name = ${`${name} ${surname}`} where id = ${personId}`;
    people.push(personId);
  }
  const [ana, luz, eva] = people;
  for (const [count, person] of [
    [3, eva],
    [4, luz],
    [9, ana],
    [2, luz],
    [5, ana],
  ] as const)
    await append(count, "prueba.nombre", { person });
  const all = await written(owner`actor_id = any(${people})`);
  const [{ day = "" } = {}] = await owner<{ day: string }[]>`select bogota_day(now())::text as day`;
  const filter = { from: day, person: surname };
  expect(await exported(filter, { limit: 4, reach: 6 })).toEqual(all);
  const page = await readLog(grant, { ...anything, ...filter, before: null }, { limit: 4, reach: 6 });
  expect(page.lines.map(({ seq }) => seq)).toEqual(all.slice(0, page.lines.length));
});
