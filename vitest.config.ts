import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Begin first, the longest of all at the head: otherwise one of them runs on alone when all others are done. */
const longest = [
  "db/order/state-machine/",
  "db/order/concurrent-actions/",
  "db/use/race.",
  "unit/order-code/signature",
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

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["tests/{unit,architecture,db}/**/*.test.ts"],
    pool: "forks",
    // A test of the database waits for it half of its time: three keep two cores busy.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // No test needs more than a quarter of it on two quiet cores; the rest is for a machine that is busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ["tests/support/own-database.ts"],
  },
});
