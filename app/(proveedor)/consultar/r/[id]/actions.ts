"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { compareOrder } from "@/domain/lookup/compare";
import {
  DigitsInput,
  LookupIdInput,
  PaperValueInput,
  RowsInput,
  UnreadableInput,
} from "@/domain/lookup/schema";
import { releaseOrder } from "@/domain/use/use-order";
import { lookUpGrant } from "@/model/access";

export const digitsAction = action(
  { needs: "order.look_up", input: DigitsInput },
  async (grant, input, client) => {
    await answerDigits(grant, input, client);
    redirect(`/consultar/r/${input.lookupId}`);
  },
);

export const compareRowsAction = action(
  { needs: "counter.work", input: RowsInput },
  async (grant, { lookupId, differing }, client) => {
    await compareOrder(lookUpGrant(grant), lookupId, { way: "rows", differing }, client);
    redirect(`/consultar/r/${lookupId}`);
  },
);

export const compareValueAction = action(
  { needs: "counter.work", input: PaperValueInput },
  async (grant, { lookupId, paperValue: pesos, differing }, client) => {
    await compareOrder(lookUpGrant(grant), lookupId, { way: "value", pesos, differing }, client);
    redirect(`/consultar/r/${lookupId}`);
  },
);

export const unreadableAction = action(
  { needs: "counter.work", input: UnreadableInput },
  async (grant, { lookupId, reason }, client) => {
    await compareOrder(lookUpGrant(grant), lookupId, { way: "unreadable", reason }, client);
    redirect(`/consultar/r/${lookupId}`);
  },
);

export const releaseAction = action(
  { needs: "order.use", input: LookupIdInput },
  async (grant, { lookupId }, client) => {
    await releaseOrder(grant, lookupId, client);
    redirect(`/consultar/r/${lookupId}`);
  },
);
