"use server";

import { z } from "zod";
import { knownDevice } from "@/app/_server/auth/device";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { begin } from "@/app/(cuenta)/begin";
import { confirmAccount, confirmFurtherCompany, readConfirmation } from "@/domain/account/confirm";
import { sendConfirmation } from "@/domain/account/register";
import { ChoosePasswordInput, JoinInput, LinkToken } from "@/domain/account/schema";
import { confirmationEmails } from "@/domain/notify/account-emails";
import { Refusal } from "@/model/refusal";
import { draftToken } from "../../draft";

export const confirmAction = publicAction(
  { input: ChoosePasswordInput, saves: true },
  async (input, client) => begin(await confirmAccount(input, client, await draftToken()), client),
);

/** Adds the company to the account that the e-mail has. */
export const addCompanyAction = publicAction({ input: JoinInput, saves: true }, async (input, client) =>
  begin(await confirmFurtherCompany(input, client, knownDevice, await draftToken()), client),
);

export const sendAnotherAction = publicAction(
  { input: z.object({ token: LinkToken }), saves: false },
  async ({ token }, client) => {
    const { draft } = await readConfirmation(token, await draftToken());
    if (!draft) throw new Refusal("link_not_usable");
    const { sent, waitUntil } = await sendConfirmation(draft, await confirmationEmails(mailLinks), client);
    if (!sent) throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  },
);
