"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import {
  annulOrder,
  approveChange,
  blockOrder,
  deliverOrder,
  extendOrder,
  replaceOrder,
  sendChangeBack,
  unblockOrder,
} from "@/domain/order/change-order";
import { approveOrder, askApproval, issueOrder, sendOrderBack } from "@/domain/order/issue-order";
import {
  AnnulInput,
  ChangeBackInput,
  ChangeInput,
  ExtendInput,
  OrderInput,
  ReasonInput,
  SendBackInput,
  ShownDraft,
  UnblockInput,
} from "@/domain/order/schema";
import { Refusal, type RefusalCode } from "@/model/refusal";
import { backToOrder } from "../way-back";

/** Refusals that the reloaded page explains by itself. */
const refreshedAfter: readonly RefusalCode[] = ["repeats_order", "needs_second_person"];

/** Runs the verb; reloads the page where what it shows of the draft is outdated. */
async function orRefresh(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal && refreshedAfter.includes(error.code)) refresh();
    throw error;
  }
}

export const issueAction = action(
  { needs: "order.issue", input: ShownDraft },
  async (grant, shown, client) => {
    await orRefresh(issueOrder(grant, shown, client));
    redirect(await backToOrder(shown.order, { emitida: "1", imprimir: shown.paper ?? "" }));
  },
);

export const askAction = action({ needs: "order.issue", input: ShownDraft }, async (grant, shown, client) => {
  await orRefresh(askApproval(grant, shown, client));
  redirect(`/admin/ordenes/${shown.order}/emitir`);
});

export const approveAction = action(
  { needs: "order.approve", input: ShownDraft },
  async (grant, shown, client) => {
    await orRefresh(approveOrder(grant, shown, client));
    redirect(await backToOrder(shown.order, { emitida: "1" }));
  },
);

export const sendBackAction = action(
  { needs: "order.approve", input: SendBackInput },
  async (grant, input, client) => {
    await sendOrderBack(grant, input, client);
    redirect("/admin/ordenes");
  },
);

export const deliverAction = action(
  { needs: "order.change", input: OrderInput },
  async (grant, input, client) => {
    await deliverOrder(grant, input, client);
    redirect(await backToOrder(input.order));
  },
);

export const annulAction = action(
  { needs: "order.annul", input: AnnulInput },
  async (grant, input, client) => {
    await annulOrder(grant, input, client);
    redirect(await backToOrder(input.order));
  },
);

export const replaceAction = action(
  { needs: "order.change", again: true, input: ReasonInput },
  async (grant, input, client) => {
    const created = await replaceOrder(grant, input, client);
    redirect(await (created ? backToOrder(created, { emitida: "1" }) : backToOrder(input.order)));
  },
);

export const extendAction = action(
  { needs: "order.change", input: ExtendInput },
  async (grant, input, client) => {
    await extendOrder(grant, input, client);
    redirect(await backToOrder(input.order));
  },
);

export const approveChangeAction = action(
  { needs: "order.approve", input: ChangeInput },
  async (grant, input, client) => {
    redirect(await backToOrder(await approveChange(grant, input, client)));
  },
);

export const sendChangeBackAction = action(
  { needs: "order.approve", input: ChangeBackInput },
  async (grant, input, client) => {
    await sendChangeBack(grant, input, client);
    redirect(await backToOrder(input.order));
  },
);

export const blockAction = action(
  { needs: "order.change", input: ReasonInput },
  async (grant, input, client) => {
    await blockOrder(grant, input, client);
    redirect(await backToOrder(input.order));
  },
);

export const unblockAction = action(
  { needs: "order.change", input: UnblockInput },
  async (grant, input, client) => {
    await unblockOrder(grant, input, client);
    redirect(await backToOrder(input.order));
  },
);
