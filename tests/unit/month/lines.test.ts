import { expect, test } from "vitest";
import { hasFigures, type MonthRows, providerLines, reportLines, sumOfKinds } from "@/domain/month/lines";

const NOTHING = {
  ...{ issued: 0, issuedAmount: 0, used: 0, usedAmount: 0 },
  ...{ expired: 0, expiredAmount: 0, voided: 0, voidedAmount: 0 },
};
type Counted = Partial<typeof NOTHING>;
const kind = (kindCode: string, office: string, counted: Counted) => ({
  ...{ kindCode, kindName: `Tipo ${kindCode}`, office },
  ...{ ...NOTHING, ...counted },
});
const review = (kindCode: string, office: string, providerNit: string | null, orders: number) => ({
  ...{ kindCode, kindName: `Tipo ${kindCode}`, office, providerNit, orders, amount: orders * 10 },
});
const provider = (nit: string, counted: Counted & { name?: string | null; paidAmount?: number }) => ({
  ...{ nit, name: `Tienda ${nit}`, checkDigit: 7, paidAmount: 0, unpaidAmount: 0 },
  ...{ ...NOTHING, ...counted },
});
const month = (rows: Partial<MonthRows> = {}): MonthRows => ({
  kinds: [],
  providers: [],
  review: [],
  ...rows,
});
const measure = (count = 0, amount = 0) => ({ count, amount });
const none = {
  ...{ issued: measure(), used: measure(), expired: measure(), voided: measure(), held: measure() },
};

const now = month({
  kinds: [
    kind("AS", "Sur", { issued: 2, issuedAmount: 20, used: 1, usedAmount: 11 }),
    kind("AS", "Norte", { issued: 3, issuedAmount: 31, voided: 1, voidedAmount: 5 }),
    kind("BE", "Sur", { expired: 4, expiredAmount: 44 }),
  ],
  review: [review("BE", "Norte", "2", 6)],
});
const before = month({ kinds: [kind("AS", "Sur", { issued: 9, issuedAmount: 90 })] });

test("each kind and each office of a month is added up, beside the month before", () => {
  const { total, kinds, offices } = reportLines(now, before);
  expect(total.now).toEqual({
    issued: measure(5, 51),
    used: measure(1, 11),
    expired: measure(4, 44),
    voided: measure(1, 5),
    held: measure(6, 60),
  });
  expect(total.before).toEqual({ ...none, issued: measure(9, 90) });
  expect(kinds.map(({ key, name }) => [key, name])).toEqual([
    ["AS", "Tipo AS (AS)"],
    ["BE", "Tipo BE (BE)"],
  ]);
  expect(kinds[1]).toMatchObject({
    now: { ...none, expired: measure(4, 44), held: measure(6, 60) },
    before: none,
  });
  expect(offices.map(({ key, name, now }) => [key, name, now.issued.count, now.held.count])).toEqual([
    ["Norte", "Norte", 3, 6],
    ["Sur", "Sur", 2, 0],
  ]);
});

test("a month without orders adds up to nothing", () => {
  const empty = { key: "", name: "", now: none, before: none };
  expect(reportLines(month(), month())).toEqual({ total: empty, kinds: [], offices: [] });
  expect(sumOfKinds([])).toEqual(none);
});

test("the sum of all kinds leaves out what was in review", () => {
  expect(sumOfKinds(now.kinds)).toEqual({
    ...none,
    ...{ issued: measure(5, 51), used: measure(1, 11), expired: measure(4, 44), voided: measure(1, 5) },
  });
});

test("providers stand by what they used, then by what was issued to them, and last what any may take", () => {
  const total = reportLines(
    month({ kinds: [kind("AS", "Sur", { issued: 20, issuedAmount: 200, used: 9, usedAmount: 90 })] }),
    month({ kinds: [kind("AS", "Sur", { issued: 5, issuedAmount: 50 })] }),
  ).total;
  const lines = providerLines(
    month({
      providers: [
        provider("1", { used: 1, usedAmount: 10, issued: 1, issuedAmount: 5 }),
        provider("2", { used: 1, usedAmount: 10, issued: 1, issuedAmount: 6 }),
        { ...provider("3", { used: 2, usedAmount: 30, paidAmount: 12 }), unpaidAmount: 18 },
        provider("4", {}),
      ],
      review: [review("AS", "Sur", "1", 2), review("AS", "Sur", null, 3)],
    }),
    month({ providers: [provider("1", { issued: 4, issuedAmount: 40, paidAmount: 8 })] }),
    total,
  );
  expect(lines.map(({ nit }) => nit)).toEqual(["3", "2", "1", null]);
  expect(lines[0]).toMatchObject({ name: "Tienda 3", checkDigit: 7, paid: { now: 12, before: 0 } });
  expect(lines[0]?.unpaid).toEqual({ now: 18, before: 0 });
  expect(lines[2]).toMatchObject({ paid: { now: 0, before: 8 }, unpaid: { now: 0, before: 0 } });
  expect(lines[2]?.now.held).toEqual(measure(2, 20));
  expect(lines[3]).toEqual({
    ...{ key: "", name: "", nit: null, checkDigit: null },
    now: { ...none, issued: measure(18, 189), used: measure(5, 40), held: measure(-2, -20) },
    before: { ...none, issued: measure(1, 10) },
    ...{ paid: { now: 0, before: 0 }, unpaid: { now: 0, before: 0 } },
  });
});

test("a provider that is known from one month only, or from a review alone, has what is known of it", () => {
  const { total } = reportLines(month(), month());
  const earlier = { ...provider("5", { issued: 1, name: null }), unpaidAmount: 3 };
  const lines = providerLines(
    month({ review: [review("AS", "Sur", "6", 1)], providers: [provider("7", { issued: 1, name: null })] }),
    month({ providers: [earlier, provider("8", { issued: 1 }), provider("6", {})] }),
    total,
  );
  const known = lines.map(({ nit, name, checkDigit, unpaid }) => [nit, name, checkDigit, unpaid.before]);
  expect(known.filter(([nit]) => nit !== null)).toEqual(
    expect.arrayContaining([
      ["5", "", 7, 3],
      ["6", "Tienda 6", 7, 0],
      ["7", "", 7, 0],
      ["8", "Tienda 8", 7, 0],
    ]),
  );
  const alone = providerLines(month({ review: [review("AS", "Sur", "9", 1)] }), month(), total);
  expect(alone[0]).toMatchObject({ nit: "9", name: "", checkDigit: null });
});

test("a line has figures where either month counts anything", () => {
  expect(hasFigures({ now: none, before: none })).toBe(false);
  expect(hasFigures({ now: { ...none, held: measure(1) }, before: none })).toBe(true);
  expect(hasFigures({ now: none, before: { ...none, issued: measure(1) } })).toBe(true);
  expect(hasFigures({ now: { ...none, used: measure(2) }, before: { ...none, used: measure(2) } })).toBe(
    true,
  );
  expect(hasFigures({ now: { ...none, issued: measure(0, 5) }, before: none })).toBe(false);
});
