import { expect, test } from "vitest";
import { type KnownOrder, orderKey, planOrder, readBatch } from "@/domain/import/plan";
import { type OrderData, readOrderRow } from "@/domain/import/row";
import { orderCells } from "@/tests/support/factories/order";

const rules = {
  kinds: new Map([["AS", 20_000_000]]),
  agreements: new Map([["900123457", "2026-11-24"]]),
  today: "2026-11-24",
};
const read = readOrderRow(2, orderCells(1), rules);
if ("faults" in read) throw new Error("the factory's line is good");
const { data } = read;
const line = (changes: Partial<OrderData> = {}): OrderData => ({ ...data, ...changes });
const known = (changes: Partial<KnownOrder> = {}): KnownOrder => ({
  ...data,
  ...{ state: "issued", touched: false, byCore: false, coreSaid: null, newer: false, own: false },
  ...changes,
});
const kind = {
  validityDays: 30,
  validityUntil: null,
  toWorkingDay: false,
  largestValue: 135_000,
  approvalFrom: null,
};
const limits = { kind, today: "2026-11-24", secondPerson: false };

test("an order is named by its kind and its number in one spelling", () => {
  expect(orderKey({ kindCode: "AS", numberKey: "1" })).toBe("AS/1");
});

test("a new order comes in where its kind is open, has its value and its numbers", () => {
  const plan = (changes: Partial<OrderData>, options: object = {}) =>
    planOrder(line(changes), undefined, { applyChanges: false, ...options });
  expect(plan({})).toEqual({ kind: "new" });
  expect(plan({}, { closedKinds: new Set(["BE"]), limits })).toEqual({ kind: "new" });
  expect(plan({ value: 135_001 }, { closedKinds: new Set(["AS"]), limits })).toEqual({ kind: "closed" });
  expect(plan({ value: 135_001 }, { limits })).toEqual({ kind: "too_large", largest: 135_000 });
  const numberShape = { digitsOnly: true, shortest: 3, longest: 7 };
  expect(plan({}, { limits, numberShape })).toEqual({ kind: "new" });
  expect(plan({ number: "12" }, { numberShape: { ...numberShape, digitsOnly: false } })).toEqual({
    kind: "misshapen",
    code: "kind_length",
  });
  expect(plan({ number: "H12" }, { numberShape })).toEqual({ kind: "misshapen", code: "kind_digits" });
});

test("a new order's number is told from every other one, and a known order's is not asked", () => {
  const options = { applyChanges: true, ownSeries: { prefix: "H", length: 8 }, otherSpelling: "TQ01" };
  const plan = (number: string, one?: KnownOrder) => planOrder(line({ number }), one, options);
  expect(plan("AS1")).toEqual({ kind: "misshapen", code: "kind_code" });
  expect(plan("H1")).toEqual({ kind: "misshapen", code: "own_series" });
  expect(plan("TQ1")).toEqual({ kind: "spelled_twice", other: "TQ01" });
  for (const number of ["AS1", "H1", "TQ1"]) expect(plan(number, known()), number).toEqual({ kind: "same" });
});

test("neither a closed kind nor its numbers stop the changes of a known order", () => {
  const options = {
    applyChanges: true,
    closedKinds: new Set(["AS"]),
    numberShape: { digitsOnly: true } as never,
  };
  expect(planOrder(line({ concept: "Ropa", number: "H1" }), known(), options)).toEqual({
    kind: "different",
    apply: ["concept"],
    held: [],
    kept: null,
  });
});

test("each field that differs is applied or held, but the number as it is printed", () => {
  const other = line({
    affiliateId: "1",
    affiliateIdKind: "CE",
    affiliateName: "Luis",
    concept: "Ropa",
    office: "Norte",
    issuedOn: "2026-11-02",
    validUntil: "2026-12-14",
    value: 1,
    providerNit: "900123457",
    number: "01",
  });
  const step = planOrder(other, known(), { applyChanges: true });
  expect(step).toMatchObject({ kind: "different", held: [], kept: null });
  expect("apply" in step && step.apply.toSorted()).toEqual([
    "affiliateId",
    "affiliateIdKind",
    "affiliateName",
    "concept",
    "issuedOn",
    "office",
    "providerNit",
    "validUntil",
    "value",
  ]);
  expect(planOrder(line({ number: "01" }), known(), { applyChanges: true })).toEqual({ kind: "same" });
});

