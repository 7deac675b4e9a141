import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { firstValue } from "@/tests/support/rolled-back";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  owner = connect(await separateDatabase("turnos"), null, 2);
});
beforeEach(async () => {
  await owner`update import_run set state = 'cancelled', leased_by = null, leased_until = null`;
});
afterAll(() => owner.end());

const states = [
  "preview_queued",
  "import_queued",
  "running",
  "uploading",
  "previewed",
  "finished",
  "cancelled",
];
const [past, future] = [new Date("2026-01-01"), new Date("2099-01-01")];
const [me, other] = [randomUUID(), randomUUID()];

/** A run in this state, of a file of orders unless it says otherwise. */
const run = (state: string, changes: object = {}) =>
  firstValue<string>(
    owner`insert into import_run ${owner({
      ...{ subject: "orders", file_name: "x.csv", sha256: "x", state, lines: 0 },
      ...changes,
    })} returning id`,
  );
const rowOf = async (id: string) => (await owner`select * from import_run where id = ${id}`)[0];
const stateOf = async (id: string) => (await rowOf(id))?.state;
const claim = async (subjects = ["orders"], attempts = 3) =>
  (await owner`select * from claim_import(${me}, 20, ${attempts}, ${subjects})`)[0] ?? null;

test("a run fails by itself alone, and only while somebody works on it or will", async () => {
  for (const state of states) {
    const [id, stranger] = [await run(state), await run(state)];
    await owner`select end_import_as_failed(${id}, 'gave_up', 'why')`;
    const fails = states.indexOf(state) < 3;
    expect([state, await stateOf(id)]).toEqual([state, fails ? "failed" : state]);
    expect(await stateOf(stranger)).toBe(state);
    const events = owner`select from audit_event where subject_id = ${id} and action = 'orders.import_failed'`;
    expect(await events).toHaveLength(fails ? 1 : 0);
  }
  const held = await run("running", { leased_by: me });
  const [theirs, mine] = [
    await run("running", { leased_by: other }),
    await run("running", { leased_by: me }),
  ];
  for (const id of [theirs, mine]) await owner`select fail_import(${id}, ${me}, 'x', 'x')`;
  expect(await Promise.all([held, theirs, mine].map(stateOf))).toEqual(["running", "running", "failed"]);
});

test("a run of the command line whose lease is over has failed, and one of before leases after a day", async () => {
  const day = 24 * 60 * 60 * 1000;
  const lapsed = [
    await run("running", { leased_until: past }),
    await run("running", { started_at: new Date(Date.now() - day - 60_000) }),
  ];
  const going = [
    await run("running", { leased_until: future, started_at: past }),
    await run("running", { started_at: new Date(Date.now() - day + 60_000) }),
    await run("import_queued", { leased_until: past }),
  ];
  await owner`select import_waits()`;
  expect(await Promise.all(lapsed.map(stateOf))).toEqual(["failed", "failed"]);
  expect(await Promise.all(going.map(stateOf))).toEqual(["running", "running", "import_queued"]);
});

test("a worker gets the oldest file of its subjects, while nobody works on any", async () => {
  const started = (day: number) => ({ started_at: new Date(2026, 0, day) });
  for (const state of ["running", "previewed", "uploading"])
    await run(state, { ...started(1), leased_until: future });
  const convenios = await run("preview_queued", { ...started(1), subject: "agreements" });
  const [second, first] = [
    await run("preview_queued", started(3)),
    await run("import_queued", {
      ...started(2),
      leased_until: past,
      leased_by: other,
      attempts: 1,
      lines_done: 7,
    }),
  ];
  const worn = await run("preview_queued", { ...started(1), attempts: 3 });
  const finished = await run("finished", { attempts: 9 });
  expect(await claim()).toMatchObject({ id: first, state: "import_queued", second_person: false });
  expect(await rowOf(first)).toMatchObject({ attempts: 2, lines_done: 0, leased_by: me });
  expect([await stateOf(worn), await stateOf(finished)]).toEqual(["failed", "finished"]);
  expect(await claim()).toBeNull();
  await owner`update import_run set leased_until = now() where id = ${first}`;
  await owner`update import_run set state = 'cancelled' where id = ${first}`;
  expect(await claim()).toMatchObject({ id: second, state: "preview_queued" });
  await owner`update import_run set state = 'previewed' where id = ${second}`;
  expect(await claim()).toBeNull();
  expect(await claim(["orders", "agreements"])).toMatchObject({ id: convenios, subject: "agreements" });
});

