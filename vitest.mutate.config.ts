import path from "node:path";
import { defineConfig } from "vitest/config";

/** The rules alone, without a database: what Stryker runs against each mutant of domain/. */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: { include: ["tests/unit/**/*.test.ts"], testTimeout: 30_000 },
});
