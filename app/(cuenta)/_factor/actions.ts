"use server";

import { redirect } from "next/navigation";
import { knownDevice } from "@/app/_server/auth/device";
import { goOn } from "@/app/_server/auth/sign-in";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { endFactor } from "@/domain/factor/keep";
import { proveByCode, proveByPassword } from "@/domain/factor/prove";
import { applyFactorReset } from "@/domain/factor/reset";
import {
  BackInput,
  ConfirmTotpInput,
  FactorId,
  ProveCodeInput,
  ProvePasswordInput,
  ResetCodeInput,
} from "@/domain/factor/schema";
import { beginTotp, confirmTotp } from "@/domain/factor/totp";
import { factorNotice } from "@/domain/notify/factor-emails";
import { goOnEnrolled, makeCodes } from "./enrolled";
import { backOf, ENROL, requireEnrolling, requireFactorSession, stepBefore, withBack } from "./session";

// Each belongs to the session of its token, which the database checks: one that waits for its factor is nobody's to
// any other action.

export const proveCodeAction = publicAction(
  { input: ProveCodeInput, saves: false },
  async (input, client) => {
    const { token, session } = await requireFactorSession(backOf(input.back));
    const known = await knownDevice(session.email);
    await goOn(await proveByCode(token, session, input.factorCode, client, known), input.back);
  },
);

export const provePasswordAction = publicAction(
  { input: ProvePasswordInput, saves: false },
  async (input, client) => {
    const { token, session } = await requireFactorSession(backOf(input.back));
    await proveByPassword(token, session, input.password, client);
    redirect(backOf(input.back) || "/cuenta/seguridad");
  },
);

export const beginTotpAction = publicAction({ input: BackInput, saves: false }, async (input) => {
  const back = backOf(input.back);
  const { token } = await requireEnrolling(back);
  await beginTotp(token);
  redirect(withBack("/cuenta/seguridad/aplicacion", back));
});

export const confirmTotpAction = publicAction(
  { input: ConfirmTotpInput, saves: true },
  async (input, client) => {
    const back = backOf(input.back);
    const { token, session } = await requireEnrolling(back);
    const notice = await factorNotice("factorAdded", mailLinks);
    const proven = await confirmTotp(token, session, input.factorCode, notice, client);
    await goOnEnrolled(session, proven, back, client);
  },
);

export const makeCodesAction = publicAction({ input: BackInput, saves: true }, async (input, client) => {
  const back = backOf(input.back);
  const { token, session } = await requireFactorSession(back);
  if (session.waits || !session.proven) redirect(stepBefore(session, "/cuenta/seguridad"));
  await makeCodes(token, client);
  redirect(withBack("/cuenta/seguridad/codigos", back));
});

export const endFactorAction = publicAction({ input: FactorId, saves: true }, async ({ factor }, client) => {
  const { token, session } = await requireFactorSession("");
  if (session.waits || !session.proven) redirect(stepBefore(session, "/cuenta/seguridad"));
  await endFactor(token, session, factor, await factorNotice("factorEnded", mailLinks), client);
  redirect("/cuenta/seguridad?quitado=1");
});

export const resetAction = publicAction({ input: ResetCodeInput, saves: true }, async (input, client) => {
  const back = backOf(input.back);
  const { token } = await requireFactorSession(back);
  await applyFactorReset(token, input.factorCode, client);
  redirect(withBack(ENROL, back));
});
