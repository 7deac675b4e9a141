import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { countWaiting, listWaiting } from "@/domain/caja/waiting";
import { authorize } from "@/model/access";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";
import { inRolledBack } from "@/tests/support/rolled-back";

test("a faulty import waits until a later file came in whole", async () => {
  await inRolledBack(async (sql) => {
    const run = (refused: number, minutes: number) => sql<{ id: string }[]>`
      insert into import_run (subject, file_name, sha256, state, lines, refused, finished_at) values
      ('orders', 'x', 'x', 'finished', 1, ${refused}, now() + make_interval(days => 1, mins => ${minutes})) returning id`;
    const [faulty] = await run(2, 0);
    const waits = async () =>
      (await sql`select run from imports_to_look_at('orders') where run = ${faulty?.id ?? ""}`).length === 1;
    expect(await waits()).toBe(true);
    await run(1, 1);
    expect(await waits()).toBe(true);
    await run(0, 2);
    expect(await waits()).toBe(false);
  });
});

test("somebody of the caja gets the oldest first, with the day until which it should be done", async () => {
  await owner`insert into application (code, title, description, button_label, path, position)
    values ('CONVENIOS', 'PROVEEDORES', '', 'Acceder', '/consultar', 1) on conflict do nothing`;
  const provider = await makeProvider({ approved: false });
  const { personId } = await makeMember(provider, "owner");
  const grant = authorize(await makeOfficial("administrator"), "caja.dashboard");
  const filingNumber = `SOL-1999-${randomUUID().slice(0, 8)}`;
  await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by, filed_at, submitted_at)
    values (${filingNumber}, ${provider}, 'CONVENIOS', 'submitted', ${personId},
      '1999-03-01T12:00:00Z', '1999-03-05T12:00:00Z')`;
  const items = await listWaiting(grant, 50);
  const moments = items.map(({ since }) => since.getTime());
  expect(moments).toEqual([...moments].sort((one, other) => one - other));
  // Three working days from Friday the fifth of March.
  expect(items.find(({ ref }) => ref === filingNumber)).toMatchObject({
    ...{ kind: "request", dueOn: "1999-03-10", own: false },
    since: new Date("1999-03-01T12:00:00Z"),
  });
  expect((await countWaiting(grant)).request).toBeGreaterThan(0);
  const pays = await countWaiting(authorize(await makeOfficial("treasurer"), "caja.dashboard"));
  const own = ["payment", "reversal", "bank_account"];
  expect(Object.keys(pays).filter((of) => !own.includes(of))).toEqual([]);
});
