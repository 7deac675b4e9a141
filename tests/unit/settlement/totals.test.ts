import fc from "fast-check";
import { expect, test } from "vitest";
import { branchTotals, totalOf } from "@/domain/settlement/totals";
import { shownPage } from "@/lib/paging";

const sum = fc.record({
  branchId: fc.constantFrom(null, "a", "b", "c"),
  uses: fc.nat(1_000),
  amount: fc.nat(1_000_000),
});
const names: Readonly<Record<string, string>> = { a: "Ñame", b: "Centro", c: "Ánimas" };
const named = fc
  .array(sum)
  .map((sums) =>
    sums.map((of) => ({ ...of, branch: of.branchId === null ? null : (names[of.branchId] ?? null) })),
  );

test("branch totals add up to the total, each once, sorted by name, with those without a branch last", () => {
  fc.assert(
    fc.property(named, (sums) => {
      const branches = branchTotals(sums);
      expect(totalOf(branches)).toEqual(totalOf(sums));
      const order = branches.map(({ branch }) => branch);
      expect(order).toEqual(["Ánimas", "Centro", "Ñame", null].filter((name) => order.includes(name)));
    }),
  );
});

test("pagination: every row is on one page, and a page beyond the last shows the last", () => {
  fc.assert(
    fc.property(
      fc.nat(5_000),
      fc.constantFrom(25, 50, 100),
      fc.integer({ min: 1, max: 99_999 }),
      (rows, size, page) => {
        const shown = shownPage(rows, { size, page });
        expect(shown.page).toBe(Math.min(page, shown.pages));
        expect(shown.offset).toBe((shown.page - 1) * size);
        expect(shown.pages * size).toBeGreaterThanOrEqual(rows);
        expect(shown.pages === 1 || (shown.pages - 1) * size < rows).toBe(true);
      },
    ),
  );
});
