import { z } from "zod";
import { type AccountKind, accountKinds, banks } from "@/model/bank";
import { numberOf } from "@/model/identity/typed";

/** An account as it was typed, whole. */
export type TypedAccount = { bank: string; kind: AccountKind; number: string };

/** The fields of an account in a form. */
export const accountFields = ["bank", "accountKind", "accountNumber"] as const;
type Typed = Record<(typeof accountFields)[number], string>;

const text = z.string().max(80, "accountNumberWrong").default("");
/** Their shape before they are looked at together. */
export const accountTexts = { bank: text, accountKind: text, accountNumber: text };

const isBank = (code: string) => Object.keys(banks).includes(code);
const kindOf = (typed: string) => accountKinds.find((known) => known === typed);

/** Whether nothing of an account was typed. */
const isNoAccount = (typed: Typed): boolean => accountFields.every((field) => typed[field].trim() === "");

/** The fields that are wrong, with the keys of their sentences. An account is whole, or nothing of it is there. */
export function accountFaults(typed: Typed, needed: boolean): Partial<Typed> {
  if (!needed && isNoAccount(typed)) return {};
  const digits = numberOf(typed.accountNumber);
  const faults: Partial<Typed> = {};
  if (!isBank(typed.bank)) faults.bank = "bankMissing";
  if (!kindOf(typed.accountKind)) faults.accountKind = "accountKindMissing";
  if (typed.accountNumber.trim() === "") faults.accountNumber = "accountNumberMissing";
  else if (digits.length < 6 || digits.length > 20 || /^0+$/.test(digits))
    faults.accountNumber = "accountNumberWrong";
  return faults;
}

/** The account of a form without faults; null when none was typed. */
export function typedAccount(typed: Typed): TypedAccount | null {
  const kind = kindOf(typed.accountKind);
  const number = numberOf(typed.accountNumber);
  return kind && isBank(typed.bank) && number ? { bank: typed.bank, kind, number } : null;
}

const Reason = z.string("reasonMissing").trim().min(10, "reasonMissing").max(600, "reasonLong");
/** The account that the page showed as current; empty when there was none. */
const Current = z.union([z.uuid(), z.literal("")]).transform((id) => id || null);

export const ProposeInput = z
  .object({ provider: z.uuid(), current: Current, ...accountTexts, reason: Reason })
  .transform(({ bank, accountKind, accountNumber, ...rest }, context) => {
    const typed = { bank, accountKind, accountNumber };
    for (const [field, message] of Object.entries(accountFaults(typed, true)))
      context.addIssue({ code: "custom", path: [field], message });
    const account = typedAccount(typed);
    return account ? { ...rest, account } : z.NEVER;
  });
export type ProposeInput = z.output<typeof ProposeInput>;

export const ApproveAccountInput = z.object({ provider: z.uuid(), account: z.uuid(), current: Current });
export type ApproveAccountInput = z.output<typeof ApproveAccountInput>;

export const RefuseAccountInput = z.object({ provider: z.uuid(), account: z.uuid(), reason: Reason });
export type RefuseAccountInput = z.output<typeof RefuseAccountInput>;
