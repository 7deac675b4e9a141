"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { chooseNewPassword } from "@/domain/account/recover";
import { ChoosePasswordInput } from "@/domain/account/schema";
import { passwordNotice } from "@/domain/notify/account-emails";

/**
 * Control of a mailbox is not enough to enter: everybody then signs in with their new password, and with their
 * second factor where they have one. Nor does it make the device known to the account.
 */
export const choosePasswordAction = publicAction(
  { input: ChoosePasswordInput, saves: true },
  async (input, client) => {
    await chooseNewPassword(input, await passwordNotice(mailLinks), client);
    redirect("/ingresar?clave=guardada");
  },
);
