import {
  dropKeptDocuments,
  keepDocument,
  listKeptDocuments,
  readKeptDocument,
} from "@/domain/request/kept-documents";
import type { Grant } from "@/model/access";
import { photoNames, photoOf, type ReportPhoto } from "./photo";

type Filing = Grant<"report.file">;

const FIELD = "photo";
const formOf = (lookupId: string) => `report:${lookupId}`;

/**
 * Stores the photo of a report that is not sent yet, so that it need not be chosen again, encrypted for its sender,
 * for a day. Null when there is no such look-up of the provider.
 * @returns the name that it is shown by
 */
export async function keepPhoto(grant: Filing, lookupId: string, photo: ReportPhoto): Promise<string | null> {
  const name = photoNames[photo.type];
  const isKept = await keepDocument(grant, { form: formOf(lookupId), field: FIELD }, { name, ...photo });
  return isKept ? name : null;
}

/** The name of the photo that this person has sent for the report already. */
export async function keptPhotoName(grant: Filing, lookupId: string): Promise<string | undefined> {
  return (await listKeptDocuments(grant, formOf(lookupId)))[FIELD];
}

export async function readKeptPhoto(grant: Filing, lookupId: string): Promise<ReportPhoto | null> {
  return photoOf(await readKeptDocument(grant, { form: formOf(lookupId), field: FIELD }));
}

/** Deletes it after its report was taken. */
export async function dropKeptPhoto(grant: Filing, lookupId: string): Promise<void> {
  await dropKeptDocuments(grant, formOf(lookupId));
}
