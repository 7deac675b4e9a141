import { expect, test } from "vitest";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { lookupLimits } from "@/domain/lookup/budget";
import { readLookup } from "@/domain/lookup/read-lookup";
import { scanOrder } from "@/domain/lookup/scan-order";
import { colleagueOf, makeTill, owner, spendBudget } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { client } from "@/tests/support/use-order";

type Till = Awaited<ReturnType<typeof makeTill>>;
const scan = (till: Till, text: string) => scanOrder(till, { text, by: "camera" }, client());
const answer = (till: Till, lookupId: string, digits: string) =>
  answerDigits(till, { lookupId, digits }, client());
/** Four digits that are not these. */
const wrong = (tail: string, nth = 1) => String((Number(tail) + nth) % 10_000).padStart(4, "0");

const letPausePass = (till: Till) =>
  owner`update budget_counter set paused_until = now() where key like ${`${till.actor.provider.id}:%`}`;

test("the last wrong ending before a wait is announced, whoever of the provider made the earlier ones", async () => {
  const till = await makeTill();
  const order = await makePrintedOrder();
  const id = await scan(till, order.url);
  for (const [nth, aheadSeconds] of [
    [0, null],
    [1, null],
    [2, 300],
  ] as const) {
    if (nth > 0) await answer(till, id, wrong(order.tail, nth));
    expect(await readLookup(till, id), `${nth} misses`).toMatchObject({ outcome: "digits", aheadSeconds });
  }
  const colleague = await colleagueOf(till);
  const hers = await scan(colleague, order.url);
  expect(await readLookup(colleague, hers)).toMatchObject({ digitsMissed: 0, aheadSeconds: 300 });
  await answer(colleague, hers, wrong(order.tail));
  expect(await readLookup(colleague, hers)).toMatchObject({ outcome: "waiting", aheadSeconds: null });

  await letPausePass(till);
  const again = await scan(till, order.url);
  expect(await readLookup(till, again)).toMatchObject({ outcome: "digits", aheadSeconds: null });
  await answer(till, again, wrong(order.tail));
  const [midnight] = await owner<{ seconds: number }[]>`
    select ceil(extract(epoch from bogota_start(bogota_today() + 1) - now()))::int as seconds`;
  const ahead = (await readLookup(till, again))?.aheadSeconds ?? 0;
  expect(Math.abs(ahead - (midnight?.seconds ?? 0))).toBeLessThan(60);
});

test("a person's last miss before a wait is announced by a scan, and by the unknown code that the wait follows", async () => {
  const { personDay } = lookupLimits;
  const till = await makeTill();
  const order = await makePrintedOrder();
  const gone = await makePrintedOrder();
  await owner`delete from order_code where order_id = ${gone.id}`;
  const spent = (count: number) =>
    spendBudget(personDay.scope, till.actor.personId, personDay.seconds, count);
  await spent(personDay.pauses[0].at - 2);
  expect(await readLookup(till, await scan(till, order.url))).toMatchObject({ aheadSeconds: null });
  expect(await readLookup(till, await scan(till, gone.url))).toMatchObject({
    outcome: "not_found",
    aheadSeconds: 300,
    waitUntil: null,
  });
  expect(await readLookup(till, await scan(till, order.url))).toMatchObject({
    outcome: "digits",
    aheadSeconds: 300,
  });
  const last = await readLookup(till, await scan(till, gone.url));
  expect(last?.outcome).toBe("not_found");
  expect(((last?.waitUntil?.getTime() ?? 0) - (last?.readAt.getTime() ?? 0)) / 1000).toBeGreaterThan(240);
});