test("data of an order that was issued here stay, whatever is asked; the core may void it or use it up", () => {
  const step = (changes: Partial<OrderData>, applyChanges: boolean) =>
    planOrder(line(changes), known({ own: true, newer: true }), { applyChanges, limits });
  for (const applyChanges of [true, false]) {
    const held = { kind: "different", apply: [], held: ["concept"], kept: "issued_here" };
    expect(step({ concept: "Ropa" }, applyChanges)).toEqual(held);
    expect(step({ concept: "Ropa", state: "used" }, applyChanges)).toEqual({ ...held, apply: ["state"] });
    expect(step({ state: "annulled" }, applyChanges)).toEqual({
      ...held,
      apply: ["state"],
      held: [],
      kept: null,
    });
  }
});

test.each<[string, Partial<KnownOrder>, Partial<OrderData>, string]>([
  ["voided by a person", { state: "annulled" }, {}, "voided_here"],
  ["used at a counter", { state: "used" }, {}, "used"],
  ["used up by the core and still so", { state: "used", byCore: true }, { state: "used" }, "used"],
  ["used in part", { touched: true }, {}, "used"],
  ["in review", { state: "blocked" }, {}, "blocked"],
  ["in review and used in part", { state: "blocked", touched: true }, {}, "used"],
  ["replaced", { state: "replaced" }, {}, "replaced"],
])("nothing is changed of an order that is %s", (_, before, changes, kept) => {
  const step = planOrder(line({ concept: "Ropa", ...changes }), known(before), { applyChanges: true });
  expect(step).toMatchObject({ kind: "different", apply: [], kept });
});

test("one that the core used up or voided is changed together with its state, when that is asked for", () => {
  for (const state of ["used", "annulled"] as const) {
    const step = (applyChanges: boolean) =>
      planOrder(line({ concept: "Ropa" }), known({ state, byCore: true }), { applyChanges });
    const fields = step(true);
    expect("apply" in fields && fields.apply.toSorted()).toEqual(["concept", "state"]);
    expect(step(false)).toMatchObject({ apply: [], kept: null });
  }
});

test("the day of a use by the core is kept with the use that it tells of", () => {
  const day = "2026-11-20";
  const apply = (changes: Partial<OrderData>, before: Partial<KnownOrder>) => {
    const step = planOrder(line({ coreUsedOn: day, ...changes }), known(before), { applyChanges: false });
    return step.kind === "different" ? step.apply : step.kind;
  };
  expect(apply({ state: "used" }, {})).toEqual(["state", "coreUsedOn"]);
  expect(apply({ state: "used", coreUsedOn: null }, {})).toEqual(["state"]);
  expect(apply({ state: "used" }, { state: "used", byCore: true })).toEqual(["coreUsedOn"]);
  expect(apply({ state: "used" }, { state: "used", byCore: true, coreUsedOn: "2026-11-19" })).toEqual([
    "coreUsedOn",
  ]);
  expect(apply({ state: "used" }, { state: "used", byCore: true, coreUsedOn: day })).toBe("same");
  expect(apply({ state: "used", coreUsedOn: null }, { state: "used", byCore: true, coreUsedOn: day })).toBe(
    "same",
  );
  expect(apply({ state: "used" }, { state: "used" })).toBe("same");
  expect(apply({ state: "used" }, { state: "used", coreSaid: "used" })).toBe("same");
  expect(apply({ state: "used" }, { state: "blocked", coreSaid: "used" })).toEqual(["coreUsedOn"]);
  expect(apply({ state: "used" }, { state: "blocked" })).toEqual(["state", "coreUsedOn"]);
  expect(apply({ state: "issued" }, {})).toBe("same");
});

test("a kind's limits are asked of what changes: a longer last day, a larger value, a second person", () => {
  const kept = (changes: Partial<OrderData>, before: Partial<KnownOrder> = {}, more: object = {}) => {
    const options = { applyChanges: true, limits: { ...limits, kind: { ...kind, ...more } } };
    const step = planOrder(line(changes), known(before), options);
    return step.kind === "different" ? step.kept : step.kind;
  };
  expect(kept({ concept: "Ropa" })).toBeNull();
  expect(kept({ value: 135_000 }, { value: 1 })).toBeNull();
  expect(kept({ value: 135_001 }, { value: 1 })).toBe("largest_value");
  expect(kept({ validUntil: "2026-12-24" })).toBe("last_day");
  expect(kept({ validUntil: "2026-12-23" })).toBeNull();
  expect(kept({ validUntil: "2027-06-30", concept: "Ropa" }, { validUntil: "2027-06-30" })).toBeNull();
  expect(kept({ concept: "Ropa" }, {}, { approvalFrom: 135_000 })).toBe("second_person");
  expect(kept({ concept: "Ropa" }, {}, { approvalFrom: 135_001 })).toBeNull();
  expect(kept({ concept: "Ropa" }, { newer: true }, { approvalFrom: 135_000 })).toBe("since_preview");
});

