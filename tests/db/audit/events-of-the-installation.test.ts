import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let administrator = "";
beforeAll(async () => {
  owner = connect(await separateDatabase("bitacora"), null, 2);
  const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role)
    values ('ana@caja.example', 'Ana', 'administrator') returning id`;
  administrator = row?.id ?? "";
});
afterAll(() => owner.end());

/** What the log tells of a kind of subject, oldest first: which one, the action, and whether a person did it. */
async function loggedOf(kind: string): Promise<[string, string, boolean][]> {
  const rows = await owner<{ subject_id: string; action: string; person: boolean }[]>`
    select subject_id, action, actor_id is not null as person from audit_event where subject_kind = ${kind} order by seq`;
  return rows.map(({ subject_id, action, person }) => [subject_id, action, person]);
}

test("creation, activation and revocation of a key are in the audit log", async () => {
  for (const id of [1, 2]) await owner`select add_order_key(${id}, sha256(${String(id)}), 'x')`;
  await owner`select rotate_order_key(${administrator}, 1, 3, sha256('3'), 'x', 'x')`;
  await owner`select revoke_order_key(${administrator}, 1, 'x')`;
  expect(await loggedOf("order_key")).toEqual([
    ["1", "order_key.made", false],
    ["2", "order_key.made", false],
    ["2", "order_key.rotated", true],
    ["1", "order_key.revoked", true],
  ]);
  await owner`select add_receipt_key(1, sha256('r'), 'x')`;
  expect(await loggedOf("receipt_key")).toEqual([["1", "receipt_key.made", false]]);
});

test("a saved caja profile is in the audit log, and a new data policy as an event of its own", async () => {
  const save = async (policy: string) => {
    const [known] = await owner<
      { version: string | null }[]
    >`select caja_version(updated_at) as version from caja_profile`;
    const [row] =
      await owner`select save_caja_profile(${administrator}, ${known?.version ?? ""}, 'Caja', 'Caja', '890102044-1', '1',
      null, '8 a 5', 'a@b.co', 'Calle 1', 'Barranquilla', ${policy}, 24, 'x') as outcome`;
    expect(row?.outcome).toBe("done");
  };
  const text = "Un texto de tratamiento de datos. ".repeat(3);
  const before = (await loggedOf("policy")).length;
  await save(text);
  await save(text);
  await save(`${text} Otro.`);
  expect((await loggedOf("caja")).map(([, action]) => action)).toEqual(Array(3).fill("caja.edited"));
  expect((await loggedOf("policy")).slice(before).map(([, ...rest]) => rest)).toEqual(
    Array(2).fill(["policy.published", true]),
  );
});

test("a convenio imported with changes is in the audit log; a new and an unchanged one are not", async () => {
  const run = randomUUID();
  await owner`insert into import_run (id, subject, file_name, sha256, state, lines)
    values (${run}, 'agreements', 'x.csv', '', 'running', 0)`;
  const importAgreement = (endsOn: string) =>
    owner`select * from import_agreements(${run}, ${owner.json([
      {
        number: "CV-1",
        nit: "900765432",
        check_digit: 1,
        legal_name: "Tienda",
        starts_on: "2026-01-01",
        ends_on: endsOn,
        line: 2,
      },
    ])}, false)`;
  for (const end of ["2026-12-31", "2026-12-31", "2027-12-31"]) await importAgreement(end);
  expect((await loggedOf("agreement")).map(([, action]) => action)).toEqual(["agreement.changed"]);
});

test("a restored backup is in the audit log, skips the numbers issued since, and closes sessions and links", async () => {
  await owner`insert into session (token_hash, person_id, idle_seconds, expires_at)
    values ('x', ${administrator}, 60, now() + interval '1 hour')`;
  await owner`select new_mail_link('password', ${administrator}, 'x', 3600)`;
  const [before] = await owner<{ serial: string }[]>`select nextval('proof_number') as serial`;
  await owner`select resume_after_restore(10, now())`;
  const [after] = await owner<{ serial: string }[]>`select nextval('proof_number') as serial`;
  expect(Number(after?.serial) - Number(before?.serial)).toBeGreaterThan(10);
  expect(await loggedOf("installation")).toEqual([["database", "installation.restored", false]]);
  const [left] = await owner`select (select count(*)::int from session where revoked_at is null) as sessions,
    (select count(*)::int from mail_link where superseded_at is null) as links`;
  expect(left).toEqual({ sessions: 0, links: 0 });
});
