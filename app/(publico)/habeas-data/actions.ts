"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { receivedRightsEmail } from "@/domain/notify/rights-emails";
import { fileRightsRequest } from "@/domain/rights/file-request";
import { CompleteRightsInput, FileRightsInput, OpenRightsInput } from "@/domain/rights/schema";
import { completeRightsRequest, openRightsRequest } from "@/domain/rights/status";
import { currentLanguage } from "@/messages";
import { dropRightsCode, handOverReceived, keepRightsCode, keptRightsCode } from "./cookies";

export const fileRightsAction = publicAction(
  { input: FileRightsInput, saves: true },
  async (input, client) => {
    const from = { ...client, language: await currentLanguage() };
    const received = await fileRightsRequest(input, await receivedRightsEmail(mailLinks), from);
    await handOverReceived({ ...received, email: input.email });
    redirect("/habeas-data/recibida");
  },
);

export const openRightsAction = publicAction(
  { input: OpenRightsInput, saves: false },
  async (input, client) => {
    await openRightsRequest(input, client);
    await keepRightsCode(input.code);
    redirect("/habeas-data/estado");
  },
);

export const completeRightsAction = publicAction(
  { input: CompleteRightsInput, saves: true },
  async ({ text }, client) => {
    const code = await keptRightsCode();
    if (code) await completeRightsRequest(code, text, client);
    redirect("/habeas-data/estado");
  },
);

export const leaveRightsAction = publicAction({ input: z.object({}), saves: false }, async () => {
  await dropRightsCode();
  redirect("/habeas-data");
});
