import "server-only";
import type { AccountNotice } from "@/domain/bank-account/change";
import { messagesIn } from "@/messages";
import { bankName } from "@/model/bank";
import { mailTexts } from "./emails";

/** What a provider's owners are told of another account, in Spanish: the last four digits of its number alone. */
export async function accountEmail(): Promise<AccountNotice> {
  const { signature } = await mailTexts("es-CO");
  const { email, short, kinds } = messagesIn("es-CO").bankAccount;
  return (company, { bank, kind, lastFour }) => ({
    subject: email.subject(company),
    text: email.text(company, short(bankName(bank), kinds[kind], lastFour), signature),
  });
}
