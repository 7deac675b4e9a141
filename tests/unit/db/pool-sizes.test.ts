import { expect, test } from "vitest";
import { poolSizes } from "@/db/pool-sizes";

const sum = (sizes: Record<string, number>) => Object.values(sizes).reduce((total, each) => total + each);

test.each([1, 2, 4, 8, 13])(
  "the connection pools of %i processes stay within the limit together, and each has every pool",
  (processes) => {
    for (const total of [processes * 6, 80, 400].filter((bound) => bound >= processes * 6)) {
      const sizes = poolSizes(processes, total);
      // One more connection in each process is for leader election.
      expect(processes * (sum(sizes) + 1)).toBeLessThanOrEqual(total);
      expect(Math.min(...Object.values(sizes))).toBeGreaterThanOrEqual(1);
      expect(sum(sizes)).toBeLessThanOrEqual(24);
    }
  },
);

test("too few connections for the processes are reported in one line", () => {
  expect(() => poolSizes(4, 24)).not.toThrow();
  expect(() => poolSizes(4, 23)).toThrow(
    "DATABASE_CONNECTIONS: 23 no alcanzan para 4 procesos; hacen falta 24",
  );
});
