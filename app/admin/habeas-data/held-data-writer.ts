import "server-only";
import { currentCaja } from "@/domain/caja/profile";
import type { HeldDataFile } from "@/domain/rights/answer";
import { writeHeldData } from "@/domain/rights/write-file";
import { messagesIn } from "@/messages";

/** Writes the file of what is held in the language of whoever asked. */
export async function heldDataWriter(): Promise<HeldDataFile> {
  const { portalName: portal } = await currentCaja();
  return (held, request) => {
    const language = request.language === "en" ? "en" : "es-CO";
    return writeHeldData(held, request, { words: messagesIn(language), language, portal });
  };
}
