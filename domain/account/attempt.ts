import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { isQueueFull } from "@/lib/priority-queue";
import type { Budget } from "@/model/budget";
import { Refusal } from "@/model/refusal";

/**
 * Spends an attempt before its work, so that concurrent attempts cannot exceed the limit.
 * @throws Refusal "too_many_attempts", with its end
 */
export async function spendAttempt(budgets: readonly Budget[]): Promise<void> {
  const waitUntil = await call(doorDatabase(), "budget_spend", { budgets });
  if (waitUntil) throw new Refusal("too_many_attempts", waitUntil);
}

/**
 * Runs the work that an attempt was spent for, and gives the attempt back when there was no turn for it: nobody was
 * told whether what they typed was right.
 * @throws whatever `work` throws
 */
export async function unspentWhenBusy<T>(budgets: readonly Budget[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isQueueFull(error)) await call(doorDatabase(), "return_budget", { budgets });
    throw error;
  }
}
