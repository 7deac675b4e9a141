import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { runJob } from "@/db/job";
import { listTroubledJobs } from "@/db/queries/job-run";
import { env } from "@/lib/env";

const owner = connect(env().DATABASE_URL, null, 1);
const troubled = async (job: string) =>
  (await listTroubledJobs(cajaDatabase())).find((found) => found.job === job);
const succeeding = async () => {};
const failing = async () => {
  throw new Error("Failed query: cédula 1234", {
    cause: Object.assign(new Error("late"), { code: "57014" }),
  });
};

test("a failing job is shown with an error code and no message until it succeeds again", async () => {
  const job = { name: `test.${randomUUID()}`, dueSeconds: 60 };
  expect(await runJob(jobsDatabase(), job, succeeding)).toBe(true);
  expect(await troubled(job.name)).toBeUndefined();

  expect(await runJob(jobsDatabase(), job, failing)).toBe(false);
  expect(await runJob(jobsDatabase(), job, failing)).toBe(false);
  const seen = await troubled(job.name);
  expect(seen).toMatchObject({ lastError: "57014", failures: 2 });
  expect(seen?.lastOkAt).toBeInstanceOf(Date);

  await runJob(jobsDatabase(), job, succeeding);
  expect(await troubled(job.name)).toBeUndefined();
});

test("a job that no longer runs is late once its due time has passed, and not before", async () => {
  const job = { name: `test.${randomUUID()}`, dueSeconds: 3600 };
  await runJob(jobsDatabase(), job, succeeding);
  const move = (by: string) =>
    owner`update job_run set late_after = now() + ${by}::interval where job = ${job.name}`;
  await move("1 second");
  expect(await troubled(job.name)).toBeUndefined();
  await move("-1 second");
  expect(await troubled(job.name)).toMatchObject({ lastError: null, failures: 0 });
});
