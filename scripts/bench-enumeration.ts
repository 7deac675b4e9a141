import { randomInt } from "node:crypto";
import { loadavg } from "node:os";
import path from "node:path";
import { withTestbed } from "@/scripts/bench/testbed";
import { accountForms, type EmailForm, strangersEmail } from "./bench/account-forms";

const PAIRS = Number(process.argv[2] ?? 1_000);
const KNOWN = "dueno@lanina.example";
/** Not counted: code is compiled, plans are made, connections are opened. */
const WARM_UP = 20;

/**
 * `npm run bench:enumeration -- [pairs]`: posts sign-in, recovery and registration with an e-mail that has an account
 * and with one that has none, in pairs whose order is drawn, and prints the medians and how far they are apart.
 * Everything runs on this machine; what it does meanwhile falls on both of a pair.
 */
function main(): Promise<void> {
  return withTestbed(path.resolve(import.meta.dirname, ".."), async ({ origin, owner }) => {
    process.stdout.write(`\nNode ${process.version}, ${PAIRS} pairs, load ${loadavg()[0]?.toFixed(1)}\n\n`);
    for (const [name, form] of Object.entries(accountForms(origin, owner)))
      process.stdout.write(`${await compared(name, form)}\n`);
  });
}

async function compared(name: string, form: EmailForm): Promise<string> {
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let turn = -WARM_UP; turn < PAIRS; turn++) {
    const pair = [
      { email: KNOWN, times: known },
      { email: strangersEmail(KNOWN), times: unknown },
    ];
    if (randomInt(2) === 1) pair.reverse();
    for (const { email, times } of pair) {
      const { status, ms } = await (await form(email))();
      if (status !== 303) throw new Error(`${name} answered ${status}`);
      if (turn >= 0) times.push(ms);
    }
  }
  const [ofKnown, ofUnknown] = [median(known), median(unknown)];
  const apart = (Math.abs(ofKnown - ofUnknown) / Math.max(ofKnown, ofUnknown)) * 100;
  return `${name}: known ${ofKnown.toFixed(2)} ms, unknown ${ofUnknown.toFixed(2)} ms, ${apart.toFixed(1)} % apart`;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
