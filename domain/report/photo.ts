import { sniffType } from "@/lib/files/sniff";
import { stripMetadata } from "@/lib/files/strip-metadata";

export const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024;
export const photoTypes = ["image/jpeg", "image/png"] as const;
type PhotoType = (typeof photoTypes)[number];

/** A picture whose type was read from its bytes, without what the camera wrote beside it. */
export type ReportPhoto = { type: PhotoType; content: Buffer };
export type PhotoFault = "photoEmpty" | "photoTooBig" | "photoNotReadable";

/** The photo of a file field, what is wrong with it, or null when none was chosen. */
export async function readPhoto(entry: FormDataEntryValue | null): Promise<ReportPhoto | PhotoFault | null> {
  // A file field left alone posts a file without a name.
  if (entry === null || typeof entry === "string" || (entry.name === "" && entry.size === 0)) return null;
  if (entry.size === 0) return "photoEmpty";
  if (entry.size > LARGEST_PHOTO_BYTES) return "photoTooBig";
  const bytes = Buffer.from(await entry.arrayBuffer());
  const type = await sniffType(bytes);
  if (!isPhotoType(type)) return "photoNotReadable";
  const clean = stripMetadata(type, bytes);
  return clean ? { type, content: Buffer.from(clean) } : "photoNotReadable";
}

/** The name by which a photo is kept and shown: its own stays on the phone. */
export const photoNames: Readonly<Record<PhotoType, string>> = {
  "image/jpeg": "foto.jpg",
  "image/png": "foto.png",
};

/** A kept file as the photo that it is; null when there is none, or it is a document of another type. */
export function photoOf(kept: { type: string; content: Buffer } | null): ReportPhoto | null {
  return kept && isPhotoType(kept.type) ? { type: kept.type, content: kept.content } : null;
}

function isPhotoType(type: string | null): type is PhotoType {
  return photoTypes.some((known) => known === type);
}
