"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { mailLinks } from "@/app/_server/mail-links";
import { rightsCodeEmail, rightsStepEmails } from "@/domain/notify/rights-emails";
import { nameRightsAccount } from "@/domain/rights/accounts";
import { answerRightsRequest } from "@/domain/rights/answer";
import {
  abandonRightsRequest,
  askRightsMissing,
  completeRightsAtDesk,
  extendRightsRequest,
  noteRightsIdentity,
} from "@/domain/rights/desk";
import { reissueRightsCode } from "@/domain/rights/reissue-code";
import {
  AbandonRightsInput,
  AnswerRightsInput,
  AskMissingInput,
  CompleteAtDeskInput,
  ExtendRightsInput,
  NameAccountInput,
  ReissueCodeInput,
  RightsIdentityInput,
  WithdrawInput,
} from "@/domain/rights/schema";
import { withdrawAuthorisation } from "@/domain/rights/withdraw";
import { heldDataWriter } from "../held-data-writer";

const placeOf = (number: string) => `/admin/habeas-data/${number}`;

export const askMissingAction = action(
  { needs: "rights.handle", input: AskMissingInput },
  async (grant, input, client) => {
    await askRightsMissing(grant, input, (await rightsStepEmails(mailLinks)).missing, client);
    redirect(placeOf(input.number));
  },
);

export const completeAtDeskAction = action(
  { needs: "rights.handle", input: CompleteAtDeskInput },
  async (grant, input, client) => {
    await completeRightsAtDesk(grant, input, (await rightsStepEmails(mailLinks)).completed, client);
    redirect(placeOf(input.number));
  },
);

export const extendRightsAction = action(
  { needs: "rights.handle", input: ExtendRightsInput },
  async (grant, input, client) => {
    await extendRightsRequest(grant, input, (await rightsStepEmails(mailLinks)).extended, client);
    redirect(placeOf(input.number));
  },
);

export const noteIdentityAction = action(
  { needs: "rights.handle", input: RightsIdentityInput },
  async (grant, input, client) => {
    await noteRightsIdentity(grant, input, client);
    redirect(placeOf(input.number));
  },
);

export const nameAccountAction = action(
  { needs: "rights.handle", input: NameAccountInput },
  async (grant, input, client) => {
    await nameRightsAccount(grant, input, client);
    redirect(placeOf(input.number));
  },
);

export const abandonRightsAction = action(
  { needs: "rights.handle", input: AbandonRightsInput },
  async (grant, input, client) => {
    await abandonRightsRequest(grant, input, (await rightsStepEmails(mailLinks)).abandoned, client);
    redirect(placeOf(input.number));
  },
);

export const reissueCodeAction = action(
  { needs: "rights.handle", input: ReissueCodeInput },
  async (grant, input, client) => {
    await reissueRightsCode(grant, input, await rightsCodeEmail(mailLinks), client);
    redirect(placeOf(input.number));
  },
);

export const withdrawAuthorisationAction = action(
  { needs: "rights.handle", again: true, input: WithdrawInput },
  async (grant, input, client) => {
    await withdrawAuthorisation(grant, input, client);
    redirect(placeOf(input.number));
  },
);

export const answerRightsAction = action(
  { needs: "rights.handle", again: true, input: AnswerRightsInput },
  async (grant, input, client) => {
    const compose = (await rightsStepEmails(mailLinks)).answered;
    await answerRightsRequest(grant, input, { compose, write: await heldDataWriter() }, client);
    redirect(placeOf(input.number));
  },
);
