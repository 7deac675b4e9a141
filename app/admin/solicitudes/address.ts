import type { QueueTab } from "@/db/queries/request-queue";

/** What the tabs are called in the address. */
export const tabWords: Readonly<Record<QueueTab, string>> = {
  toDecide: "por-decidir",
  waiting: "esperan",
  decided: "decididas",
};
