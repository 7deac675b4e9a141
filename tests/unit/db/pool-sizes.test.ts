import { expect, test } from "vitest";
import { poolSizes, processesFor } from "@/db/pool-sizes";

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

test("more processes than connections allow are reported in one line, as for one on each of 14 cores", () => {
  expect(() => poolSizes(14)).toThrow("DATABASE_CONNECTIONS: 80 no alcanzan para 14 procesos");
});

test("too few connections for the processes are reported in one line", () => {
  expect(() => poolSizes(4, 24)).not.toThrow();
  expect(() => poolSizes(4, 23)).toThrow(
    "DATABASE_CONNECTIONS: 23 no alcanzan para 4 procesos; hacen falta 24",
  );
});

test.each([
  { cores: 1, processes: 1 },
  { cores: 13, processes: 13 },
  { cores: 14, processes: 13 },
  { cores: 128, processes: 13 },
  { cores: 128, total: 1_000, processes: 64 },
  { cores: 8, total: 24, processes: 4 },
])("on $cores cores with $total connections $processes processes serve, and each has its pools", (one) => {
  expect(processesFor(one.cores, one.total)).toBe(one.processes);
  expect(() => poolSizes(one.processes, one.total)).not.toThrow();
});
