import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Begin first, the longest of all at the head: otherwise one of them runs on alone when all others are done. The
 * canaries read every row and file of the database, which are few then.
 */
const longest = [
  "db/retention/canaries",
  "db/order/state-machine/",
  "db/order/concurrent-actions/",
  "db/use/race.",
  "unit/order-code/signature",
  "unit/scripts/audit-verify",
  "unit/identity/hostile-length",
  "db/installation/migrate/every-",
  "db/import/killed-worker",
  "db/installation/backup/",
  "db/import/orders.",
  "unit/import/worker-watch",
  "unit/print/pdf",
  "db/account/sign-in-rate-limits",
  "db/use/",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((part) => moduleId.includes(`/tests/${part}`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/** What one test file changes for the next of its process: the environment, a module, a connection of tests/support. */
const changesItsProcess =
  /\bprocess\.|separateDatabase|newDatabase|\bvi\.|\b(?:owner|counterOwner|providerPool)\.end/;

const root = import.meta.dirname;
const files = ["unit", "architecture", "db"].flatMap((folder) =>
  readdirSync(path.join(root, "tests", folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `tests/${folder}/${file}`),
);
const ownProcess = files.filter((file) =>
  changesItsProcess.test(readFileSync(path.join(root, file), "utf8")),
);

const shared = {
  pool: "forks",
  // A test of the database waits for it half of its time, and some wait for a clock: four keep two cores busy.
  maxWorkers: 4,
  // No test needs more than a quarter of it on two quiet cores; the rest is for a machine that is busy.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
  setupFiles: path.join(import.meta.dirname, "tests/support/begin-in-whole-hour.ts"),
} as const;

const resolve = { alias: { "@": root } };

export default defineConfig({
  resolve,
  test: {
    ...shared,
    sequence: { sequencer: LongestFirst },
    globalSetup: ["tests/support/own-database.ts"],
    // Reading the product's modules anew for every file took a quarter of the processor's time of a run. Files that
    // leave nothing behind share a process and its modules, the others have one of their own. A connection of
    // tests/support stays open for the next file and ends with the process.
    projects: [
      { resolve, test: { ...shared, name: "own-process", include: ownProcess } },
      {
        resolve,
        test: {
          ...shared,
          name: "shared-process",
          isolate: false,
          include: files.filter((file) => !ownProcess.includes(file)),
        },
      },
    ],
  },
});
