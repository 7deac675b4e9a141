import { randomUUID } from "node:crypto";
import { answerDigits } from "@/domain/lookup/answer-digits";
import { lookupLimits } from "@/domain/lookup/budget";
import { compareOrder } from "@/domain/lookup/compare";
import { scanOrder } from "@/domain/lookup/scan-order";
import { printOrder } from "@/domain/print/print";
import { claimBeforeUse } from "@/domain/use/use-order";
import type { Verdict } from "@/model/verdict";
import { makeKind, putInReview } from "@/tests/support/factories/own-order";
import { withoutTrigger } from "@/tests/support/without-trigger";
import { changeSignature } from "./changed-code";
import { type CreatedOrder, makeOrder, makeTill, owner, pauseBudget, someDigits } from "./look-up-orders";
import { grantOf } from "./officials";
import { makePrintedOrder } from "./printed-order";
import {
  backdate,
  client,
  compared,
  confirmation,
  grantToUse,
  lookUp,
  register,
  type Till,
} from "./use-order";

/** A counter and one of its look-ups. */
export type Answered = { till: Till; lookupId: string };

const found = async (
  shape: Parameters<typeof makeOrder>[0] = {},
): Promise<Answered & { order: CreatedOrder }> => {
  const till = await makeTill();
  const order = await makeOrder(shape);
  return { till, order, lookupId: await lookUp(till, order) };
};

async function scanned(text: string, by: "camera" | "picture" = "camera"): Promise<Answered> {
  const till = await makeTill();
  return { till, lookupId: await scanOrder(till, { text, by }, client()) };
}

/** Makes it an order of this kind, whose first version it follows. */
export async function ofKind(order: CreatedOrder, kind: string): Promise<void> {
  await withoutTrigger("order", async (transaction) => {
    await transaction`update "order" set kind_code = ${kind}, kind_version = 1 where id = ${order.id}`;
  });
}

/** Produces each verdict with the product's own functions. */
export const verdictMakers: Readonly<Record<Verdict, () => Promise<Answered>>> = {
  current: () => found(),
  authentic: async () => {
    const till = await makeTill();
    return { till, lookupId: await compared(till, await makeOrder()) };
  },
  asked_before: async () => {
    const till = await makeTill();
    const lookupId = await compared(till, await makeOrder());
    await backdate(lookupId, 4);
    return { till, lookupId };
  },
  mismatch: async () => {
    const answered = await found();
    const differing = ["value", "holder"] as const;
    await compareOrder(answered.till, answered.lookupId, { way: "rows", differing }, client());
    return answered;
  },
  unread: async () => {
    const answered = await found();
    await compareOrder(answered.till, answered.lookupId, { way: "unreadable", reason: "damaged" }, client());
    return answered;
  },
  registered: async () => {
    const till = await makeTill();
    const order = await makeOrder();
    await register(till, confirmation(await compared(till, order)));
    return { till, lookupId: await lookUp(till, order) };
  },
  used: async () => {
    const answered = await found();
    const other = await makeTill();
    await register(other, confirmation(await compared(other, answered.order)));
    return answered;
  },
  annulled: () => found({ state: "annulled" }),
  expired: () => found({ issuedIn: -40, endsIn: -10 }),
  not_yet: () => found({ issuedIn: 5, endsIn: 20 }),
  blocked: async () => {
    const answered = await found();
    await putInReview(answered.order.id);
    return answered;
  },
  replaced: async () => {
    const [answered, instead] = [await found(), await makeOrder()];
    await owner`update "order" set state = 'replaced', replaced_by = ${instead.id} where id = ${answered.order.id}`;
    return answered;
  },
  superseded: async () => {
    const { id, url, tail } = await makePrintedOrder();
    await owner`update "order" set valid_until = valid_until + 30 where id = ${id}`;
    await printOrder(await grantOf("officer", "order.print"), id, client());
    const answered = await scanned(url);
    await answerDigits(answered.till, { lookupId: answered.lookupId, digits: tail }, client());
    return answered;
  },
  claimed: async () => {
    const kind = await makeKind({ claimFirst: true });
    const [till, other, order] = [await makeTill(), await makeTill(), await makeOrder()];
    await ofKind(order, kind);
    const lookupId = await compared(till, order, kind);
    await claimBeforeUse(grantToUse(other), await compared(other, order, kind), client());
    return { till, lookupId };
  },
  other_provider: () => found({ providerNit: "899999999" }),
  not_found: async () => {
    const till = await makeTill();
    const nowhere = { id: randomUUID(), number: someDigits(9), idNumber: someDigits(10) };
    return { till, lookupId: await lookUp(till, nowhere) };
  },
  waiting: async () => {
    const till = await makeTill();
    await pauseBudget(lookupLimits.personDay, till.actor.personId);
    return { till, lookupId: await lookUp(till, await makeOrder()) };
  },
  paused: async () => {
    const till = await makeTill({ suspended: true });
    return { till, lookupId: await lookUp(till, await makeOrder()) };
  },
  digits: async () => scanned((await makePrintedOrder()).url),
  forged: async () => {
    const { url } = await makePrintedOrder();
    return scanned(changeSignature(url));
  },
  foreign: () => scanned("https://pagos.example/cobrar?codigo=1"),
  picture: async () => {
    const { url, tail } = await makePrintedOrder();
    const answered = await scanned(url, "picture");
    await answerDigits(answered.till, { lookupId: answered.lookupId, digits: tail }, client());
    return answered;
  },
};
