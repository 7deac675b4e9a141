import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  owner = connect(await separateDatabase("reanudada"), null, 1);
});
afterAll(() => owner.end());

test("after a restore what was open ends, what had ended keeps its moment, and every series goes on after the gap", async () => {
  const before = new Date("2026-01-01");
  const [person] = await owner<{ id: string }[]>`insert into person (email, name)
    values ('ana@prueba.example', 'Ana') returning id`;
  const session = (
    revoked: Date | null,
  ) => owner`insert into session (person_id, token_hash, expires_at, idle_seconds, revoked_at)
    values (${person?.id ?? null}, ${randomBytes(16)}, '2099-01-01', 60, ${revoked})`;
  const link = (name: string, used: Date | null, superseded: Date | null) => owner`
    insert into mail_link (purpose, subject_id, token_hash, expires_at, used_at, superseded_at)
    values ('password', ${person?.id ?? null}, ${Buffer.from(name)}, '2099-01-01', ${used}, ${superseded})`;
  for (const revoked of [null, before]) await session(revoked);
  await link("open", null, null);
  await link("used", before, null);
  await link("ended", null, before);
  await owner`insert into order_kind (code, name, code_number, validity_days, largest_value, position)
    values ('AS', 'ADELANTO', 1, 30, 20000000, 1), ('OT', 'OTRA', 250, 30, 20000000, 2) on conflict do nothing`;
  await owner`insert into order_series (kind_code, last) values ('AS', 7) on conflict (kind_code) do update set last = 7`;
  await owner`select resume_after_restore(100, now())`;
  const sessions = await owner`select revoked_at = ${before} as before from session order by revoked_at`;
  expect(sessions.map((row) => row.before)).toEqual([true, false]);
  const links =
    await owner`select convert_from(token_hash, 'UTF8') as name, superseded_at = ${before} as before
    from mail_link where superseded_at is not null order by 1`;
  expect([...links]).toEqual([
    { name: "ended", before: true },
    { name: "open", before: false },
  ]);
  const series =
    await owner`select kind_code, last::int from order_series where kind_code in ('AS', 'OT') order by 1`;
  expect([...series]).toEqual([
    { kind_code: "AS", last: 107 },
    { kind_code: "OT", last: 100 },
  ]);
});
