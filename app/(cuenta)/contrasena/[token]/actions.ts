"use server";

import { chooseNewPassword } from "@/domain/account/recover";
import { ChoosePasswordInput } from "@/domain/account/schema";
import { openSessionFor } from "@/domain/account/sign-in";
import { enter } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/action";
import { passwordNotice } from "@/lib/mail/account-letters";

export const choosePasswordAction = publicAction({ input: ChoosePasswordInput }, async (input, client) => {
  const { personId, isCaja } = await chooseNewPassword(input, await passwordNotice(), client);
  await enter(await openSessionFor(personId, isCaja, client));
});
