import { defineConfig } from "@playwright/test";
import { browserArguments } from "./tests/support/browser";

/**
 * Tests that wait most of their time: for servers and databases of their own that start, stop and are lost, or for
 * a line that swallows packets until the page gives up.
 */
const waiting =
  /\/(?:database-hangs|database-killed|failover|import-worker|offline-dead-line|process-shutdown|scan-lost-answer|sign-out-outage|use-outage)\.spec\.ts$/;
const alone = /-alone\.spec\.ts$/;
/** Half of what looks at every row, as long as the other half. */
const firstHalf = /\/(?:cross-provider|error-status|hostile-upload|redirects)-alone\.spec\.ts$/;

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
      testIgnore: [/-speed\.spec\.ts$/, alone, waiting],
      use: {
        // A seal that turns is painted anew sixty times a second; the tests of motion and of the whole way have it.
        contextOptions: { reducedMotion: "reduce" },
        // At each first visit of the counter it fetches the page without internet with all its files; the tests of the
        // counter's whole way and of what works without internet allow it.
        serviceWorkers: "block",
      },
    },
    // Beside all others: among them each would keep a worker from its work.
    { name: "esperas", testMatch: waiting, workers: 1, use: { contextOptions: { reducedMotion: "reduce" } } },
    // What looks at every row: nobody else writes to its database meanwhile.
    { name: "filas-1", testMatch: firstHalf, workers: 1 },
    { name: "filas-2", testMatch: alone, testIgnore: firstHalf, workers: 1 },
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
