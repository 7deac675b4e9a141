"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { CompanyInput } from "@/domain/account/company";
import { authorise, isNitTaken, saveStep, sendConfirmation, spendStep } from "@/domain/account/register";
import { ConsentInput, PersonForm } from "@/domain/account/schema";
import { confirmationEmails } from "@/domain/notify/account-emails";
import { currentLanguage } from "@/messages";
import { Refusal } from "@/model/refusal";
import { currentDraft, draftToken, keepDraftToken, requireDraft } from "../draft";

export const consentAction = publicAction({ input: ConsentInput, saves: false }, async (input, client) => {
  const token = await authorise(input, {
    ...client,
    language: await currentLanguage(),
    token: await draftToken(),
  });
  await keepDraftToken(token);
  redirect("/registro/empresa");
});

export const companyAction = publicAction({ input: CompanyInput, saves: false }, async (company, client) => {
  await spendStep("company", client);
  const { token, draft } = await requireDraft();
  await saveStep(token, draft, { company });
  if (await isNitTaken(company.nit)) redirect("/registro/nit-con-cuenta");
  redirect(draft.answers.person ? "/registro/revisar" : "/registro/persona");
});

export const personAction = publicAction({ input: PersonForm, saves: false }, async (person) => {
  const { token, draft } = await requireDraft();
  await saveStep(token, draft, { person });
  redirect(draft.answers.company ? "/registro/revisar" : "/registro/empresa");
});

export const submitAction = publicAction({ input: z.object({}), saves: true }, async (_input, client) => {
  const { draft } = await requireDraft();
  await sendConfirmation(draft, await confirmationEmails(mailLinks), client);
  redirect("/registro/listo");
});

export const resendAction = publicAction({ input: z.object({}), saves: false }, async (_input, client) => {
  const draft = await currentDraft();
  if (!draft) redirect("/ingresar");
  const { sent, waitUntil } = await sendConfirmation(draft, await confirmationEmails(mailLinks), client);
  if (!sent) throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  redirect("/registro/listo");
});
