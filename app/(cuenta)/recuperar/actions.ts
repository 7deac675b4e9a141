"use server";

import { redirect } from "next/navigation";
import { sendPasswordLink } from "@/domain/account/recover";
import { RecoverInput } from "@/domain/account/schema";
import { publicAction } from "@/lib/http/action";
import { passwordLetter } from "@/lib/mail/account-letters";

export const recoverAction = publicAction({ input: RecoverInput }, async ({ email }, client) => {
  await sendPasswordLink(email, await passwordLetter(), client);
  redirect("/recuperar/enviado");
});
