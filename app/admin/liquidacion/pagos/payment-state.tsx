import { SignalWord, type TagSignal } from "@/components/ui/tag";
import type { PaymentRun } from "@/db/queries/payment";
import { currentMessages } from "@/messages";

const signals: Readonly<Record<PaymentRun["state"], TagSignal>> = {
  pending: "info",
  approved: "go",
  returned: "plain",
};

/** The state of a payment run or a reversal, with its shape. */
export async function PaymentState({ run: { kind, state } }: { run: Pick<PaymentRun, "kind" | "state"> }) {
  const { payment } = await currentMessages();
  const names = kind === "payment" ? payment.states : payment.reversalStates;
  return <SignalWord signal={signals[state]}>{names[state]}</SignalWord>;
}