test("whoever confirmed a file counts as a second person when it was not theirs", async () => {
  for (const confirmed_by of [me, other]) {
    const id = await run("import_queued", { started_by: me, confirmed_by });
    expect(await claim()).toMatchObject({ id, second_person: confirmed_by === other });
    await owner`update import_run set state = 'cancelled', leased_until = null where id = ${id}`;
  }
});

test("a file waits for a worker when none has it", async () => {
  const waits = () => firstValue<boolean>(owner`select import_waits()`);
  for (const state of ["previewed", "finished", "running"]) await run(state, { leased_until: future });
  expect(await waits()).toBe(false);
  const id = await run("preview_queued", { leased_until: future });
  expect(await waits()).toBe(false);
  await owner`update import_run set leased_until = ${past} where id = ${id}`;
  expect(await waits()).toBe(true);
  await owner`update import_run set leased_until = null, state = 'import_queued' where id = ${id}`;
  expect(await waits()).toBe(true);
});

test("a worker gives back its own files, which is no attempt unless the file killed it", async () => {
  const mine = { leased_by: me, leased_until: future, attempts: 2 };
  const kept = [
    await run("running", mine),
    await run("previewed", mine),
    await run("preview_queued", { ...mine, leased_by: other }),
  ];
  const [queued, fresh] = [
    await run("import_queued", mine),
    await run("preview_queued", { ...mine, attempts: 0 }),
  ];
  await owner`select release_import(${me})`;
  for (const id of kept) expect(await rowOf(id)).toMatchObject({ attempts: 2, leased_until: future });
  expect(await rowOf(queued)).toMatchObject({ attempts: 1, leased_by: null, leased_until: null });
  expect(await rowOf(fresh)).toMatchObject({ attempts: 0, leased_by: null });
  const died = await run("preview_queued", mine);
  await owner`select release_import(${me}, true)`;
  expect(await rowOf(died)).toMatchObject({ attempts: 2, leased_by: null });
});

test("a lease is renewed by who has it, while the run goes on, and the lines never grow fewer", async () => {
  const mine = { leased_by: me, leased_until: past, lines_total: 10 };
  const stranger = await run("running", mine);
  const renew = (id: string, worker = me, lines = 4) =>
    firstValue<string>(owner`select renew_import_lease(${id}, ${worker}, ${lines}, 20)`);
  for (const state of states) {
    const id = await run(state, mine);
    expect([state, await renew(id, other)]).toEqual([state, "lost"]);
    const goes = states.indexOf(state) < 3;
    expect([state, await renew(id)]).toEqual([state, goes ? "done" : "lost"]);
    if (!goes) continue;
    expect(await rowOf(id)).toMatchObject({ lines_done: 4, lines_total: 10 });
    await renew(id, me, 11);
    expect(await rowOf(id)).toMatchObject({ lines_done: 11, lines_total: 11 });
  }
  expect(await rowOf(stranger)).toMatchObject({ leased_until: past, lines_done: 0 });
});

