import type { Messages } from "@/messages/es-CO";
import { type AccountKind, bankName } from "@/model/bank";

type Account = { bank: string; kind: AccountKind; lastFour: string; number?: string | null };

/** An account in words: with its number for who may see it, else with the last four digits. */
export function accountText({ bank, kind, lastFour, number }: Account, t: Messages["bankAccount"]): string {
  return number
    ? t.whole(bankName(bank), t.kinds[kind], number)
    : t.short(bankName(bank), t.kinds[kind], lastFour);
}
