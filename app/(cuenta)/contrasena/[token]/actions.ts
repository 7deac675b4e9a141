"use server";

import { redirect } from "next/navigation";
import { rememberDevice } from "@/app/_server/auth/device";
import { workPlace } from "@/app/_server/auth/own-provider";
import { enter } from "@/app/_server/auth/sign-in";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { chooseNewPassword } from "@/domain/account/recover";
import { ChoosePasswordInput } from "@/domain/account/schema";
import { openSessionFor } from "@/domain/account/sign-in";
import { passwordNotice } from "@/domain/notify/account-emails";

/**
 * Control of a mailbox is not enough to act for the caja, so its people then sign in with their new password. A
 * provider's person is signed in at once.
 */
export const choosePasswordAction = publicAction({ input: ChoosePasswordInput }, async (input, client) => {
  const { personId, isCaja, email } = await chooseNewPassword(input, await passwordNotice(mailLinks), client);
  if (isCaja) {
    await rememberDevice(email);
    redirect("/ingresar?clave=guardada");
  }
  await enter(await openSessionFor(personId, isCaja, client, await workPlace()));
});
