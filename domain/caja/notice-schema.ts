import { z } from "zod";
import { type DeskNotice, deskNotices, noticeWays } from "@/model/notify";

const way = z.enum(noticeWays, "wayMissing").optional();

/** When somebody wants to hear of each kind; what their role has no notice of is left out. */
export const NoticeChoices = z.object(
  Object.fromEntries(deskNotices.map((kind) => [kind, way])) as Record<DeskNotice, typeof way>,
);
export type NoticeChoices = z.output<typeof NoticeChoices>;
