import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeContenders, makeTickets, type Ticket } from "@/scripts/chaos/tickets";
import { owner } from "@/tests/support/factories/account";
import { providerPool } from "@/tests/support/use-in-database";

const ORDERS = 1_000;
const PROVIDERS = 5;
const TILLS = 10;
/** Orders that are contended at the same moment. */
const AT_ONCE = 20;

async function use({ orderId, lookupId, contender }: Ticket): Promise<string> {
  const [row] = await providerPool<
    { outcome: string }[]
  >`select outcome from use_order(${orderId}, ${contender.personId},
    ${contender.providerId}, null, ${lookupId}, ${randomUUID()}, null, null, 'x')`;
  return row?.outcome ?? "nothing";
}

test("race: a thousand orders, fifty contenders of five providers each, give a thousand uses and true answers for the rest", async () => {
  const contenders = await makeContenders(owner, PROVIDERS);
  const papers = await makeTickets(owner, contenders, Array<number>(ORDERS).fill(PROVIDERS));
  const counts = { done: 0, yours: 0, used: 0, other: 0 };
  for (let from = 0; from < papers.length; from += AT_ONCE) {
    const wave = papers.slice(from, from + AT_ONCE).map(async (tickets) => {
      const tries = Array.from({ length: TILLS }, () => tickets).flat();
      const outcomes = await Promise.all(tries.map(use));
      const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
      expect([count("done"), count("yours"), count("used")]).toEqual([1, TILLS - 1, TILLS * (PROVIDERS - 1)]);
      counts.done += count("done");
      counts.yours += count("yours");
      counts.used += count("used");
      counts.other += outcomes.length - count("done") - count("yours") - count("used");
    });
    await Promise.all(wave);
  }
  expect(counts).toEqual({ done: 1_000, yours: 9_000, used: 40_000, other: 0 });
  const [ledger] = await owner`select count(*)::int as uses, count(distinct order_id)::int as orders
    from order_use where order_id = any(${papers.map(([ticket]) => ticket?.orderId ?? "")})`;
  expect(ledger).toEqual({ uses: 1_000, orders: 1_000 });
}, 600_000);
