import { createHash } from "node:crypto";
import { currentCaja } from "@/domain/caja/profile";
import { manualVersion } from "@/domain/manual/version";
import { type ManualPaper, writeManual } from "@/domain/manual/write-pdf";
import { longDate } from "@/lib/format/date";
import { type Language, messagesIn } from "@/messages";
import { deskChapters, shopChapters } from "../chapters";

type ManualFile = { tag: string; content: Promise<Buffer> };

/** Cache of the last PDF by language and reader, because drawing takes long and the text seldom changes. */
const drawn = new Map<string, ManualFile>();

/** The manual as a PDF. For the caja's people it has their part too. */
export async function manualFile(language: Language, forCaja: boolean): Promise<ManualFile> {
  const paper = await manualPaper(language, forCaja);
  const tag = createHash("sha256").update(JSON.stringify(paper)).digest("hex").slice(0, 32);
  const place = `${language} ${forCaja}`;
  const known = drawn.get(place);
  if (known?.tag === tag) return known;
  const built = { tag, content: writeManual(paper) };
  drawn.set(place, built);
  built.content.catch(() => drawn.delete(place));
  return built;
}

async function manualPaper(language: Language, forCaja: boolean): Promise<ManualPaper> {
  const messages = messagesIn(language);
  const { manual } = messages;
  const { name, portalName, phone, hours } = await currentCaja();
  return {
    language,
    caja: [name, phone, hours].filter(Boolean).join(" · "),
    version: manual.version(manualVersion.number, longDate(manualVersion.day, language)),
    contents: manual.contents,
    onPage: manual.onPage,
    pictures: manual.pictures,
    parts: [
      { title: manual.title(portalName), chapters: shopChapters(messages, portalName) },
      ...(forCaja
        ? [{ title: manual.deskTitle(portalName), chapters: deskChapters(messages, portalName) }]
        : []),
    ],
  };
}
