import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, someKindCode } from "@/tests/support/factories/own-order";
import { makeTill } from "@/tests/support/look-up-orders";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

test.each([
  [254, "done"],
  [255, "kinds_full"],
])(
  "with %i order kinds another one is %s, because the order code has one byte for the kind; a known kind is still changed",
  async (count, outcome) => {
    const [{ personId }, known] = [await makeCajaPerson("administrator"), await makeKind()];
    const answers = await inRolledBack(async (sql) => {
      await sql`lock table order_kind in share row exclusive mode`;
      const rules = await firstValue<Record<string, unknown>>(
        sql`select to_jsonb(k) - 'code' - 'code_number' from order_kind k where code = ${known}`,
      );
      await sql`insert into order_kind select (jsonb_populate_record(k, jsonb_build_object('code', 'T' || n, 'name', 'T' || n,
        'code_number', n))).*
      from order_kind k, (select n from generate_series(1, 255) n
        where not exists (select from order_kind where code_number = n)
        limit ${count} - (select count(*) from order_kind)) free where k.code = ${known}`;
      const save = (code: string, version: string) =>
        firstValue(
          sql`select save_order_kind(${personId}, ${code}, ${version}, ${sql.json(rules as never)}, 'x')`,
        );
      const version = await firstValue<string>(
        sql`select caja_version(updated_at) from order_kind where code = ${known}`,
      );
      return [await save(someKindCode(), ""), await save(known, version)];
    });
    expect(answers).toEqual([outcome, "done"]);
  },
);

async function makeShop(): Promise<{ providerId: string; personId: string; branch: string }> {
  const providerId = await makeProvider();
  const { personId } = await makeMember(providerId, "owner");
  const branch = await firstValue<string>(
    owner`insert into branch (provider_id, name) values (${providerId}, 'Sede') returning id`,
  );
  return { providerId, personId, branch };
}

test("a provider has at most fifty open branches; closed ones and those of others do not count", async () => {
  const [{ providerId, personId }, other] = [await makeShop(), await makeShop()];
  const save = (name: string) =>
    firstValue(owner`select save_branch(null, ${providerId}, ${personId}, ${name}, 'x')`);
  await owner`insert into branch (provider_id, name) select ${providerId}, 'Sede ' || n from generate_series(1, 48) n`;
  await owner`insert into branch (provider_id, name) select ${other.providerId}, 'Sede ' || n from generate_series(1, 9) n`;
  expect(await save("La quincuagésima")).toBe("done");
  expect(await save("Una más")).toBe("too_many_places");
  await owner`update branch set closed_at = now() where provider_id = ${providerId} and name = 'Sede 1'`;
  expect(await save("Una más")).toBe("done");
});

test("a branch has at most fifty open counters; closed ones and those of other branches do not count", async () => {
  const { providerId, personId, branch } = await makeShop();
  const other = await firstValue<string>(
    owner`insert into branch (provider_id, name) values (${providerId}, 'Otra') returning id`,
  );
  const save = (name: string) =>
    firstValue(owner`select save_counter(null, ${branch}, ${providerId}, ${personId}, ${name}, 'x')`);
  await owner`insert into counter (branch_id, name) select ${branch}, 'Caja ' || n from generate_series(1, 49) n`;
  await owner`insert into counter (branch_id, name) select ${other}, 'Caja ' || n from generate_series(1, 9) n`;
  expect(await save("La quincuagésima")).toBe("done");
  expect(await save("Una más")).toBe("too_many_places");
  await owner`update counter set closed_at = now() where branch_id = ${branch} and name = 'Caja 1'`;
  expect(await save("Una más")).toBe("done");
});

