import { z } from "zod";
import { noticeWays } from "@/model/notify";

const way = z.enum(noticeWays, "wayMissing").optional();

/** When somebody wants to hear of each kind; what their role has no notice of is left out. */
export const NoticeChoices = z.object({
  request: way,
  correction: way,
  report: way,
  undo: way,
  approval: way,
  payment: way,
  overdue: way,
});
export type NoticeChoices = z.output<typeof NoticeChoices>;
