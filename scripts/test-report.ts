import { readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/* Reads what the test runners report, for the summary of `npm test`. */

const root = path.resolve(import.meta.dirname, "..");

/** What one suite came to; `failures` names the tests that failed or passed only when tried again, each in a line. */
export type Count = { passed: number; failed: number; skipped: number; failures: string[] };

/** A suite that is one test: it passed, or its title is what failed. */
export const one = (title: string, passed: boolean): Count => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
  failures: passed ? [] : [title],
});

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

/** What a run of Vitest came to, by its report in JSON; a report that cannot be read is a failure. */
export function vitestCount(title: string, report: string, passed: boolean): Count {
  try {
    const found: VitestReport = JSON.parse(readFileSync(report, "utf8"));
    const failures = found.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === "failed");
      if (failed.length === 0) return status === "failed" ? [failure(name, "", message)] : [];
      return failed.map((test) => failure(name, test.fullName, test.failureMessages[0]));
    });
    return honest(
      {
        passed: found.numPassedTests,
        failed: found.numFailedTests,
        skipped: found.numPendingTests + found.numTodoTests,
        failures,
      },
      title,
      passed,
    );
  } catch {
    return one(title, false);
  }
}

/** One line on a test that failed: where it stands, what it is called and how its error begins. */
function failure(file: string, test: string, message = ""): string {
  const [error = ""] = stripVTControlCharacters(message).split(/\n\s+at /);
  const beginning = error.replace(/\s+/g, " ").trim().slice(0, 300);
  return [path.relative(root, file), test, beginning].filter(Boolean).join(" › ");
}

/** A suite that failed without a failed test, or ran none, counts as a failure. */
function honest(count: Count, title: string, passed: boolean): Count {
  return (!passed && count.failed === 0) || count.passed + count.failed === 0
    ? { ...count, failed: count.failed + 1, failures: [...count.failures, title] }
    : count;
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: {
    file: string;
    title: string;
    tests: { status: string; results: { errors: { message?: string }[] }[] }[];
  }[];
};
type PlaywrightReport = PlaywrightSuite & {
  config: { rootDir: string };
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

/** The same for a run of Playwright. */
export function playwrightCount(title: string, report: string, passed: boolean): Count {
  try {
    const found: PlaywrightReport = JSON.parse(readFileSync(report, "utf8"));
    const { expected, unexpected, flaky, skipped } = found.stats;
    const failures = playwrightFailures(found, found.config.rootDir);
    return honest({ passed: expected, failed: unexpected + flaky, skipped, failures }, title, passed);
  } catch {
    return one(title, false);
  }
}

/** A test that passed only on a retry counts as failed. */
function playwrightFailures({ suites = [], specs = [] }: PlaywrightSuite, folder: string): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) => {
        const errors = results.flatMap((result) => result.errors);
        return failure(path.join(folder, file), `${title} (${status})`, errors[0]?.message);
      }),
  );
  return [...own, ...suites.flatMap((suite) => playwrightFailures(suite, folder))];
}
