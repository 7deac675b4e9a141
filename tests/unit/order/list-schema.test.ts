import { expect, test } from "vitest";
import {
  filterNames,
  filterParams,
  paramsOf,
  readFilters,
  readSort,
  sortNames,
  sortParams,
  standingParams,
  unreadFilters,
} from "@/app/admin/_orders/list-address";
import { readSize, sizeWord } from "@/lib/paging";
import { type OrderFilterName, setOrderFilters } from "@/model/order-list";

const read = (query: Record<string, unknown>) => readFilters((param) => query[param]);
const nothing = Object.fromEntries(filterNames.map((name) => [name, null]));
const nameOf = (param: string) => filterNames.find((name) => filterParams[name] === param) ?? "";

test("a filter that was typed and means nothing is named, one that is empty or understood is not", () => {
  const unread = (query: Record<string, unknown>) => unreadFilters((param) => query[param], read(query));
  expect(unread({ "valor-desde": "mil", proveedor: "12", hasta: "2026-02-30", sede: "Prado" })).toEqual([
    "issuedTo",
    "valueFrom",
    "providerNit",
  ]);
  expect(unread({ "valor-desde": " ", impresa: "no", estado: "vigente", tipo: ["AS"] })).toEqual([]);
});

test("of two days or values the smaller one is the first, whichever was typed there", () => {
  const [days, values] = [
    ["2026-11-01", "2026-11-29"],
    ["9.000", "$ 120.000"],
  ];
  for (const turn of [false, true]) {
    const [from, to, least, most] = turn
      ? [...days.toReversed(), ...values.toReversed()]
      : [...days, ...values];
    expect(
      read({
        ...{ desde: from, hasta: to, "vence-desde": from, "vence-hasta": to },
        ...{ "valor-desde": least, "valor-hasta": most },
      }),
    ).toMatchObject({
      ...{ issuedFrom: days[0], issuedTo: days[1], validFrom: days[0], validTo: days[1] },
      ...{ valueFrom: 9_000, valueTo: 120_000 },
    });
  }
  expect(read({ hasta: "2026-11-01" })).toMatchObject({ issuedFrom: null, issuedTo: "2026-11-01" });
});

test("a filter is normalised to one spelling, and an unknown one is empty", () => {
  const cases: [string, unknown, string | number | boolean | null][] = [
    ["tipo", " as ", "AS"],
    ["tipo", "A".repeat(10), "A".repeat(10)],
    ["tipo", "A".repeat(11), null],
    ["tipo", "A-1", null],
    ["estado", "vigente", "current"],
    ["estado", "toString", null],
    ["estado", "VIGENTE", null],
    ["desde", "2026-11-28", "2026-11-28"],
    ["hasta", "2026-02-30", null],
    ["vence-desde", "2026-11-28", "2026-11-28"],
    ["vence-hasta", "28/11/2026", null],
    ["valor-desde", "$ 1.000.000", 1_000_000],
    ["valor-hasta", "mil", null],
    ["proveedor", "900.765.432", "900765432"],
    ["proveedor", "900765432-1", "900765432"],
    ["proveedor", "12345", null],
    ["proveedor", "x", null],
    ["sede", "x".repeat(81), "x".repeat(80)],
    ["origen", "archivo", "file"],
    ["origen", "aqui", "here"],
    ["origen", "otro", null],
    ["impresa", "si", true],
    ["impresa", "no", false],
    ["impresa", "1", null],
    ["sede", ["a", "b"], null],
    ["sede", undefined, null],
  ];
  for (const [param, typed, expected] of cases)
    expect(read({ [param]: typed }), `${param} ${typed}`).toEqual({ ...nothing, [nameOf(param)]: expected });
});

test("filters are translated to the order conditions", () => {
  const none = read({});
  expect(Object.values(none).every((value) => value === null)).toBe(true);
  expect(Object.keys(none)).toHaveLength(filterNames.length);
  for (const [standing, word] of Object.entries(standingParams))
    expect(read({ estado: word }).standing).toBe(standing);
  expect(
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
  expect(read({ origen: "archivo", impresa: "no" })).toMatchObject({
    origin: "file",
    printed: false,
  });
});

test("unknown page sizes and sort orders fall back to the defaults", () => {
  for (const name of sortNames) expect(readSort(sortParams[name])).toBe(name);
  for (const param of ["x", undefined, ["numero"], "toString"]) expect(readSort(param)).toBe("newest");
  expect([readSize("25"), readSize("50"), readSize("100"), readSize("51"), readSize(undefined)]).toEqual([
    25, 50, 100, 25, 25,
  ]);
  expect([sizeWord(25), sizeWord(50), sizeWord(100)]).toEqual(["", "50", "100"]);
  expect(setOrderFilters(read({ tipo: "as", sede: "" }))).toEqual({ kindCode: "AS" });
});

test("filters that are set come back as the address that was read", () => {
  const query: Record<string, string> = {
    ...{ tipo: "AS", desde: "2026-01-01", "valor-desde": "0", proveedor: "900765432", sede: "Prado" },
    ...{ origen: "aqui", impresa: "no" },
  };
  for (const word of Object.values(standingParams))
    expect(paramsOf(read({ ...query, estado: word }))).toEqual({ ...query, estado: word });
  const named: OrderFilterName[] = [...filterNames];
  expect(new Set(named.map((name) => filterParams[name])).size).toBe(named.length);
});
