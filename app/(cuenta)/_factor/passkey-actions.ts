"use server";

import { relyingParty } from "@/app/_server/auth/relying-party";
import { goOn } from "@/app/_server/auth/sign-in";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { addPasskey, proveByPasskey } from "@/domain/factor/passkey";
import { AddPasskeyInput, ProvePasskeyInput } from "@/domain/factor/schema";
import { factorNotice } from "@/domain/notify/factor-emails";
import { Refusal } from "@/model/refusal";
import { goOnEnrolled } from "./enrolled";
import { backOf, requireEnrolling, requireFactorSession } from "./session";

export const addPasskeyAction = publicAction(
  { input: AddPasskeyInput, saves: true },
  async (input, client) => {
    const back = backOf(input.back);
    const { token, session } = await requireEnrolling(back);
    const party = await relyingParty();
    if (!party) throw new Refusal("passkey_refused");
    const notice = await factorNotice("factorAdded", mailLinks);
    const proven = await addPasskey(token, session, input, party, notice, client);
    await goOnEnrolled(session, proven, back, client);
  },
);

export const provePasskeyAction = publicAction(
  { input: ProvePasskeyInput, saves: false },
  async (input, client) => {
    const { token, session } = await requireFactorSession(backOf(input.back));
    const party = await relyingParty();
    if (!party) throw new Refusal("passkey_refused");
    await goOn(await proveByPasskey(token, session, input, party, client), input.back);
  },
);
