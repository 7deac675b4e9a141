import { defineConfig } from "@playwright/test";
import { browserArguments } from "./tests/support/browser";

/** The runner (scripts/test.ts) starts the built server and says where it and the browser are. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // A worker waits most of its time for the server and the browser: three keep two cores busy.
  workers: 3,
  fullyParallel: true,
  // A test that passes only when it is tried again counts as failed (scripts/test.ts); the second try is there to
  // be recorded, since recording every test costs a third more of the processor.
  retries: 1,
  forbidOnly: true,
  // No test needs more than a quarter of it on two quiet cores; the rest is for a machine that is busy.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    {
      name: "pantallas",
      testIgnore: /-(?:speed|alone)\.spec\.ts$/,
      // A seal that turns is painted anew sixty times a second; the tests of motion and of the whole way have it.
      use: { contextOptions: { reducedMotion: "reduce" } },
    },
    // What looks at every row: nobody else writes to its database meanwhile.
    { name: "filas", testMatch: /-alone\.spec\.ts$/, workers: 1 },
    // What is timed has the machine to itself.
    { name: "rapidez", testMatch: /-speed\.spec\.ts$/, workers: 1 },
  ],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "es-CO",
    timezoneId: "America/Bogota",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      args: browserArguments,
      ...(process.env.E2E_BROWSER ? { executablePath: process.env.E2E_BROWSER } : {}),
    },
  },
});
