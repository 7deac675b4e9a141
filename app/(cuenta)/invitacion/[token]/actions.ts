"use server";

import { knownDevice } from "@/app/_server/auth/device";
import { publicAction } from "@/app/_server/http/action";
import { begin } from "@/app/(cuenta)/begin";
import { acceptInvitation, joinTeam } from "@/domain/account/accept-invitation";
import { AcceptInput, JoinInput } from "@/domain/account/schema";
import { currentLanguage } from "@/messages";

export const acceptAction = publicAction({ input: AcceptInput }, async (input, client) =>
  begin(await acceptInvitation(input, { ...client, language: await currentLanguage() }), client),
);

/** Accepts the invitation for somebody who already has an account at another provider. */
export const joinAction = publicAction({ input: JoinInput }, async (input, client) =>
  begin(await joinTeam(input, client, knownDevice), client),
);