test("the miss alert is raised with the miss that reaches its limit, and names twenty providers, each once", async () => {
  const key = randomUUID();
  const miss = (provider: string) =>
    owner`select budget_take(${owner.json([{ scope: "watch.prueba", key, limit: 3, seconds: 3600, watch: provider }])})`;
  const alert = async () => {
    const [row] =
      await owner`select misses, cardinality(providers) as providers, raised_at is not null as raised
      from miss_alert where key = ${key}`;
    return row;
  };
  const first = randomUUID();
  await miss(first);
  await miss(first);
  expect(await alert()).toEqual({ misses: 2, providers: 1, raised: false });
  await miss(randomUUID());
  expect(await alert()).toEqual({ misses: 3, providers: 2, raised: true });
  const raised = await firstValue(owner`select raised_at from miss_alert where key = ${key}`);
  for (let nth = 2; nth < 22; nth++) await miss(randomUUID());
  expect(await alert()).toEqual({ misses: 23, providers: 20, raised: true });
  expect(await firstValue(owner`select raised_at from miss_alert where key = ${key}`)).toEqual(raised);
});

test("a provider files fifty reports per Bogotá day; those of the day before do not count", async () => {
  const { actor } = await makeTill();
  const lookup = randomUUID();
  await owner`insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome)
    values (${lookup}, ${actor.personId}, ${actor.provider.id}, 'typed', 'AS', 'x', 'not_found')`;
  const earlier = (count: number, at: string) =>
    owner`insert into report (id, folio, provider_id, reported_by, lookup_id, verdict, reason, filed_at, put_in_review)
      select gen_random_uuid(), gen_random_uuid()::text, ${actor.provider.id}, ${actor.personId}, ${lookup}, 'not_found',
        'forged', ${owner.unsafe(at)}, false from generate_series(1, ${count})`;
  const file = () =>
    firstValue(owner`select outcome from file_report(gen_random_uuid(), ${actor.provider.id}, ${actor.personId}, ${lookup},
      'not_found', 'forged', null, null, null, null, '[]', 'x')`);
  await earlier(60, "bogota_start(bogota_today()) - interval '1 millisecond'");
  await earlier(49, "bogota_start(bogota_today())");
  expect(await file()).toBe("done");
  expect(await file()).toBe("too_many");
});

test("a report of a look-up without an order starts no review, and is closed without an order action only", async () => {
  const [{ actor }, { personId: official }] = [await makeTill(), await makeCajaPerson("officer")];
  const [lookup, report] = [randomUUID(), randomUUID()];
  await owner`insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome)
    values (${lookup}, ${actor.personId}, ${actor.provider.id}, 'typed', 'AS', 'x', 'not_found')`;
  await owner`select file_report(${report}, ${actor.provider.id}, ${actor.personId}, ${lookup}, 'not_found', 'forged',
    null, null, null, null, '[]', 'x')`;
  const [kept] = await owner`select order_id, put_in_review from report where id = ${report}`;
  expect(kept).toEqual({ order_id: null, put_in_review: false });
  const decide = (action: string) =>
    firstValue(owner`select decide_report(${report}, ${official}, 'nothing', 'x', ${action}, '[]', 'x')`);
  expect([
    await decide("annul"),
    await decide("unblock"),
    await decide("leave"),
    await decide("leave"),
  ]).toEqual(["state_changed", "state_changed", "done", "decided"]);
});

test("a look-up stores a snapshot of the order it found, and none when it found nothing", async () => {
  const [{ actor }, ana] = [await makeTill(), await makeCajaPerson("officer")];
  const order = await makeIssued(ana, await makeKind());
  const ask = async (id: string) => {
    const lookup = randomUUID();
    await owner`select look_up_order(${lookup}, ${actor.personId}, ${actor.provider.id}, 'typed', 'x', o.kind_code, '',
      o.number_key, ${owner.unsafe(id)}, 'x', '[]') from "order" o where o.id = ${order}`;
    const [row] = await owner`select l.outcome, f.face = order_snapshot(o) as face from lookup l
      left join lookup_face f on f.lookup_id = l.id left join "order" o on o.id = l.order_id where l.id = ${lookup}`;
    return row;
  };
  expect(await ask("o.affiliate_id_index")).toEqual({ outcome: "current", face: true });
  expect(await ask("'x'::bytea")).toEqual({ outcome: "not_found", face: null });
});
