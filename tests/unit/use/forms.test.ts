import { expect, test } from "vitest";
import { DecideUndoInput, UndoInput, UndoObjectedInput, UseInput } from "@/domain/use/schema";
import { ID, x } from "@/tests/support/form-limits";

const use = { lookupId: ID, key: ID };

test("the amount of a use is in whole pesos above zero; none is all that is left", () => {
  const amount = (typed?: string) => UseInput.safeParse({ ...use, amount: typed }).data?.amount;
  expect(amount()).toBeNull();
  expect(amount("  ")).toBeNull();
  expect(amount(" $ 135.000 ")).toBe(135_000);
  expect(amount("1")).toBe(1);
  for (const typed of ["0", "-1", "x"]) {
    expect(amount(typed), typed).toBeUndefined();
    const { error } = UseInput.safeParse({ ...use, amount: typed });
    expect(error?.issues).toMatchObject([{ path: ["amount"], message: "amountShape" }]);
  }
});

test("what the page showed as left is whole pesos above zero, or unknown", () => {
  const left = (shown?: unknown) => UseInput.parse({ ...use, left: shown }).left;
  expect(left("135000")).toBe(135_000);
  for (const shown of [undefined, "0", "-1", "1.5", "x"]) expect(left(shown)).toBeNull();
});

test("an invoice is one line of composed letters, or none", () => {
  const invoice = (typed?: string) => UseInput.parse({ ...use, invoice: typed }).invoice;
  expect(invoice("  FV  1\tN\u0303 ")).toBe("FV 1 Ñ");
  for (const typed of [undefined, "", "  "]) expect(invoice(typed)).toBeNull();
});

test("the reasons around an undo are composed letters on lines of their own, counted without spaces at their ends", () => {
  const typed = "  Se equivoco\u0301\r\nla caja\rdos ";
  const read = "Se equivocó\nla caja\ndos";
  expect(UndoInput.parse({ useId: ID, key: ID, reason: typed }).reason).toBe(read);
  const decision = { requestId: ID, decision: "approve", reason: typed };
  expect(DecideUndoInput.parse(decision)).toEqual({ requestId: ID, seen: "{}", reason: read, approve: true });
  expect(DecideUndoInput.parse({ ...decision, decision: "refuse" }).approve).toBe(false);
  expect(UndoObjectedInput.parse({ useId: ID, reason: typed }).reason).toBe(read);
  const faults = (reason: unknown) =>
    DecideUndoInput.safeParse({ ...decision, reason }).error?.issues.map(({ message }) => message);
  for (const reason of [undefined, `   ${x(9)}   `]) expect(faults(reason)).toEqual(["reasonMissing"]);
  expect(DecideUndoInput.safeParse({ ...decision, decision: "later" }).error?.issues).toMatchObject([
    { message: "undoDecisionMissing" },
  ]);
});
