"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { requireFactorSession, stepBefore } from "@/app/(cuenta)/_factor/session";
import { setPin } from "@/domain/branch/pin";
import { NewPinInput } from "@/domain/branch/schema";
import { passwordNotice } from "@/domain/notify/account-emails";
import { emailChangeMails } from "@/domain/notify/own-account-emails";
import { changeOwnPassword } from "@/domain/own-account/change-password";
import { requestEmailChange } from "@/domain/own-account/email-change";
import { changeOwnProfile } from "@/domain/own-account/profile";
import {
  ChangePasswordInput,
  EmailChangeInput,
  OwnSessionInput,
  ProfileInput,
} from "@/domain/own-account/schema";
import { endOwnSessions } from "@/domain/own-account/sessions";

// Each belongs to the session of its token, which the database checks, whatever its person may do otherwise.

export const changePasswordAction = publicAction(
  { input: ChangePasswordInput, saves: true },
  async (input, client) => {
    const { token, session } = await requireFactorSession("/cuenta/contrasena");
    if (session.waits) redirect(stepBefore(session, "/cuenta/contrasena"));
    await changeOwnPassword(token, session, input, await passwordNotice(mailLinks), client);
    redirect("/cuenta?hecho=clave");
  },
);

export const endSessionsAction = publicAction(
  { input: OwnSessionInput, saves: true },
  async (input, client) => {
    const { token, session } = await requireFactorSession("/cuenta");
    if (session.waits || !session.proven) redirect(stepBefore(session, "/cuenta"));
    await endOwnSessions(token, input.session ?? null, client.ip);
    redirect(`/cuenta?hecho=${input.session ? "sesion" : "sesiones"}`);
  },
);

export const changeProfileAction = publicAction(
  { input: ProfileInput, saves: true },
  async (input, client) => {
    const { token, session } = await requireFactorSession("/cuenta/datos");
    if (session.waits) redirect(stepBefore(session, "/cuenta/datos"));
    await changeOwnProfile(token, input, client);
    redirect("/cuenta?hecho=datos");
  },
);

export const askEmailAction = publicAction(
  { input: EmailChangeInput, saves: true },
  async ({ email }, client) => {
    const { token, session } = await requireFactorSession("/cuenta/correo");
    if (session.waits) redirect(stepBefore(session, "/cuenta/correo"));
    await requestEmailChange(token, session, email, await emailChangeMails(mailLinks), client);
    redirect("/cuenta?hecho=correo");
  },
);

export const setPinAction = publicAction({ input: NewPinInput, saves: true }, async ({ pin }, client) => {
  const { token, session } = await requireFactorSession("/cuenta/pin");
  if (session.waits) redirect(stepBefore(session, "/cuenta/pin"));
  await setPin(token, session.personId, pin, client);
  redirect("/cuenta?hecho=pin");
});
