"use server";

import { knownDevice } from "@/app/_server/auth/device";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { begin } from "@/app/(cuenta)/begin";
import { acceptInvitation, joinTeam } from "@/domain/account/accept-invitation";
import { AcceptInput, JoinInput } from "@/domain/account/schema";
import { ownerEmails } from "@/domain/notify/owner-emails";
import { currentLanguage } from "@/messages";

export const acceptAction = publicAction({ input: AcceptInput, saves: true }, async (input, client) =>
  begin(
    await acceptInvitation(
      input,
      { ...client, language: await currentLanguage() },
      (await ownerEmails(mailLinks)).changed,
    ),
    client,
  ),
);

/** Accepts the invitation for somebody who already has an account at another provider. */
export const joinAction = publicAction({ input: JoinInput, saves: true }, async (input, client) =>
  begin(await joinTeam(input, client, knownDevice, (await ownerEmails(mailLinks)).changed), client),
);
