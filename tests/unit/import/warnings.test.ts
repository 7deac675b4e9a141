import { expect, test } from "vitest";
import { readBatch } from "@/domain/import/plan";
import { orderCells } from "@/tests/support/factories/order";

const rules = { kinds: new Map([["AS", 20_000_000]]), agreements: new Map(), today: "2026-11-24" };

test.each([
  [{ FECHA: "24/11/2023" }, [{ code: "issued_long_ago", fact: "2023-11-24" }]],
  [{ FECHA: "26/11/2023" }, []],
  [{ VENCE: "15/12/2062" }, [{ code: "valid_for_years", fact: "36" }]],
  [{ VENCE: "31/10/2029" }, [{ code: "valid_for_years", fact: "3" }]],
  [{ VENCE: "30/10/2029" }, []],
])("dates years apart are imported with a warning: %o", (cells, warnings) => {
  const more = "FECHA" in cells ? { VENCE: "15/12/2023" } : {};
  const { lines } = readBatch(
    [{ line: 2, cells: orderCells(1, { ...more, ...cells }), found: 12, expected: 12 }],
    rules,
    new Map(),
    (text) => text,
  );
  expect(lines.map(({ warnings }) => warnings)).toEqual([warnings]);
});
