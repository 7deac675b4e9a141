"use server";

import { z } from "zod";
import { enter } from "@/app/_server/auth/sign-in";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { confirmAccount, readConfirmation } from "@/domain/account/confirm";
import { sendConfirmation } from "@/domain/account/register";
import { ChoosePasswordInput, LinkToken } from "@/domain/account/schema";
import { openSessionFor } from "@/domain/account/sign-in";
import { confirmationEmails } from "@/domain/notify/account-emails";
import { Refusal } from "@/model/refusal";
import { draftToken } from "../../draft";

export const confirmAction = publicAction({ input: ChoosePasswordInput }, async (input, client) => {
  const personId = await confirmAccount(input, client, await draftToken());
  await enter(await openSessionFor(personId, false, client));
});

export const sendAnotherAction = publicAction(
  { input: z.object({ token: LinkToken }) },
  async ({ token }, client) => {
    const { draft } = await readConfirmation(token, await draftToken());
    if (!draft) throw new Refusal("link_not_usable");
    const { sent, waitUntil } = await sendConfirmation(draft, await confirmationEmails(mailLinks), client);
    if (!sent) throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  },
);
