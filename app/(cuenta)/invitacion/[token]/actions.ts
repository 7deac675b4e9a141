"use server";

import { acceptInvitation } from "@/domain/account/accept-invitation";
import { AcceptInput } from "@/domain/account/schema";
import { openSessionFor } from "@/domain/account/sign-in";
import { enter } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/action";
import { currentLanguage } from "@/messages";

export const acceptAction = publicAction({ input: AcceptInput }, async (input, client) => {
  const personId = await acceptInvitation(input, { ...client, language: await currentLanguage() });
  await enter(await openSessionFor(personId, false, client));
});
