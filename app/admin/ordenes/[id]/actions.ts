"use server";

import { redirect } from "next/navigation";
import {
  annulOrder,
  blockOrder,
  deliverOrder,
  extendOrder,
  replaceOrder,
  unblockOrder,
} from "@/domain/order/change-order";
import { discardDraft } from "@/domain/order/draft/save-draft";
import {
  AnnulInput,
  ExtendInput,
  OrderId,
  ReasonInput,
  ShownDraft,
  UnblockInput,
} from "@/domain/order/draft/schema";
import { approveOrder, askApproval, issueOrder, sendOrderBack } from "@/domain/order/issue-order";
import { action } from "@/lib/http/action";

export const issueAction = action(
  { needs: "order.issue", input: ShownDraft },
  async (grant, shown, client) => {
    await issueOrder(grant, shown, client);
    redirect(`/admin/ordenes/${shown.order}?emitida=1`);
  },
);

export const askAction = action({ needs: "order.issue", input: ShownDraft }, async (grant, shown, client) => {
  await askApproval(grant, shown, client);
  redirect(`/admin/ordenes/${shown.order}/emitir`);
});

export const discardAction = action(
  { needs: "order.issue", input: OrderId },
  async (grant, input, client) => {
    await discardDraft(grant, input, client);
    redirect("/admin/ordenes");
  },
);

export const approveAction = action(
  { needs: "order.approve", input: ShownDraft },
  async (grant, shown, client) => {
    await approveOrder(grant, shown, client);
    redirect(`/admin/ordenes/${shown.order}?emitida=1`);
  },
);

export const sendBackAction = action(
  { needs: "order.approve", input: ReasonInput },
  async (grant, input, client) => {
    await sendOrderBack(grant, input, client);
    redirect("/admin/ordenes");
  },
);

export const deliverAction = action(
  { needs: "order.change", input: OrderId },
  async (grant, input, client) => {
    await deliverOrder(grant, input, client);
    redirect(`/admin/ordenes/${input.order}`);
  },
);

export const annulAction = action(
  { needs: "order.annul", input: AnnulInput },
  async (grant, input, client) => {
    await annulOrder(grant, input, client);
    redirect(`/admin/ordenes/${input.order}`);
  },
);

export const replaceAction = action(
  { needs: "order.change", input: ReasonInput },
  async (grant, input, client) => {
    redirect(`/admin/ordenes/${await replaceOrder(grant, input, client)}?emitida=1`);
  },
);

export const extendAction = action(
  { needs: "order.change", input: ExtendInput },
  async (grant, input, client) => {
    await extendOrder(grant, input, client);
    redirect(`/admin/ordenes/${input.order}`);
  },
);

export const blockAction = action(
  { needs: "order.change", input: ReasonInput },
  async (grant, input, client) => {
    await blockOrder(grant, input, client);
    redirect(`/admin/ordenes/${input.order}`);
  },
);

export const unblockAction = action(
  { needs: "order.change", input: UnblockInput },
  async (grant, input, client) => {
    await unblockOrder(grant, input, client);
    redirect(`/admin/ordenes/${input.order}`);
  },
);
