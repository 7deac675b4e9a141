"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { sendPasswordLink } from "@/domain/account/recover";
import { RecoverInput } from "@/domain/account/schema";
import { passwordEmail } from "@/domain/notify/account-emails";

export const recoverAction = publicAction(
  { input: RecoverInput, saves: false },
  async ({ email }, client) => {
    await sendPasswordLink(email, await passwordEmail(mailLinks), client);
    redirect("/recuperar/enviado");
  },
);
