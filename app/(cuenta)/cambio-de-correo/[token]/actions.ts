"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_server/http/action";
import { emailChangedNotice } from "@/domain/notify/own-account-emails";
import { confirmEmailChange, stopEmailChange } from "@/domain/own-account/email-change";
import { EmailLinkInput } from "@/domain/own-account/schema";

export const confirmEmailAction = publicAction(
  { input: EmailLinkInput, saves: true },
  async ({ token }, client) => {
    const isChanged = await confirmEmailChange(token, await emailChangedNotice(), client);
    redirect(`/cambio-de-correo/${token}${isChanged ? "?hecho=cambio" : ""}`);
  },
);

export const stopEmailAction = publicAction(
  { input: EmailLinkInput, saves: true },
  async ({ token }, client) => {
    await stopEmailChange(token, client);
    redirect(`/cambio-de-correo/${token}?hecho=detenido`);
  },
);
