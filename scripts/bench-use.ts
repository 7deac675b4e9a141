import { randomUUID } from "node:crypto";
import path from "node:path";
import { connect } from "@/db/connection";
import { withTestbed } from "@/scripts/bench/testbed";
import { makeContenders, makeTickets, type Ticket } from "@/scripts/chaos/tickets";
import { measure, table } from "./bench/load";
import { postUse, readUseForm } from "./chaos/use-form";

const run = { clients: 8, seconds: 10 };
/** More orders than two cores can use up within one measurement. */
const STOCK = 30_000;
const BATCH = 2_000;

/**
 * `npm run bench:use`: measures uses per second through the built server and of the bare SQL function, each
 * use of another order. Load generator and server share this machine.
 */
function main(): Promise<void> {
  return withTestbed(path.resolve(import.meta.dirname, ".."), async ({ origin, url, owner }) => {
    const contenders = await makeContenders(owner, 6);
    const tickets: Ticket[] = [];
    for (let created = 0; created < STOCK; created += BATCH)
      tickets.push(...(await makeTickets(owner, contenders, Array<number>(BATCH).fill(1))).flat());
    const next = () => {
      const ticket = tickets.pop();
      if (!ticket) throw new Error("no order left to use");
      return ticket;
    };
    const form = await readUseForm(origin, next());
    const rows = [
      await measure("uso por el servidor", run, async () => {
        const answer = await postUse(origin, form, next(), randomUUID());
        if (answer.kind !== "receipt") throw new Error(`the use was answered with ${answer.kind}`);
      }),
    ];
    const provider = connect(url, "app_provider", run.clients);
    rows.push(
      await measure("solo la función SQL", run, async () => {
        const { orderId, lookupId, contender } = next();
        const [row] = await provider<{ outcome: string }[]>`select outcome from use_order(${orderId},
          ${contender.personId}, ${contender.providerId}, null, ${lookupId}, ${randomUUID()}, null, null, '127.0.0.1')`;
        if (row?.outcome !== "done") throw new Error(`the use was answered with ${row?.outcome}`);
      }),
    );
    await provider.end();
    process.stdout.write(`\n${table(rows)}\n`);
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
