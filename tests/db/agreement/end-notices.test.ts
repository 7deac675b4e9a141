import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { notifyOfEnds } from "@/domain/notify/ending-agreements";
import { openMessage } from "@/domain/notify/outbox";
import { changedTables, rowDigests } from "@/tests/support/changed-tables";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let processes: ReturnType<typeof connect>[];
let numbers = 0;

beforeAll(async () => {
  const url = await separateDatabase("convenios");
  owner = connect(url, null, 1);
  processes = Array.from({ length: 5 }, () => connect(url, "app_jobs", 1));
  await owner`insert into caja_profile (name, legal_name, nit, phone, hours, email, address, city)
    values ('Caja', 'Caja', '890102044', '605 000 0000', 'de 7 a 5', 'a@caja.example', 'Calle 1', 'Barranquilla')
    on conflict do nothing`;
  await owner`insert into person (email, name, caja_role, disabled_at, password_hash) values
    ('admin@caja.example', 'Ana', 'administrator', null, 'x'), ('revisor@caja.example', 'Rosa', 'reviewer', null, 'x'),
    ('funcionario@caja.example', 'Jorge', 'officer', null, 'x'), ('antes@caja.example', 'Luis', 'administrator', now(), 'x'),
    ('invitada@caja.example', 'Iris', 'administrator', null, null)`;
  const [provider] = await owner<
    { id: string }[]
  >`insert into provider (nit, check_digit, legal_name, municipality,
      address, phone, approved_at) values ('900111222', 0, 'Ferretería', '08001', 'Calle 1', '+576051234567', now())
    returning id`;
  const people = await owner<{ id: string }[]>`insert into person (email, name) values
    ('duena@tienda.example', 'Dueña'), ('cajero@tienda.example', 'Cajero') returning id`;
  for (const [at, role] of [
    [0, "owner"],
    [1, "clerk"],
  ] as const)
    await owner`insert into membership (person_id, provider_id, role)
      values (${people[at]?.id ?? ""}, ${provider?.id ?? ""}, ${role})`;
});
beforeEach(async () => {
  await owner`delete from agreement`;
  await owner`delete from mail`;
});
afterAll(() => Promise.all([owner, ...processes].map((client) => client.end())));

async function endsIn(days: number, nit = "900111222"): Promise<void> {
  numbers += 1;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${`CV-${numbers}`}, ${nit}, 0, 'Ferretería', bogota_today() - 300, bogota_today() + ${days}::int)`;
}
const tell = () => notifyOfEnds(drizzle(processes[0] ?? owner));
async function told() {
  const rows = await owner<{ event_key: string; content: Buffer }[]>`select event_key, content from mail`;
  return rows.map(({ event_key, content }) => openMessage(event_key, content));
}

test.each([
  [91, 0],
  [90, 1],
  [30, 1],
  [7, 1],
  [0, 1],
  [-1, 0],
])(
  "a convenio that ends in %d days is told of %d times, however often and by however many processes it is looked at",
  async (days, times) => {
    await endsIn(days);
    const counts = await Promise.all(processes.map((client) => notifyOfEnds(drizzle(client))));
    expect(counts.filter((count) => count > 0)).toHaveLength(times);
    expect(await tell()).toBe(0);
    const mails = await told();
    expect(mails.map(({ to }) => to).sort()).toEqual(
      times ? ["admin@caja.example", "duena@tienda.example", "revisor@caja.example"] : [],
    );
  },
);

test("it is told again at each distance, and anew when the end moves", async () => {
  await endsIn(85);
  expect(await tell()).toBe(1);
  expect(
    await owner`select action, detail ->> 'days' as days from audit_event order by seq desc limit 1`,
  ).toEqual([{ action: "agreement.end_told", days: "90" }]);
  for (const days of [29, 6]) {
    await owner`update agreement set ends_on = bogota_today() + ${days}::int`;
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
  }
  await owner`update agreement set ends_on = bogota_today() + 400`;
  expect(await tell()).toBe(0);
  await owner`update agreement set ends_on = bogota_today() + 5`;
  expect(await tell()).toBe(1);
});

test("nothing is told of a convenio that another one follows; the caja reads of several in one e-mail", async () => {
  await endsIn(5);
  await endsIn(500);
  expect(await tell()).toBe(0);
  await endsIn(20, "900333444");
  await endsIn(25, "900555666");
  expect(await tell()).toBe(2);
  const mails = await told();
  expect(mails).toHaveLength(2);
  expect(mails[0]?.subject).toBe("2 convenios están por terminar");
  expect(mails[0]?.text.match(/convenio CV-\d+/g)).toHaveLength(2);
});

test("an end that is corrected on the day it was told hides no other convenio from the caja's e-mail", async () => {
  await endsIn(20);
  expect(await tell()).toBe(1);
  await owner`update agreement set ends_on = bogota_today() + 18`;
  await endsIn(19, "900333444");
  await endsIn(21, "900555666");
  expect(await tell()).toBe(3);
  const desk = (await told()).filter(({ to }) => to === "admin@caja.example");
  expect(desk.map(({ text }) => text.match(/convenio CV-\d+/g)?.length).sort()).toEqual([1, 3]);
  expect(await tell()).toBe(0);
});

test("it may run while a test compares rows", async () => {
  await endsIn(20, "900777888");
  await endsIn(20);
  const before = await rowDigests([], owner);
  expect(await tell()).toBe(2);
  expect(changedTables(before, await rowDigests([], owner))).toEqual([]);
});
