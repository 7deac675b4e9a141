import { defineConfig } from "@playwright/test";
import { browserArguments } from "./tests/support/browser";

/** The runner (scripts/test.ts) starts the built server and says where it and the browser are. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // The longest ways, from registering to an order, take half of it when both workers are busy.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: "pantallas", testIgnore: /-speed\.spec\.ts$/ },
    // What is timed runs after the rest, with the machine to itself.
    { name: "rapidez", testMatch: /-speed\.spec\.ts$/, workers: 1 },
  ],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "es-CO",
    timezoneId: "America/Bogota",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      args: browserArguments,
      ...(process.env.E2E_BROWSER ? { executablePath: process.env.E2E_BROWSER } : {}),
    },
  },
});
