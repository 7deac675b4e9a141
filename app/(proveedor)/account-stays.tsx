import { accountText } from "@/components/bank-account/account-text";
import { accountThatStays } from "@/domain/bank-account/read";
import { currentMessages } from "@/messages";
import type { Grant } from "@/model/access";

/** Says into which account a provider goes on being paid, where its form has the bank's certificate but no account. */
export async function AccountStays({
  grant,
  asked,
}: {
  grant: Grant<"application.request">;
  asked: readonly { kind: string }[];
}) {
  const [account, { bankAccount }] = await Promise.all([accountThatStays(grant, asked), currentMessages()]);
  return account ? <p>{bankAccount.stays(accountText(account, bankAccount))}</p> : null;
}
