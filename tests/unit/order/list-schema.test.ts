import { expect, test } from "vitest";
import {
  type FilterName,
  filterNames,
  orderFilters,
  readFilters,
  readSort,
  setFilters,
  sortNames,
  standingWords,
} from "@/app/admin/ordenes/list-address";
import { readSize, sizeWord } from "@/lib/paging";

const read = (said: Partial<Record<FilterName, unknown>>) => readFilters((name) => said[name]);
const nothing = Object.fromEntries(filterNames.map((name) => [name, ""]));

test("a filter is normalised to one spelling, and an unknown one is empty", () => {
  const cases: [FilterName, unknown, string][] = [
    ["tipo", " as ", "AS"],
    ["tipo", "A".repeat(10), "A".repeat(10)],
    ["tipo", "A".repeat(11), ""],
    ["tipo", "A-1", ""],
    ["estado", "vigente", "vigente"],
    ["estado", "toString", ""],
    ["estado", "VIGENTE", ""],
    ["desde", "2026-11-28", "2026-11-28"],
    ["hasta", "2026-02-30", ""],
    ["vence-desde", "2026-11-28", "2026-11-28"],
    ["vence-hasta", "28/11/2026", ""],
    ["valor-desde", "$ 1.000.000", "1000000"],
    ["valor-hasta", "mil", ""],
    ["proveedor", "900.765.432", "900765432"],
    ["proveedor", "900765432-1", "900765432"],
    ["proveedor", "12345", ""],
    ["proveedor", "x", ""],
    ["sede", "x".repeat(81), "x".repeat(80)],
    ["origen", "archivo", "archivo"],
    ["origen", "aqui", "aqui"],
    ["origen", "otro", ""],
    ["impresa", "si", "si"],
    ["impresa", "no", "no"],
    ["impresa", "1", ""],
    ["sede", ["a", "b"], ""],
    ["sede", undefined, ""],
  ];
  for (const [name, said, expected] of cases)
    expect(read({ [name]: said }), `${name} ${said}`).toEqual({ ...nothing, [name]: expected });
});

test("filters are translated to the order conditions", () => {
  const none = orderFilters(read({}));
  expect(Object.values(none).every((value) => value === null)).toBe(true);
  expect(Object.keys(none)).toHaveLength(filterNames.length);
  for (const [word, standing] of Object.entries(standingWords))
    expect(orderFilters(read({ estado: word })).standing).toBe(standing);
  expect(
    orderFilters(
      read({
        tipo: "as",
        desde: "2026-01-01",
        hasta: "2026-01-02",
        "vence-desde": "2026-01-03",
        "vence-hasta": "2026-01-04",
        "valor-desde": "1",
        "valor-hasta": "2",
        proveedor: "900765432",
        sede: "Prado",
        origen: "aqui",
        impresa: "si",
      }),
    ),
  ).toEqual({
    kindCode: "AS",
    standing: null,
    issuedFrom: "2026-01-01",
    issuedTo: "2026-01-02",
    validFrom: "2026-01-03",
    validTo: "2026-01-04",
    valueFrom: 1,
    valueTo: 2,
    providerNit: "900765432",
    office: "Prado",
    origin: "here",
    printed: true,
  });
  expect(orderFilters(read({ origen: "archivo", impresa: "no" }))).toMatchObject({
    origin: "file",
    printed: false,
  });
});

test("unknown page sizes and sort orders fall back to the defaults", () => {
  for (const word of sortNames) expect(readSort(word)).toBe(word);
  for (const said of ["x", undefined, ["numero"]]) expect(readSort(said)).toBe("fecha");
  expect([readSize("25"), readSize("50"), readSize("100"), readSize("51"), readSize(undefined)]).toEqual([
    25, 50, 100, 25, 25,
  ]);
  expect([sizeWord(25), sizeWord(50), sizeWord(100)]).toEqual(["", "50", "100"]);
  expect(setFilters(read({ tipo: "as", sede: "" }))).toEqual({ tipo: "AS" });
});
