import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { makeMember, makeProvider } from "@/tests/support/factories/account";
import { makeKind } from "@/tests/support/factories/own-order";
import { inRolledBack } from "@/tests/support/rolled-back";

let provider: string;
let person: string;
let kind: string;
beforeAll(async () => {
  provider = await makeProvider({ approved: true });
  person = (await makeMember(provider, "owner")).personId;
  kind = await makeKind();
});

/** Nobody else's look-ups are of a month so long ago. */
const days = ["1998-02-01", "1998-02-28"] as const;

test("answers are counted by kind on their day in Bogotá, the most frequent first", async () => {
  await inRolledBack(async (sql) => {
    const ask = (outcome: string, at: string) =>
      sql`insert into lookup (id, person_id, provider_id, channel, asked_at, kind_code, number_typed, outcome)
        values (${randomUUID()}, ${person}, ${provider}, 'typed', ${at}, ${kind}, '1', ${outcome})`;
    await ask("not_found", "1998-02-01T05:00:00Z");
    await ask("current", "1998-02-02T05:00:00Z");
    await ask("current", "1998-03-01T04:59:59Z");
    await ask("current", "1998-03-01T05:00:00Z");
    expect([...(await sql`select * from answers_by_outcome(${days[0]}, ${days[1]})`)]).toEqual([
      { outcome: "current", answers: 2 },
      { outcome: "not_found", answers: 1 },
    ]);
  });
});

test("days that are over are counted once, and the page says the same before and after", async () => {
  await inRolledBack(async (sql) => {
    const ask = (outcome: string, daysAgo: number, times: number) =>
      sql`insert into lookup (id, person_id, provider_id, channel, asked_at, kind_code, number_typed, outcome)
        select gen_random_uuid(), ${person}, ${provider}, 'typed',
          bogota_start(bogota_today() - ${daysAgo}::int) + n * interval '23 hours', ${kind}, '1', ${outcome}
        from generate_series(0, ${times - 1}::int) n`;
    const shown = async () => [
      ...(await sql`select * from answers_by_outcome(bogota_today() - 60, bogota_today())`),
    ];
    const counted = async () => [
      ...(await sql`select (bogota_today() - min(day))::int as oldest, (bogota_today() - max(day))::int as newest,
        sum(answers)::int as answers from answer_sum`),
    ];
    // What other files look up meanwhile is not seen.
    await sql`set transaction isolation level repeatable read`;
    await sql`delete from answer_sum`;
    for (const [daysAgo, times] of [
      [0, 1],
      [2, 2],
      [3, 1],
      [4, 2],
      [45, 1],
      [46, 2],
    ] as const)
      await ask(daysAgo % 2 ? "not_found" : "current", daysAgo, times);
    const before = await shown();
    const [inReach] = await sql`select count(*)::int as answers from lookup
      where asked_at >= bogota_start(bogota_today() - 45) and asked_at < bogota_start(bogota_today() - 2)`;
    let rounds = 0;
    for (
      let [row] = await sql`select count_answers() as more`;
      row?.more;
      [row] = await sql`select count_answers() as more`
    )
      rounds++;
    expect(rounds).toBe(43);
    expect(await counted()).toEqual([{ oldest: 45, newest: 3, answers: inReach?.answers }]);
    expect(await shown()).toEqual(before);
    // It reads the counted days no more, and forgets what no page shows.
    await ask("forged", 4, 1);
    expect(await shown()).toEqual(before);
    await sql`update answer_sum set day = day - 1`;
    expect((await sql`select count_answers() as more`)[0]?.more).toBe(true);
    expect((await counted())[0]).toMatchObject({ oldest: 45, newest: 3 });
  });
});
