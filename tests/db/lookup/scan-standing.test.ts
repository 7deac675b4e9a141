import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { scanOrder } from "@/domain/lookup/scan-order";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { firstValue } from "@/tests/support/rolled-back";
import { registerUse, undoUse } from "@/tests/support/use-in-database";
import { client } from "@/tests/support/use-order";
import { whileOpen } from "@/tests/support/while-open";

type Till = Awaited<ReturnType<typeof makeTill>>;
type Sql = Parameters<Parameters<typeof whileOpen>[0]>[0];

const counterOf = ({ actor }: Till) => ({
  personId: actor.personId,
  providerId: actor.provider.id,
  counterId: null,
});
const standing = (till: Till, lookup: string, provider = till.actor.provider.id) =>
  firstValue<string | null>(owner`select scan_standing(${lookup}, ${till.actor.personId}, ${provider})`);

/** A printed order that two shops scanned without internet. */
async function scanned() {
  const [mine, other, order] = [await makeTill(), await makeTill(), await makePrintedOrder()];
  const scan = (till: Till) => scanOrder(till, { text: order.url, by: "camera" }, client());
  const lookups = [await scan(mine), await scan(other)] as const;
  const both = async () => [await standing(mine, lookups[0]), await standing(other, lookups[1])];
  return { mine, other, order, lookups, both };
}

test("a scanned order is registered for who used it and used for everybody else, as long as the use stands", async () => {
  const { mine, other, order, lookups, both } = await scanned();
  expect(await both()).toEqual(["current", "current"]);
  const { useId } = await registerUse(counterOf(mine), { order: order.id });
  expect(await both()).toEqual(["registered", "used"]);
  await undoUse(counterOf(mine), { use: useId });
  expect(await both()).toEqual(["current", "current"]);
  await registerUse(counterOf(other), { order: order.id });
  expect(await both()).toEqual(["used", "registered"]);
  // Nobody hears of another provider's look-up, nor does a person who left.
  expect([
    await standing(mine, lookups[1]),
    await standing(mine, lookups[1], other.actor.provider.id),
  ]).toEqual([...[null, null]]);
  await owner`update membership set removed_at = now() where person_id = ${mine.actor.personId}`;
  expect(await standing(mine, lookups[0])).toBeNull();
});

test("a scanned order is claimed while another shop's claim runs, and by nothing that is over", async () => {
  const { mine, other, order, lookups, both } = await scanned();
  const [elsewhere] = [await scanned()];
  const claim = (id: string, until: string) => owner`
    insert into order_claim (order_id, provider_id, person_id, lookup_id, until)
    values (${id}, ${other.actor.provider.id}, ${other.actor.personId}, ${lookups[1]}, ${until})
    on conflict (order_id) do update set until = excluded.until`;
  await claim(elsewhere.order.id, "2099-01-01");
  expect(await both()).toEqual(["current", "current"]);
  await claim(order.id, "2099-01-01");
  expect(await both()).toEqual(["claimed", "current"]);
  await claim(order.id, "2026-01-01");
  expect(await both()).toEqual(["current", "current"]);
  await owner`update "order" set state = 'annulled' where id = ${order.id}`;
  await claim(order.id, "2099-01-01");
  expect(await both()).toEqual(["annulled", "annulled"]);
  await owner`update provider set suspended_at = now(), suspension_reason = 'x' where id = ${mine.actor.provider.id}`;
  expect(await both()).toEqual(["paused", "annulled"]);
});

test("what a scan found without an order is answered as it was, and a look-up's id is one provider's", async () => {
  const { mine, other, order, lookups } = await scanned();
  const unknown = await scanOrder(mine, { text: "https://otra.example/x", by: "camera" }, client());
  expect(await standing(mine, unknown)).toBe("foreign");
  const scan = (till: Till, lookup: string, code: Buffer | null) =>
    firstValue<string | null>(owner`
    select scan_order(${lookup}, ${till.actor.personId}, ${till.actor.provider.id}, 'scan', 'x', ${code}, 'forged', '[]')`);
  const code = await firstValue<Buffer>(owner`select code from order_code where order_id = ${order.id}`);
  expect([await scan(mine, lookups[0], null), await scan(other, lookups[0], code)]).toEqual(["digits", null]);
  const events =
    await owner`select detail from audit_event where subject_id = ${lookups[0]} and action = 'order.looked_up'`;
  expect([...events]).toEqual([{ detail: { outcome: "digits", order: order.id } }]);
  const changed = Buffer.from(code);
  changed.set(randomBytes(8), 60);
  const fresh = crypto.randomUUID();
  expect(await scan(mine, fresh, changed)).toBe("forged");
  const [row] = await owner`select digits, code_id, kind_code from lookup where id = ${fresh}`;
  expect(row).toEqual({ digits: null, code_id: null, kind_code: "AS" });
  const [event] = await owner`select detail from audit_event where subject_id = ${fresh}`;
  expect(event?.detail).toEqual({ outcome: "forged", order: order.id });
  const [foreign] = await owner`select detail from audit_event where subject_id = ${unknown}`;
  expect(foreign?.detail).toEqual({ outcome: "foreign" });
});

test("codes without an order spend their budget to the limit, also at once, and who waits then learns nothing", async () => {
  const [till, order] = [await makeTill(), await makePrintedOrder()];
  const budgets = [{ scope: "prueba.codigo", key: crypto.randomUUID(), limit: 2, seconds: 86_400 }];
  const scan = (code: Buffer, lookup = crypto.randomUUID(), sql: Sql = owner) =>
    firstValue<string>(sql`select scan_order(${lookup}, ${till.actor.personId}, ${till.actor.provider.id}, 'scan', 'x',
      ${code}, null, ${JSON.stringify(budgets)}::text::jsonb)`);
  const rowOf = async (lookup: string) =>
    (
      await owner`select kind_code, code_id is not null as known, wait_until is not null as waits from lookup
      where id = ${lookup}`
    )[0];
  const [first, last] = [crypto.randomUUID(), crypto.randomUUID()];
  expect([await scan(order.code, first), await scan(randomBytes(92))]).toEqual(["digits", "not_found"]);
  expect(await rowOf(first)).toEqual({ kind_code: "AS", known: true, waits: false });
  const miss = (sql: Sql) => scan(randomBytes(92), crypto.randomUUID(), sql);
  expect(await whileOpen(miss, miss)).toBe("waiting");
  expect(await scan(order.code, last)).toBe("waiting");
  expect(await rowOf(last)).toEqual({ kind_code: "", known: false, waits: true });
  const spent = owner`select spent from budget_counter where key = ${budgets[0]?.key ?? ""}`;
  expect(await firstValue<number>(spent)).toBe(2);
});
