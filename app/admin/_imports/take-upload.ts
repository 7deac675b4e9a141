import { answerPost } from "@/app/_server/http/answer-post";
import { refusedForeign } from "@/app/_server/http/foreign-origin";
import { readMultipart } from "@/app/_server/http/multipart-form";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { uploadTable } from "@/domain/import/upload";
import { currentClient } from "@/lib/http/client";
import { TableFault } from "@/lib/table/fault";
import { authorize } from "@/model/access";
import { uploadForm } from "./posted-upload";
import { importPlaces } from "./subject";

/** Takes a file and leads to the page of its run. Multipart, so that it works without scripts. */
export async function takeUpload(request: Request, subject: ImportSubject): Promise<Response> {
  const refused = await refusedForeign(request);
  if (refused) return refused;
  const { path: page, writes } = importPlaces[subject];
  return answerPost(page, { request, page }, async (actor) => {
    const grant = authorize(actor, writes);
    const { files, faults } = await readMultipart(request, page, uploadForm, actor.personId);
    if (!files.archivo || Object.keys(faults).length > 0) return `${page}?${new URLSearchParams(faults)}`;
    try {
      return `${page}/${await uploadTable(grant, subject, files.archivo, await currentClient())}`;
    } catch (error) {
      if (error instanceof TableFault) return `${page}?archivo=${error.code}`;
      throw error;
    }
  });
}
