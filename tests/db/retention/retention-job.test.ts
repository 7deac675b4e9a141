import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { listTroubledJobs } from "@/db/queries/job-run";
import { applyRetention, applyRetentionRule } from "@/domain/retention/apply";
import { retentionRules } from "@/model/retention";
import { separateDatabase } from "@/tests/support/separate-database";
import { lookup, person } from "./aged-rows";
import { evergreens } from "./evergreens";
import { limits } from "./limits";

let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  owner = connect(await separateDatabase("olvido"), null, 3);
});
afterAll(() => owner.end());

test("every retention rule is tested with a row on either side of its limit", () => {
  expect(new Set(limits.map(({ rule }) => rule))).toEqual(new Set(retentionRules));
});

for (const { rule, keptAge, deletedAge, make } of limits)
  test(`retention rule ${rule}: ${keptAge} stays, ${deletedAge} is deleted, by no other rule`, async () => {
    const young = await make(owner, keptAge);
    const old = await make(owner, deletedAge);
    for (const other of retentionRules) if (other !== rule) await applyRetentionRule(jobsDatabase(), other);
    expect([await young.isKept(), await old.isKept()]).toEqual([true, true]);
    await applyRetentionRule(jobsDatabase(), rule);
    expect([await young.isKept(), await old.isKept()]).toEqual([true, false]);
  });

for (const { what, make } of evergreens)
  test(`the retention job never deletes ${what}`, async () => {
    const row = await make(owner);
    expect(await applyRetention(jobsDatabase())).toBe(true);
    expect(await row.isKept()).toBe(true);
  });

test("a key, an alert and a typed ID are forgotten for what they are, and not for what they share with others", async () => {
  const old = await lookup(owner, "2 days");
  await owner`update lookup set id_sealed = null where id = ${old}`;
  await owner`insert into closed_use_key (provider_id, key, closed_at)
    select l.provider_id, gen_random_uuid(), now() - age * interval '1 day' from lookup l, generate_series(0, 9, 9) age
    where l.id = ${old}`;
  await owner`insert into miss_alert (scope, key, window_start, misses, providers, raised_at)
    select 'watch.person', key, '2026-01-01', 1, '{}', case key when 'raised' then now() end
    from unnest('{raised,counted}'::text[]) key`;
  expect(await applyRetention(jobsDatabase())).toBe(true);
  const [row] = await owner`select l.id_index,
      (select count(*)::int from closed_use_key c where c.provider_id = l.provider_id) as keys,
      (select string_agg(a.key, ' ') from miss_alert a where a.scope = 'watch.person') as alerts
    from lookup l where l.id = ${old}`;
  expect(row).toEqual({ id_index: null, keys: 1, alerts: "raised" });
});

const typedIds = async () =>
  (await owner`select count(*)::int as left from lookup where id_sealed is not null`)[0]?.left;

test("the retention job works off a backlog of many batches in one run, and a longer one in the next runs", async () => {
  const first = await lookup(owner, "3 days");
  await owner`insert into lookup (id, person_id, provider_id, channel, asked_at, kind_code, number_typed, id_sealed, outcome)
    select gen_random_uuid(), l.person_id, l.provider_id, 'typed', l.asked_at, 'AS', '1', 'x', 'not_found'
    from lookup l, generate_series(1, 4500) where l.id = ${first}`;
  expect(await applyRetention(jobsDatabase(), 0)).toBe(false);
  expect(await typedIds()).toBeGreaterThan(3_000);
  const trouble = await listTroubledJobs(jobsDatabase());
  expect(trouble.map(({ job, lastError }) => [job, lastError])).toEqual([
    ["retention.typed_ids", "NotCaughtUp"],
  ]);
  expect(await applyRetention(jobsDatabase())).toBe(true);
  expect(await listTroubledJobs(jobsDatabase())).toEqual([]);
});

