import { loadavg } from "node:os";
import path from "node:path";
import { copyWithEmptyPages, emptyPages } from "@/scripts/bench/empty-pages";
import { lookUps } from "@/scripts/bench/lookup-load";
import { withTestbed } from "@/scripts/bench/testbed";
import { hiddenFields, postForm, request } from "./bench/form";
import { type Figures, measureInTurn, table } from "./bench/load";
import { bareLookUp, fillOrders, type Target } from "./bench/orders";

const root = path.resolve(import.meta.dirname, "..");
const TILL = "caja@eltornillo.example";
const ORDERS = 100_000;
const load = { clients: 8, seconds: 3, warmUpSeconds: 0.5 };
const ROUNDS = 5;
const nobody: Target = { idNumber: "", number: "" };

/**
 * `npm run bench:lookup`: measures a whole look-up, its answer page and pages without content through one process of
 * the built server, in turn, and prints how they relate. Load generator, server and database share this machine.
 */
function main(): Promise<void> {
  return withTestbed(copyWithEmptyPages(root), async ({ origin, url, owner, server, signIn }) => {
    const cookie = await signIn(TILL);
    const targets = await fillOrders(owner, ORDERS);
    const bare = await bareLookUp(url, TILL);
    const jobs = {
      ...(await requests(origin, cookie, targets)),
      "the SQL function alone": (turn: number) => bare.ask(targets[turn % targets.length] ?? nobody),
    };
    // Once without counting: code is compiled, plans are made, connections are opened.
    await measureInTurn(jobs, { ...load, seconds: 2 }, 1);
    const figures = await measureInTurn(jobs, load, ROUNDS, server.pid);
    await bare.end();
    process.stdout.write(
      `\nNode ${process.version}, ${ORDERS.toLocaleString("en")} orders, load ${loadavg()[0]?.toFixed(1)}\n`,
    );
    process.stdout.write(`\n${table(Object.values(figures))}\n\n${ratios(figures)}\n`);
  });
}

async function requests(origin: string, cookie: string, targets: readonly Target[]) {
  const open = async (place: string) => {
    const { status } = await request(new URL(place, origin), { headers: { cookie } });
    if (status !== 200) throw new Error(`${place} answered ${status}`);
  };
  const lookUp = await lookUps(origin, cookie, targets);
  const answer = await lookUp(0);
  const form = new URL(emptyPages.answer, origin);
  const hidden = hiddenFields((await request(form, { headers: { cookie } })).body);
  return {
    "look-up: POST, 303, answer": async (turn: number) => open(await lookUp(turn)),
    "empty action: POST, 303, empty page": async () => {
      const { location } = await postForm(form, cookie, hidden);
      await open(location ?? "");
    },
    "answer page": () => open(answer),
    "empty page": () => open(emptyPages.answer),
    "empty page, product's frame": () => open(emptyPages.frame),
    "empty page, bare layout": () => open(emptyPages.bare),
  };
}

type Measured = Awaited<ReturnType<typeof requests>>;

/** How many of the first are answered in the time that one of the second takes. */
function ratios(figures: Record<keyof Measured, Figures>): string {
  const pairs: [keyof Measured, keyof Measured][] = [
    ["look-up: POST, 303, answer", "empty action: POST, 303, empty page"],
    ["answer page", "empty page"],
    ["empty page, product's frame", "empty page, bare layout"],
  ];
  const lines = pairs.map(([one, other]) => {
    const byClock = figures[one].perSecond / figures[other].perSecond;
    const byProcessor = (figures[other].cpu ?? Number.NaN) / (figures[one].cpu ?? Number.NaN);
    return `| ${one} | ${other} | ${byClock.toFixed(2)} | ${byProcessor.toFixed(2)} |`;
  });
  return ["| what | against | ratio | by the server's processor time |", "|---|---|---|---|", ...lines].join(
    "\n",
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
