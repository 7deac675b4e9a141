import path from "node:path";
import { defineConfig } from "vitest/config";

/** The rules alone, without a database: what Stryker runs against each mutant of domain/. */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["tests/unit/**/*.test.ts"],
    testTimeout: 30_000,
    // Nobody connects: the secrets are read, the database is not.
    env: {
      AUTH_SECRET: "solo-para-las-pruebas-solo-para-las-pruebas",
      DATABASE_URL: "postgres://nadie@127.0.0.1:1/nada",
    },
  },
});