test("a pass begins without the findings of the one before, of its own run and by its worker alone", async () => {
  const found = async (state: string) => {
    const id = await run(state, { leased_by: me });
    await owner`insert into import_fault (run_id, line, position, column_name, code, said_sealed)
      values (${id}, 1, 0, 'x', 'x', 'x')`;
    await owner`insert into import_change (run_id, line, kind_code, number, applied, held)
      values (${id}, 1, 'AS', '1', '{value}', '{}'), (${id}, 2, 'AS', '2', '{}', '{value}')`;
    await owner`insert into import_move (run_id, line, number, nit_to, name_to, orders, amount, uses, numbers)
      values (${id}, 1, 'x', 'x', 'x', 0, 0, 0, '{}')`;
    return id;
  };
  const left = async (id: string) => {
    const [row] = await owner`select (select count(*)::int from import_fault where run_id = ${id}) as faults,
      (select count(*)::int from import_change where run_id = ${id}) as changes,
      (select count(*)::int from import_move where run_id = ${id}) as moves,
      (select previewed_at is not null from import_run where id = ${id}) as previewed`;
    return row;
  };
  const begin = (id: string, worker = me) => owner`select begin_import_walk(${id}, ${worker})`;
  const whole = { faults: 1, changes: 2, moves: 1, previewed: false };
  const [preview, load, stranger] = [
    await found("preview_queued"),
    await found("import_queued"),
    await found("preview_queued"),
  ];
  for (const id of [preview, load]) await begin(id, other);
  for (const id of [preview, load]) expect(await left(id)).toEqual(whole);
  for (const id of [preview, load]) await begin(id);
  expect(await left(preview)).toEqual({ faults: 0, changes: 0, moves: 0, previewed: true });
  expect(await left(load)).toEqual({ faults: 0, changes: 1, moves: 1, previewed: false });
  expect(await left(stranger)).toEqual(whole);
});

test("findings and notes are those of the worker that has the run, and a move stays out that was not ticked twice", async () => {
  const [id, stranger] = [
    await run("import_queued", { leased_by: me }),
    await run("import_queued", { leased_by: me }),
  ];
  const add = (worker: string, applied: boolean[]) => owner`select add_import_findings(${id}, ${worker},
    '[{"line": 1, "position": 0, "column_name": "x", "code": "x", "said_sealed": "", "warning": false}]', '[]',
    ${owner.json(
      applied.map((each, at) => ({
        ...{ line: at, number: "x", nit_to: "x", name_to: "x", orders: 0, amount: 0, uses: 0, numbers: [] },
        applied: each,
      })),
    )})`;
  const moves = async () =>
    (await owner`select accepted from import_move where run_id = ${id} order by line`).map(
      ({ accepted }) => accepted,
    );
  await add(other, [true]);
  expect([await moves(), (await owner`select from import_fault where run_id = ${id}`).length]).toEqual([
    [],
    0,
  ]);
  await add(me, [true, true, false]);
  await add(me, [true, false, true]);
  expect([await moves(), (await owner`select from import_fault where run_id = ${id}`).length]).toEqual([
    [true, false, false],
    1,
  ]);
  const note = (worker: string, sample: string | null) =>
    owner`select note_import(${id}, ${worker}, '{"rows": 1}', ${sample})`;
  const chunks = async () => (await owner`select from import_chunk where run_id = ${id}`).length;
  await note(other, "sample");
  expect([(await rowOf(id))?.notes, await chunks()]).toEqual([null, 0]);
  await note(me, null);
  expect([(await rowOf(id))?.notes, await chunks()]).toEqual([{ rows: 1 }, 0]);
  await note(me, "sample");
  expect(await chunks()).toBe(1);
  expect((await rowOf(stranger))?.notes).toBeNull();
});

test("a preview is finished by who has it, once, and begins its import without attempts", async () => {
  const mine = { leased_by: me, attempts: 2 };
  const [id, load, stranger] = [
    await run("preview_queued", mine),
    await run("import_queued", mine),
    await run("preview_queued", mine),
  ];
  const finish = (of: string, worker = me) =>
    firstValue<string>(owner`select finish_import_preview(${of}, ${worker}, 9, 1, 2, 3, 4, 5)`);
  expect([await finish(id, other), await finish(load), await finish(id), await finish(id)]).toEqual([
    ...["lost", "lost", "done", "lost"],
  ]);
  expect(await rowOf(id)).toMatchObject({ state: "previewed", attempts: 0, leased_by: null, lines: 9 });
  expect(await rowOf(stranger)).toMatchObject({ state: "preview_queued", attempts: 2 });
});
