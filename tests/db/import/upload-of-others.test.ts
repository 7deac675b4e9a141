import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

const open = ["uploading", "preview_queued", "previewed", "import_queued", "running"];
const states = [...open, "finished", "failed", "cancelled"];
const [me, other] = [await makeOfficial("administrator"), await makeOfficial("administrator")];
const leased = {
  lines: 7,
  lines_done: 3,
  attempts: 2,
  leased_by: me.personId,
  leased_until: new Date("2099-01-01"),
};

const run = (sql: TransactionSql, state: string, changes: object = {}) =>
  firstValue<string>(
    sql`insert into import_run ${sql({
      ...{ subject: "agreements", file_name: "x.csv", sha256: "x", state, lines: 0, started_by: me.personId },
      ...changes,
    })} returning id`,
  );
const rowOf = async (sql: TransactionSql, id: string) =>
  (await sql`select * from import_run where id = ${id}`)[0];
const move = (sql: TransactionSql, id: string, lines: number[]) =>
  Promise.all(
    lines.map(
      (
        line,
      ) => sql`insert into import_move (run_id, line, number, nit_to, name_to, orders, amount, uses, numbers)
      values (${id}, ${line}, 'x', 'x', 'x', 0, 0, 0, '{}')`,
    ),
  );
const ticked = async (sql: TransactionSql, id: string) =>
  (await sql`select line from import_move where run_id = ${id} and accepted order by line`).map(
    ({ line }) => line,
  );

test("only who began an upload adds to it and closes it, while it is open", async () => {
  await inRolledBack(async (sql) => {
    const chunks = async (id: string) => (await sql`select from import_chunk where run_id = ${id}`).length;
    for (const state of states) {
      const [id, stranger] = [await run(sql, state), await run(sql, "uploading")];
      await sql`select put_import_chunk(${id}, ${other.personId}, 0, 'x')`;
      await sql`select put_import_chunk(${id}, ${me.personId}, 1, 'x')`;
      expect([state, await chunks(id), await chunks(stranger)]).toEqual([
        state,
        state === "uploading" ? 1 : 0,
        0,
      ]);
      const close = (person: string) =>
        sql.savepoint((inner) => inner`select close_import_upload(${id}, ${person}, 'y', 5, 'x')`);
      await expect(close(other.personId), state).rejects.toThrow(/no upload is open/);
      if (state !== "uploading" && state !== "cancelled")
        await expect(close(me.personId), state).rejects.toThrow(/no upload is open/);
      else await close(me.personId);
      expect((await rowOf(sql, id))?.state).toBe(state === "uploading" ? "preview_queued" : state);
      expect((await rowOf(sql, stranger))?.state).toBe("uploading");
    }
  });
});

test("a run is stopped in any phase once, with its own pieces and faults alone", async () => {
  await inRolledBack(async (sql) => {
    for (const state of states) {
      const [id, stranger] = [await run(sql, state, leased), await run(sql, state, leased)];
      for (const each of [id, stranger]) {
        await sql`insert into import_chunk (run_id, position, content) values (${each}, 0, 'x')`;
        await sql`insert into import_fault (run_id, line, position, column_name, code, said_sealed)
          values (${each}, 1, 0, 'x', 'x', 'x')`;
      }
      const outcome = await firstValue<string>(sql`select stop_import(${id}, ${me.personId}, 'x')`);
      expect([state, outcome]).toEqual([state, open.includes(state) ? "done" : "moved_on"]);
      const left = async (of: string) =>
        (
          await sql`select run_id from import_chunk where run_id = ${of} union all
          select run_id from import_fault where run_id = ${of}`
        ).length;
      expect([await left(id), await left(stranger)]).toEqual([open.includes(state) ? 0 : 2, 2]);
      expect((await rowOf(sql, stranger))?.state).toBe(state);
    }
  });
});

test("convenios are ticked page by page in their own file, while it waits, and from what was shown", async () => {
  await inRolledBack(async (sql) => {
    const [id, stranger] = [await run(sql, "previewed"), await run(sql, "previewed")];
    for (const each of [id, stranger]) await move(sql, each, [1, 2, 3, 4, 5]);
    const version = () => firstValue<string>(sql`select import_ticks_version(${id})`);
    const tick = (lines: string[], shown: string, of = id) =>
      firstValue<string>(sql`select tick_import_moves(${of}, ${me.personId}, 2, 4, ${lines}, ${shown})`);
    const empty = await version();
    expect(await tick(["1", "2", "4", "5"], empty)).toBe("done");
    expect([await ticked(sql, id), await ticked(sql, stranger)]).toEqual([[2, 4], []]);
    expect(await tick(["3"], empty)).toBe("changed");
    expect(await tick(["3"], await version())).toBe("done");
    expect(await ticked(sql, id)).toEqual([3]);
    for (const state of states.filter((each) => each !== "previewed")) {
      const moved = await run(sql, state);
      expect([state, await tick([], empty, moved)]).toEqual([state, "moved_on"]);
    }
  });
});

test("a confirmed file begins anew with the ticks of its own moves", async () => {
  await inRolledBack(async (sql) => {
    const [id, stranger] = [await run(sql, "previewed", leased), await run(sql, "previewed", leased)];
    for (const each of [id, stranger]) await move(sql, each, [1, 2, 3]);
    const accept = (of: string, lines: string[], first: number | null) =>
      firstValue<string>(sql`select accept_import(${of}, ${me.personId}, true, 'x', ${lines}, ${first}, ${first && 2},
        ${first && ""}::text)`);
    expect(await accept(id, ["1"], 1)).toBe("changed");
    expect(await accept(id, ["1", "3"], null)).toBe("done");
    expect([await ticked(sql, id), await ticked(sql, stranger)]).toEqual([[1, 3], []]);
    expect(await rowOf(sql, id)).toMatchObject({
      ...{
        state: "import_queued",
        lines_done: 0,
        lines_total: 7,
        attempts: 0,
        leased_by: null,
        leased_until: null,
      },
      ...{ apply_changes: true, confirmed_by: me.personId },
    });
    expect(await rowOf(sql, stranger)).toMatchObject({ state: "previewed", attempts: 2 });
    expect(await accept(id, [], null)).toBe("moved_on");
    const detail = await firstValue<object>(sql`select detail from audit_event where subject_id = ${id}`);
    expect(detail).toEqual({ moves: 2 });
  });
});