test("a failing retention rule is reported, does not stop the others, and continues once it can", async () => {
  const [old] = limits.filter(({ rule }) => rule === "mails");
  const mail = await old?.make(owner, old.deletedAge);
  await owner`alter table session rename column expires_at to elsewhere`;
  try {
    expect(await applyRetention(jobsDatabase())).toBe(false);
  } finally {
    await owner`alter table session rename column elsewhere to expires_at`;
  }
  expect(await mail?.isKept()).toBe(false);
  expect(await listTroubledJobs(jobsDatabase())).toMatchObject([
    { job: "retention.sessions", lastError: "42703", failures: 1 },
  ]);
  expect(await applyRetention(jobsDatabase())).toBe(true);
});

test("the retention job skips locked rows instead of waiting for them", async () => {
  const id = await lookup(owner, "2 days");
  await owner.begin(async (holder) => {
    await holder`select from lookup where id = ${id} for update`;
    const from = Date.now();
    await applyRetentionRule(jobsDatabase(), "typed_ids");
    expect(Date.now() - from).toBeLessThan(1_500);
  });
  await applyRetentionRule(jobsDatabase(), "typed_ids");
  expect(await typedIds()).toBeLessThan(100);
  const [row] = await owner`select id_sealed from lookup where id = ${id}`;
  expect(row?.id_sealed).toBeNull();
});

/** As after a start with a clock that is ahead: what people did and what the job did is long past. */
async function setClockForward(days: number) {
  await owner.begin(async (transaction) => {
    await transaction`alter table audit_event disable trigger audit_event_append_only`;
    await transaction`update audit_event set at = now() - ${days} * interval '1 day' where actor_id is not null`;
    await transaction`alter table audit_event enable trigger audit_event_append_only`;
  });
  await owner`update job_run set last_ok_at = now() - ${days} * interval '1 day'`;
}
const signIn = async (channel = "web") =>
  owner`select audit_append(p_action => 'session.started', p_actor => ${await person(owner)}::uuid,
    p_subject_kind => 'session', p_subject_id => 'x', p_channel => ${channel})`;

test("a clock that may be ahead deletes nothing until somebody was there, and what waited is told", async () => {
  await signIn();
  expect(await applyRetention(jobsDatabase())).toBe(true);
  const id = await lookup(owner, "2 days");
  const isKept = async () =>
    (await owner`select from lookup where id = ${id} and id_sealed is not null`).length === 1;
  await setClockForward(100);
  expect(await applyRetention(jobsDatabase())).toBe(false);
  expect(await isKept()).toBe(true);
  const trouble = await listTroubledJobs(jobsDatabase());
  expect(trouble.map(({ job, lastError }) => `${job} ${lastError}`)).toEqual(
    retentionRules.map((rule) => `retention.${rule} CLOCK`).sort(),
  );
  await expect(owner`select forget('typed_ids', 10)`).rejects.toMatchObject({ code: "CLOCK" });
  // A worker that finishes what somebody had started does not say that the person is there.
  await signIn("import");
  await expect(owner`select forget('typed_ids', 10)`).rejects.toMatchObject({ code: "CLOCK" });
  await signIn();
  expect(await applyRetention(jobsDatabase())).toBe(true);
  expect(await isKept()).toBe(false);
  expect(await listTroubledJobs(jobsDatabase())).toEqual([]);
});

test("an installation in which nobody is goes on forgetting, also an hour of rounds after a long rest", async () => {
  await setClockForward(100);
  await owner`update job_run set last_ok_at = now() - interval '23 hours'`;
  expect(await applyRetention(jobsDatabase())).toBe(true);
  await setClockForward(2);
  expect(await applyRetention(jobsDatabase())).toBe(false);
  await owner`update job_run set failures = 59 where job like 'retention.%'`;
  expect(await applyRetention(jobsDatabase())).toBe(false);
  expect(await applyRetention(jobsDatabase())).toBe(true);
  // Rounds that failed for another reason say nothing of the clock.
  await setClockForward(2);
  await owner`update job_run set failures = 90, last_error = '42703' where job like 'retention.%'`;
  for (const round of [1, 2]) expect(await applyRetention(jobsDatabase()), `round ${round}`).toBe(false);
});
