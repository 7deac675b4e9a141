import { expect, test } from "vitest";
import { accountFaults, ProposeInput, typedAccount } from "@/domain/bank-account/schema";
import { requestTexts } from "@/domain/request/schema";

const typed = { bank: "1007", accountKind: "savings", accountNumber: "0168 736-6007" };
const empty = { bank: "", accountKind: "", accountNumber: "" };

test("an account is read however its number is written, with its leading zero", () => {
  expect(accountFaults(typed, true)).toEqual({});
  for (const accountNumber of ["0168 736-6007", "０１６８７３６６００７", "0168.736.6007", "O168736600 7"])
    expect(typedAccount({ ...typed, accountNumber })).toEqual({
      bank: "1007",
      kind: "savings",
      number: "01687366007",
    });
  expect(typedAccount(empty)).toBeNull();
});

test("an account that is optional may be left out, but not half of it, and each fault has its sentence", () => {
  expect(accountFaults(empty, false)).toEqual({});
  expect(accountFaults(empty, true)).toEqual({
    bank: "bankMissing",
    accountKind: "accountKindMissing",
    accountNumber: "accountNumberMissing",
  });
  expect(accountFaults({ ...empty, bank: "1007" }, false)).toEqual({
    accountKind: "accountKindMissing",
    accountNumber: "accountNumberMissing",
  });
  for (const accountNumber of ["12345", "1".repeat(21), "000000", "12345a78", "ahorros"])
    expect(accountFaults({ ...typed, accountNumber }, false), accountNumber).toEqual({
      accountNumber: "accountNumberWrong",
    });
  for (const bank of ["0000", "__proto__", "toString"])
    expect(accountFaults({ ...typed, bank }, false)).toEqual({ bank: "bankMissing" });
});

test("a request's form reads the account only where the bank's certificate is asked for", () => {
  const texts = { agreementNumber: "", note: "", ...empty };
  expect(requestTexts(null).safeParse({ ...texts, bank: "x" }).success).toBe(true);
  expect(requestTexts("optional").safeParse(texts).success).toBe(true);
  expect(requestTexts("needed").safeParse(texts).success).toBe(false);
  expect(requestTexts("needed").safeParse({ ...texts, ...typed }).success).toBe(true);
});

test("a proposal needs a whole account and a reason", () => {
  const provider = "018f0000-0000-4000-8000-000000000001";
  const input = { provider, current: "", ...typed, reason: "Pidió el cambio." };
  expect(ProposeInput.parse(input)).toEqual({
    ...{ provider, current: null, reason: "Pidió el cambio." },
    account: { bank: "1007", kind: "savings", number: "01687366007" },
  });
  const faults = (fields: object) =>
    ProposeInput.safeParse({ ...input, ...fields }).error?.issues.map(({ message }) => message);
  expect(faults({ reason: "corto" })).toEqual(["reasonMissing"]);
  expect(faults(empty)).toEqual(["bankMissing", "accountKindMissing", "accountNumberMissing"]);
});

test("a number of six to twenty figures is one of an account", () => {
  for (const accountNumber of ["100000", "1".repeat(20), "000001"])
    expect(accountFaults({ ...typed, accountNumber }, true), accountNumber).toEqual({});
});

test("blanks alone are no account, and a part that cannot be read leaves none", () => {
  const blank = { bank: " ", accountKind: " ", accountNumber: " " };
  expect(accountFaults(blank, false)).toEqual({});
  expect(accountFaults(blank, true)).toMatchObject({ accountNumber: "accountNumberMissing" });
  for (const part of [
    { bank: "0000" },
    { accountKind: "ahorros" },
    { accountNumber: "x" },
    { accountNumber: "" },
  ])
    expect(typedAccount({ ...typed, ...part }), JSON.stringify(part)).toBeNull();
});

test("a proposal says which account its page showed, and each fault stands at its field", () => {
  const shown = "018f0000-0000-4000-8000-000000000002";
  const provider = "018f0000-0000-4000-8000-000000000001";
  const input = { provider, current: shown, ...typed, reason: "Pidió el cambio." };
  expect(ProposeInput.parse(input).current).toBe(shown);
  expect(ProposeInput.safeParse({ ...input, current: "x" }).success).toBe(false);
  const wrong = ProposeInput.safeParse({ ...input, bank: "0000", accountNumber: "12345" });
  expect(wrong.error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([
    ["bank", "bankMissing"],
    ["accountNumber", "accountNumberWrong"],
  ]);
});