test.each([
  [{ FECHA: "25/11/2023", VENCE: "15/12/2023" }, []],
  [{ FECHA: "24/11/2023", VENCE: "15/12/2023" }, ["issued_long_ago 2023-11-24"]],
  [{ NIT_PROVEEDOR: "900123457" }, []],
])("a line has a warning from the day after its limit on: %o", (cells, warnings) => {
  const rows = [{ line: 2, cells: orderCells(1, cells), found: 12, expected: 12 }];
  const { lines, faults, repeated } = readBatch(rows, rules, new Map(), (text) => text);
  expect(lines.flatMap((each) => each.warnings.map(({ code, fact }) => `${code} ${fact}`))).toEqual(warnings);
  expect([faults, repeated, lines[0]?.line]).toEqual([[], 0, 2]);
});

test("two lines about one order contradict each other in any field, and in the day of its use", () => {
  const batch = (cells: Parameters<typeof orderCells>[1]) => {
    const lines = [orderCells(1, { ESTADO: "UTILIZADA" }), orderCells(1, { ESTADO: "UTILIZADA", ...cells })];
    const rows = lines.map((each, at) => ({ line: at + 2, cells: each, found: 12, expected: 12 }));
    const { faults, repeated } = readBatch(rows, rules, new Map(), (text) => text);
    return repeated || faults.map(({ column, cell, code, fact }) => `${column} ${cell} ${code} ${fact}`);
  };
  const contradiction = ["NRODCTO 0000001 other_data 2"];
  expect(batch({})).toBe(1);
  expect(batch({ VALOR: "$ 135.000" })).toBe(1);
  for (const cells of [{ VALOR: "1" }, { SEDE: "Norte" }, { ESTADO: "VIGENTE" }, { FECHA_USO: "20/11/2026" }])
    expect(batch(cells)).toEqual(contradiction);
});

test("the core takes back its own state of an order that was issued here when changes are asked for, whatever its kind says", () => {
  const voided = known({ own: true, state: "annulled", byCore: true });
  const step = (applyChanges: boolean) =>
    planOrder(
      line({ value: 135_001 }),
      { ...voided, value: 135_001 },
      {
        ...{ applyChanges, limits },
      },
    );
  expect(step(true)).toEqual({ kind: "different", apply: ["state"], held: [], kept: null });
  expect(step(false)).toEqual({ kind: "different", apply: [], held: ["state"], kept: "issued_here" });
});

test("a use that the core takes back gives a value again, so the kind is asked for an order issued here too", () => {
  const used = known({ own: true, state: "used", byCore: true, value: 135_001 });
  const step = (secondPerson: boolean) =>
    planOrder(line({ value: 135_001 }), used, { applyChanges: true, limits: { ...limits, secondPerson } });
  expect(step(false)).toEqual({ kind: "different", apply: [], held: ["state"], kept: "second_person" });
  expect(step(true)).toEqual({ kind: "different", apply: ["state"], held: [], kept: null });
});

test("an order that was issued here is not revived from a rehearsal that is older than its last change", () => {
  const voided = known({ own: true, state: "annulled", byCore: true, newer: true });
  const step = (changes: Partial<OrderData>) =>
    planOrder(line(changes), voided, { applyChanges: true, limits });
  expect(step({})).toEqual({ kind: "different", apply: [], held: ["state"], kept: "since_preview" });
  expect(step({ state: "used" })).toEqual({ kind: "different", apply: ["state"], held: [], kept: null });
  expect(step({ state: "used", concept: "Ropa" })).toMatchObject({ apply: ["state"], kept: "issued_here" });
});

test("a state of the core that has no effect any more is applied, also to an order that changed since the rehearsal", () => {
  const voided = known({ state: "annulled", byCore: true, newer: true });
  const step = (changes: Partial<OrderData>) => planOrder(line(changes), voided, { applyChanges: true });
  expect(step({ state: "used" })).toMatchObject({ apply: ["state"], held: [], kept: null });
  expect(step({ state: "used", concept: "Ropa" })).toMatchObject({ apply: [], kept: "since_preview" });
  expect(step({ state: "issued" })).toMatchObject({ apply: [], held: ["state"], kept: "since_preview" });
});
