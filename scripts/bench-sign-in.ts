import { loadavg } from "node:os";
import path from "node:path";
import type postgres from "postgres";
import { lookUps } from "@/scripts/bench/lookup-load";
import { withTestbed } from "@/scripts/bench/testbed";
import { demoAccounts } from "@/scripts/demo/accounts";
import { signInForm } from "./bench/account-forms";
import { request } from "./bench/form";
import { type Figures, measure, table } from "./bench/load";
import { fillOrders } from "./bench/orders";

const TILL = "caja@eltornillo.example";
const AT_ONCE = 50;
const load = { clients: 8, seconds: 15, warmUpSeconds: 2 };
const GOAL_MS = 300;

/**
 * `npm run bench:sign-in`: measures look-ups alone, then while 50 browsers that nobody knows sign in all the time, each
 * from an address of its own. Load generator, server and database share this machine. Ends with 1 when the look-ups'
 * p95 beside the sign-ins is above 300 ms.
 */
function main(): Promise<void> {
  return withTestbed(path.resolve(import.meta.dirname, ".."), async ({ origin, owner, signIn }) => {
    const cookie = await signIn(TILL);
    const lookUp = await lookUps(origin, cookie, await fillOrders(owner, 100_000));
    const job = async (turn: number) => {
      const { status } = await request(new URL(await lookUp(turn), origin), { headers: { cookie } });
      if (status !== 200) throw new Error(`an answer had the status ${status}`);
    };
    // Once without counting: code is compiled, plans are made, connections are opened.
    await measure("", { ...load, seconds: 3 }, job);
    const alone = await measure("look-up, alone", load, job);
    await makeColleagues(owner);
    const [beside, signedIn] = await whileSigningIn(origin, () =>
      measure("look-up, 50 signing in", load, job),
    );
    process.stdout.write(
      `\nNode ${process.version}, load ${loadavg()[0]?.toFixed(1)}\n\n${table([alone, beside, signedIn])}\n`,
    );
    if (beside.p95 > GOAL_MS || beside.failed > 0) process.exitCode = 1;
  });
}

const emailOf = (nth: number) => `medida-${nth}@prueba.example`;

/** People of the till's provider with its password, one for each who signs in: of one account attempts would wait. */
async function makeColleagues(owner: postgres.Sql): Promise<void> {
  for (let nth = 0; nth < AT_ONCE; nth++)
    await owner`
      with till as (select p.password_hash, m.provider_id from person p join membership m on m.person_id = p.id
        where p.email = ${TILL}),
      made as (insert into person (email, name, password_hash)
        select ${emailOf(nth)}, 'Persona de la medida', password_hash from till returning id)
      insert into membership (person_id, provider_id, role)
      select made.id, till.provider_id, 'clerk' from made, till`;
}

/** Runs `work` while browsers sign in, each again as soon as it is in. */
async function whileSigningIn(origin: string, work: () => Promise<Figures>): Promise<[Figures, Figures]> {
  const post = await signInForm(origin);
  const signing = measure(
    "sign-in, of the 50",
    { ...load, clients: AT_ONCE, seconds: load.seconds + 2, warmUpSeconds: 1 },
    async (turn) => {
      const place = await post(emailOf(turn % AT_ONCE), demoAccounts[0].password);
      if (new URL(place, origin).pathname === "/ingresar") throw new Error("a sign-in was refused");
    },
  );
  return Promise.all([work(), signing]);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
