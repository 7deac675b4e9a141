import { verdictName } from "@/components/order/verdict-name";
import { signalOf } from "@/domain/lookup/verdict";
import type { Chapter, Section } from "@/domain/manual/chapter";
import { readBlocks } from "@/domain/manual/text";
import type { Messages } from "@/messages/es-CO";
import type { Verdict } from "@/model/verdict";
import { anchors, verdictAnchors } from "./places";

const PORTAL = "Plataforma Hanna";

type Manual = Messages["manual"];
type Written = Readonly<Record<string, { title: string; text: string }>>;

/** The first part, for shops: from registration to payment. */
export function shopChapters(messages: Messages, portal: string): Chapter[] {
  const { start, register, request, lookUp, scan, compare, use, ...rest } = messages.manual.shop;
  return [
    ...written(messages, { start, register, request, lookUp, scan, compare, use }, portal),
    verdictChapter(messages),
    ...written(messages, rest, portal),
  ];
}

/** The second part, for the caja's people. */
export function deskChapters(messages: Messages, portal: string): Chapter[] {
  return written(messages, messages.manual.desk, portal);
}

/** The texts use the portal's default name; a fund may have set another. */
function written({ publicPages }: Messages, chapters: Written, portal: string): Chapter[] {
  const { greeting } = publicPages.home;
  return Object.entries(chapters).map(([name, { title, text }]) => ({
    id: anchors[name as keyof typeof anchors],
    title,
    blocks: readBlocks(text.replace(greeting(PORTAL), greeting(portal)).replaceAll(PORTAL, portal)),
    sections: [],
  }));
}

function verdictChapter(messages: Messages): Chapter {
  const { manual } = messages;
  const { verdictsTitle: title, verdictsText } = manual;
  const sections = (Object.keys(manual.verdicts) as Verdict[]).map((verdict) =>
    verdictSection(verdict, messages),
  );
  return { id: anchors.verdicts, title, blocks: readBlocks(verdictsText), sections };
}

function verdictSection(verdict: Verdict, messages: Messages): Section {
  const { manual, compare } = messages;
  const { means, act, say }: Manual["verdicts"][Verdict] = manual.verdicts[verdict];
  return {
    id: verdictAnchors[verdict],
    // In a list an outdated answer has the name of its verdict.
    title: verdict === "asked_before" ? compare.changed : verdictName(verdict, messages),
    signal: signalOf(verdict),
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: manual.means, text: means },
          { label: manual.act, text: act },
          { label: manual.say, text: say },
        ],
      },
    ],
  };
}
