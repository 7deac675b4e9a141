"use server";

import { z } from "zod";
import { confirmAccount, readConfirmation } from "@/domain/account/confirm";
import { sendConfirmation } from "@/domain/account/register";
import { ChoosePasswordInput, LinkToken } from "@/domain/account/schema";
import { openSessionFor } from "@/domain/account/sign-in";
import { Refusal } from "@/domain/refusal";
import { enter } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/action";
import { confirmLetters } from "@/lib/mail/account-letters";

export const confirmAction = publicAction({ input: ChoosePasswordInput }, async (input, client) => {
  const personId = await confirmAccount(input, client);
  await enter(await openSessionFor(personId, false, client));
});

export const sendAnotherAction = publicAction(
  { input: z.object({ token: LinkToken }) },
  async ({ token }, client) => {
    const { draft } = await readConfirmation(token);
    if (!draft) throw new Refusal("link_not_usable");
    const { sent, waitUntil } = await sendConfirmation(draft, await confirmLetters(), client);
    if (!sent) throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  },
);
