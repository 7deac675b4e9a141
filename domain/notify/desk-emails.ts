import type { WaitingItem } from "@/domain/caja/waiting";
import { longDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { esCO } from "@/messages/es-CO";
import type { Notice } from "./channel";
import type { DeskLinks } from "./links";

export type DeskWords = {
  fresh: (
    kind: "request" | "correction" | "undo" | "approval" | "payment" | "rights",
    item: WaitingItem,
  ) => Notice;
  overdue: (late: readonly WaitingItem[]) => Notice;
  digest: (items: readonly WaitingItem[], late: number, today: string) => Notice;
};

/**
 * The words to the caja's people, in the caja's language: company, colleague, number of the request and day, nothing of
 * an affiliate. Each says where its reader stops it.
 */
export function deskWords(links: DeskLinks, signature: string): DeskWords {
  const { notices, today } = esCO.admin;
  const { emails: t } = notices;
  const end = [t.open(links.waiting()), t.choose(links.ownNotices()), signature].join("\n\n");
  const text = (...parts: string[]) => `${parts.join("\n")}\n\n${end}\n`;
  const countsOf = (items: readonly WaitingItem[]) => {
    const kinds = [...new Set(items.map(({ kind }) => kind))];
    return kinds.map((kind) => {
      const count = items.filter((item) => item.kind === kind).length;
      return `- ${today.waiting.all[kind](formatCount(count), count)}`;
    });
  };
  return {
    fresh: (notice, { kind, ref, who, dueOn }) => {
      const about = kind === "renewal" || kind === "reversal" || kind === "bank_account" ? kind : notice;
      return {
        subject: t.subjects[about](ref),
        text: text(t.texts[about](who ?? ""), t.due(longDate(dueOn, "es-CO"))),
      };
    },
    overdue: (late) => ({
      subject: t.overdueSubject(late.length),
      text: text(t.overdueText, ...countsOf(late)),
    }),
    digest: (items, late, day) => ({
      subject: t.digestSubject(longDate(day, "es-CO")),
      text: text(t.digestText, ...countsOf(items), ...(late > 0 ? [`- ${t.late(late)}`] : [])),
    }),
  };
}
