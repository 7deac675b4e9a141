import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFilters } from "@/app/admin/_orders/list-address";
import { accountFaults, typedAccount } from "@/domain/bank-account/schema";
import {
  idReadings,
  isIdNumberOf,
  normaliseIdNumber,
  readIdNumber,
  tailReadings,
} from "@/model/identity/identity-document";
import {
  carriesItsCheckDigit,
  nitCheckDigit,
  parseCompanyNit,
  parseNit,
  searchedNit,
} from "@/model/identity/nit";
import { parsePhone } from "@/model/identity/phone";
import { numberOf, withoutDecimals } from "@/model/identity/typed";
import { orderNumberReadings } from "@/model/order-number";

const nitFilter = (typed: string) => readFilters((param) => (param === "proveedor" ? typed : "")).providerNit;
const account = (accountNumber: string) => ({ bank: "1007", accountKind: "savings", accountNumber });
const grouped = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+$)/g, sign);

describe("a number that a spreadsheet made a quantity of is read without its decimals", () => {
  const digits = fc.stringMatching(/^[1-9]\d{5,9}$/);
  const decimals = fc.constantFrom("0", "00");
  /** One way of a spreadsheet to write a quantity: with groups of one sign and decimals behind another, or without. */
  const quantity = fc
    .tuple(
      digits,
      decimals,
      fc.constantFrom([".", ","], [",", "."], ["", ","], ["", "."], ["'", "."], [" ", ","]),
    )
    .map(([number, zeros, [group = "", mark = ""]]) => ({
      number,
      typed: `${grouped(number, group)}${mark}${zeros}`,
    }));

  test("as an ID, wherever it is typed", () => {
    fc.assert(
      fc.property(quantity, fc.constantFrom("", "C.C. ", "Cédula No. "), ({ number, typed }, label) => {
        expect(readIdNumber("CC", label + typed)).toBe(number);
        expect(idReadings(label + typed)).toContain(number);
        for (const reading of idReadings(label + typed)) expect(reading).not.toContain(`${number}0`);
      }),
    );
    expect(normaliseIdNumber("72.123.456,00")).toBe("72123456");
    expect(normaliseIdNumber("AB123456.0")).toBe("AB123456");
  });

  test("as a NIT, before its hyphen too, and as a NIT that is searched", () => {
    fc.assert(
      fc.property(quantity, ({ number, typed }) => {
        const checkDigit = nitCheckDigit(number);
        // Ten in a row that begin as a company's number and end with both check digits are nine and theirs.
        fc.pre(
          !/^[89]/.test(number) || !carriesItsCheckDigit(number) || !number.endsWith(String(checkDigit)),
        );
        expect(parseNit(`${typed}-${checkDigit}`)).toEqual({ ok: true, nit: number, checkDigit });
        expect(parseNit(typed, String(checkDigit))).toEqual({ ok: true, nit: number, checkDigit });
        expect(searchedNit(typed)).toBe(number);
        expect(nitFilter(typed)).toBe(number);
      }),
    );
    expect(parseNit("900765432.0")).toMatchObject({ ok: true, nit: "900765432" });
    expect(parseCompanyNit("900765432,00")).toMatchObject({ ok: true, nit: "900765432" });
    expect(parseNit("890102044", "1.0")).toMatchObject({ ok: true, nit: "890102044" });
  });

  test("as a bank account and as a telephone", () => {
    expect(typedAccount(account("12.345.678.901,00"))?.number).toBe("12345678901");
    expect(typedAccount(account("01687366007.0"))?.number).toBe("01687366007");
    expect(parsePhone("3001234567,00")).toBe("+573001234567");
    expect(parsePhone("+57 3001234567.0")).toBe("+573001234567");
    expect(parsePhone("300123456.0")).toBeNull();
    for (const typed of ["313.456.78.00", "313 456.78.00", "+57 313.456.78.00"])
      expect(parsePhone(typed), typed).toBe("+573134567800");
    expect(parsePhone("605.385.10.00")).toBe("+576053851000");
  });
});

test("the zero behind a point that is the check digit of a NIT is read as one", () => {
  for (const typed of ["830.095.213.0", "NIT 830.095.213.0"]) {
    expect(parseCompanyNit(typed), typed).toEqual({ ok: true, nit: "830095213", checkDigit: 0 });
    expect(parseNit(typed, "0"), typed).toEqual({ ok: true, nit: "830095213", checkDigit: 0 });
    expect(idReadings(typed), typed).toEqual(["8300952130", "830095213"]);
  }
  expect(parseCompanyNit("830.095.214.0").ok).toBe(false);
});

test("where nobody can tell decimals from digits the number is refused", () => {
  for (const typed of ["72.123.456.00", "72,123,456,0", "72.12.34,00", "1.2345.678,0", "1'042.555.00"]) {
    expect(withoutDecimals(typed), typed).toBeNull();
    for (const kind of ["CC", "PA", "NIT"] as const)
      expect(isIdNumberOf(kind, readIdNumber(kind, typed)), typed).toBe(false);
    expect(
      idReadings(typed).some((reading) => /^[A-Z\d]+$/.test(reading)),
      typed,
    ).toBe(false);
    expect(parseNit(typed), typed).toEqual({ ok: false, reason: "not_a_nit" });
    expect(numberOf(typed), typed).toBe("");
    expect(accountFaults(account(typed), true), typed).toEqual({ accountNumber: "accountNumberWrong" });
    expect(parsePhone(typed), typed).toBeNull();
  }
});

test("groups, check digits, the beginnings of a search and codes stay as they were", () => {
  for (const [typed, number] of [
    ["9.000.050", "9000050"],
    ["1.234.500", "1234500"],
    ["1'042´555,300", "1042555300"],
    ["72123456,50", "7212345650"],
    ["900", "900"],
  ] as const) {
    expect(withoutDecimals(typed)).toBe(typed);
    expect(normaliseIdNumber(typed)).toBe(number);
  }
  expect(parseNit("830095213-0")).toEqual({ ok: true, nit: "830095213", checkDigit: 0 });
  expect(parseNit("830.095.213-0")).toEqual({ ok: true, nit: "830095213", checkDigit: 0 });
  expect([searchedNit("900.0"), searchedNit("900.765.0"), searchedNit("890.10")]).toEqual([
    ...["9000", "9007650", "89010"],
  ]);
  expect(tailReadings("53.00")).toContain("5300");
  expect(orderNumberReadings("4521.00", "AS")).toContain("452100");
});

test("a number without decimals is left as it is typed, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (typed) => {
      fc.pre(!/[.,]0{1,2}$/.test(typed));
      expect(withoutDecimals(typed)).toBe(typed);
    }),
  );
});
