import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";

test("the log has a job's first failure and its recovery, once each, and its due time moves with a success alone", async () => {
  const [job, other] = [`test.${randomUUID()}`, `test.${randomUUID()}`];
  const report = (name: string, error: string | null, due = 3600) =>
    owner`select report_job(${name}, ${error}, ${due})`;
  const events = async () =>
    (await owner`select action from audit_event where subject_id = ${job} order by seq`).map(
      ({ action }) => action,
    );
  const rowOf = async () =>
    (
      await owner`select failures, last_error, late_after > now() + interval '2 hours' as late
    from job_run where job = ${job}`
    )[0];
  await report(other, "57014");
  await report(job, null);
  await report(job, null);
  expect([await events(), await rowOf()]).toEqual([[], { failures: 0, last_error: null, late: false }]);
  for (let time = 0; time < 3; time++) await report(job, "57014", 9_000);
  expect(await events()).toEqual(["job.failed"]);
  expect(await rowOf()).toEqual({ failures: 3, last_error: "57014", late: false });
  for (let time = 0; time < 2; time++) await report(job, null, 9_000);
  expect(await events()).toEqual(["job.failed", "job.recovered"]);
  expect(await rowOf()).toEqual({ failures: 0, last_error: null, late: true });
  const [left] = await owner`select failures, last_ok_at from job_run where job = ${other}`;
  expect(left).toEqual({ failures: 1, last_ok_at: null });
});
