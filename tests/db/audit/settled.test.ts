import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { separateDatabase } from "@/tests/support/separate-database";

const EVENTS = 60_000;
const AHEAD = 40;

let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  owner = connect(await separateDatabase("asentada"), null, 1);
  await owner`
    insert into audit_event (action, subject_kind, subject_id, channel, at, detail)
    select 'settled', 'order', 'x', 'web', now() - interval '30 days' + n * interval '40 seconds', '{}'
    from generate_series(1, ${EVENTS}::int) n`;
  await happen("ahead", AHEAD, "-1 day");
  await happen("corrected", 1, "11 minutes");
  await happen("fresh", 3, "1 minute");
});
afterAll(() => owner.end());

const happen = (action: string, count: number, ago: string) => owner`
  insert into audit_event (action, subject_kind, subject_id, channel, at, detail)
  select ${action}, 'order', 'x', 'web', now() - ${ago}::interval, '{}' from generate_series(1, ${count}::int)`;

/** What one call answers, and how many rows and entries of indexes of the log it read. */
const settled = () =>
  owner.begin(async (transaction) => {
    const read = async () => {
      const [row] = await transaction<{ n: number }[]>`
        select sum(pg_stat_get_xact_tuples_returned(id))::int as n from (
          select 'audit_event'::regclass::oid as id
          union all select indexrelid from pg_index where indrelid = 'audit_event'::regclass) log`;
      return row?.n ?? 0;
    };
    const before = await read();
    const [row] = await transaction<{ up_to: number }[]>`select audit_settled_up_to()::int as up_to`;
    return { upTo: row?.up_to, read: (await read()) - before };
  });

const lastOf = async (action: string) => {
  const [row] = await owner<{ seq: number }[]>`
    select max(seq)::int as seq from audit_event where action = ${action}`;
  return row?.seq;
};

test.each([
  "before its first statistics",
  "with statistics",
  "with more recent events than the statistics know",
])(
  "what a head may cover is found without reading the log, while a clock is ahead and behind it: %s",
  async (when) => {
    if (when === "with statistics") await owner`analyze audit_event`;
    if (when.includes("more recent")) {
      await happen("burst", 3_000, "2 minutes");
      await owner`analyze audit_event`;
      await happen("burst", 3_000, "1 minute");
    }
    const { upTo, read } = await settled();
    expect(upTo).toBe(await lastOf("corrected"));
    expect(read).toBeLessThan(EVENTS / 3);
  },
);

test("where no event is settled yet, one of a moment when the clock was ahead is covered by no head", async () => {
  const none = new Error("nothing of this stays");
  let upTo: number | undefined;
  let first: number | undefined;
  await owner
    .begin(async (transaction) => {
      await transaction`alter table audit_event disable trigger audit_event_append_only`;
      await transaction`delete from audit_event where action <> 'ahead'`;
      const [row] = await transaction<{ up_to: number; first: number }[]>`
        select audit_settled_up_to()::int as up_to, min(seq)::int as first from audit_event`;
      [upTo, first] = [row?.up_to, row?.first];
      throw none;
    })
    .catch((error: unknown) => expect(error).toBe(none));
  expect(upTo).toBe((first ?? 0) - 1);
});
