"use server";

import { enter } from "@/app/_server/auth/sign-in";
import { publicAction } from "@/app/_server/http/action";
import { acceptInvitation } from "@/domain/account/accept-invitation";
import { AcceptInput } from "@/domain/account/schema";
import { openSessionFor } from "@/domain/account/sign-in";
import { currentLanguage } from "@/messages";

export const acceptAction = publicAction({ input: AcceptInput }, async (input, client) => {
  const personId = await acceptInvitation(input, { ...client, language: await currentLanguage() });
  await enter(await openSessionFor(personId, false, client));
});
