import { cajaDatabase } from "@/db/client";
import { findCurrentAccount, listAccounts } from "@/db/queries/bank-account";
import { approveAccount, proposeAccount } from "@/domain/bank-account/change";
import type { TypedAccount } from "@/domain/bank-account/schema";
import { grantOf } from "../officials";
import { browser } from "./account";

export const someAccount: TypedAccount = { bank: "1007", kind: "savings", number: "01687366007" };

export const noNotice = () => ({ subject: "x", text: "x" });

/** Proposes an account as a treasurer of its own; answers its id. */
export async function proposed(provider: string, account = someAccount): Promise<string> {
  const current = (await findCurrentAccount(cajaDatabase(), provider))?.id ?? null;
  const grant = await grantOf("treasurer", "bank_account.manage");
  await proposeAccount(
    grant,
    { provider, current, account, reason: "Pidió el cambio por escrito." },
    browser(),
  );
  const found = (await listAccounts(cajaDatabase(), provider)).find(({ state }) => state === "proposed");
  if (!found) throw new Error("no account proposed");
  return found.id;
}

/** Gives a provider an account that two people of the caja agreed on; answers its id. */
export async function giveAccount(provider: string, account = someAccount): Promise<string> {
  const current = (await findCurrentAccount(cajaDatabase(), provider))?.id ?? null;
  const id = await proposed(provider, account);
  const grant = await grantOf("administrator", "bank_account.manage");
  await approveAccount(grant, { provider, account: id, current }, noNotice, browser());
  return id;
}
