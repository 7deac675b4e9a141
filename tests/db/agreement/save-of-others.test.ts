import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeTill, someDigits } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

/** A convenio of a NIT, its days counted from today in Bogotá. */
const agreement = (nit: string, from: number, to: number, sql: typeof owner = owner) =>
  firstValue<string>(sql`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${randomUUID()}, ${nit}, 0, 'Prueba', bogota_today() + ${from}::int, bogota_today() + ${to}::int)
    returning id`);

test("a provider reads when its own convenios ended and begin, and of what it may not look up nothing", async () => {
  const { personId, provider } = (await makeTill({ endsOn: "2020-12-31" })).actor;
  const other = (await makeTill()).actor;
  await agreement(provider.nit, -300, -20);
  await agreement(provider.nit, 10, 20);
  await agreement(provider.nit, 40, 50);
  await agreement(other.provider.nit, 5, 6);
  await agreement(other.provider.nit, -9, -5);
  const pause = async (id: string, person: string) =>
    (
      await owner`select paused, suspended,
    ended_on - bogota_today() as ended, begins_on - bogota_today() as begins from own_pause(${id}, ${person})`
    )[0];
  expect(await pause(provider.id, personId)).toEqual({
    paused: true,
    suspended: false,
    ended: -20,
    begins: 10,
  });
  expect(await pause(provider.id, other.personId)).toBeUndefined();
  const bare = await makeProvider();
  expect(await pause(bare, (await makeMember(bare, "owner")).personId)).toBeUndefined();
  expect(await pause(other.provider.id, other.personId)).toEqual({
    paused: false,
    suspended: false,
    ended: -5,
    begins: 5,
  });
});

test("the end of a convenio is told to the owners of now of the approved company, once at each distance", async () => {
  await inRolledBack(async (sql) => {
    const nit = someDigits(9);
    const provider = await makeProvider({ nit });
    const unapproved = await makeProvider({ nit, approved: false });
    const [boss, gone] = [await makeMember(provider, "owner"), await makeMember(provider, "owner")];
    await makeMember(provider, "clerk");
    await makeMember(unapproved, "owner");
    await makeMember(await makeProvider(), "owner");
    await owner`update membership set removed_at = now() where person_id = ${gone.personId}`;
    const id = await agreement(nit, -300, 5, sql as never);
    const over = await agreement(nit, -300, -1, sql as never);
    const far = await agreement(someDigits(9), -300, 91, sql as never);
    const ending = async (of: string) =>
      (await sql`select days, owners from list_ending_agreements() where agreement_id = ${of}`)[0];
    expect(await ending(id)).toEqual({ days: 7, owners: [boss.email] });
    expect([await ending(over), await ending(far)]).toEqual([undefined, undefined]);
    // Without an approved account it is told to the address of the convenio, with one to the owners alone.
    const alone = await agreement(someDigits(9), -300, 5, sql as never);
    expect(await ending(alone)).toEqual({ days: 7, owners: [] });
    await sql`update agreement set email = 'convenio@example.com' where id in (${id}, ${alone})`;
    expect(await ending(alone)).toEqual({ days: 7, owners: ["convenio@example.com"] });
    expect(await ending(id)).toEqual({ days: 7, owners: [boss.email] });
    const told = (kind: string, subject: string, action: string, changes: object = {}) => sql`
      select audit_append(p_action => ${action}, p_actor => null, p_subject_kind => ${kind}, p_subject_id => ${subject},
        p_detail => jsonb_build_object('to', bogota_today() + 5, 'days', 7) || ${sql.json(changes as never)})`;
    // None of these says that this end was told at this distance.
    await told("agreement", over, "agreement.end_told");
    await told("provider", id, "agreement.end_told");
    await told("agreement", id, "agreement.edited");
    await told("agreement", id, "agreement.end_told", { days: 30 });
    await told("agreement", id, "agreement.end_told", { to: "2001-01-01" });
    expect(await ending(id)).toMatchObject({ days: 7 });
    await told("agreement", id, "agreement.end_told");
    expect(await ending(id)).toBeUndefined();
  });
});

test("a convenio is followed by a later one of its NIT without a gap, or that is in force by now", async () => {
  const [nit, late] = [someDigits(9), someDigits(9)];
  const followed = (id: string) =>
    firstValue<boolean>(owner`select is_agreement_followed(a) from agreement a where id = ${id}`);
  const id = await agreement(nit, -300, 5);
  await agreement(someDigits(9), -300, 50);
  await agreement(nit, -400, 5);
  await agreement(nit, 7, 50);
  expect(await followed(id)).toBe(false);
  await agreement(nit, 6, 40);
  expect(await followed(id)).toBe(true);
  const ended = await agreement(late, -300, -5);
  await agreement(late, 1, 40);
  expect(await followed(ended)).toBe(false);
  await agreement(late, 0, 40);
  expect(await followed(ended)).toBe(true);
});

test("a batch of a file counts what it wrote, and leaves what is the same or changed since its preview", async () => {
  const { personId } = await makeOfficial("administrator");
  const [same, changed, fresh, later, moved] = Array.from({ length: 5 }, () => randomUUID());
  const row = (number: string | undefined, changes: object = {}) => ({
    ...{
      number,
      nit: "900111333",
      check_digit: 0,
      legal_name: "Prueba",
      starts_on: "2020-01-01",
      ends_on: "2020-12-31",
    },
    ...{ line: 1, ...changes },
  });
  await inRolledBack(async (sql) => {
    const run =
      await firstValue<string>(sql`insert into import_run (subject, file_name, sha256, state, lines, started_by,
      previewed_at) values ('agreements', 'x', 'x', 'running', 0, ${personId}, now() + interval '1 minute') returning id`);
    const write = (rows: object[], move = false) => sql`
      select inserted, changed from import_agreements(${run}, ${sql.json(rows as never)}, ${move})`;
    const stored = [same, changed, later, moved].map((number) => row(number));
    expect([...(await write(stored))]).toEqual([{ inserted: 4, changed: 0 }]);
    await sql`update agreement set updated_at = now() + interval '1 hour' where number = ${later ?? ""}`;
    const next = { legal_name: "Otra" };
    const rows = [
      row(same),
      row(changed, next),
      row(fresh),
      row(later, next),
      row(moved, { nit: "900111334" }),
    ];
    expect([...(await write(rows))]).toEqual([{ inserted: 1, changed: 1 }]);
    const nitOf = () => firstValue<string>(sql`select nit from agreement where number = ${moved ?? ""}`);
    expect(await nitOf()).toBe("900111333");
    await write([row(moved, { nit: "900111334", nit_was: "900111335" })], true);
    expect(await nitOf()).toBe("900111333");
    expect([...(await write([row(moved, { nit: "900111334", nit_was: "900111333" })], true))]).toEqual([
      { inserted: 0, changed: 1 },
    ]);
    await sql`update import_run set state = 'cancelled' where id = ${run}`;
    expect([...(await write([row(randomUUID())]))]).toEqual([]);
  });
});
