import "server-only";
import { keepTyped } from "@/app/_server/http/kept-form";
import type { MultipartForm } from "@/app/_server/http/multipart-form";
import { LARGEST_PHOTO_BYTES, type ReportPhoto, readPhoto } from "@/domain/report/photo";
import { ReportInput } from "@/domain/report/schema";

type Text = "key" | "reason" | "words" | "confirmed" | "withoutPhoto";

/** Reads a report with its photo. Errors are keys of `report.errors`. */
export const reportForm: MultipartForm<typeof ReportInput, Text, "photo", ReportPhoto> = {
  // Twice the limit of a photo. Of a larger form the text fields before the photo are still read.
  largestBytes: 2 * LARGEST_PHOTO_BYTES + 64 * 1024,
  texts: ["key", "reason", "words", "confirmed", "withoutPhoto"],
  schema: ReportInput,
  readable: ["words"],
  // The key is a hidden field, so its error is shown at the first visible one.
  hidden: { key: "reason" },
  files: { photo: readPhoto },
  tooBig: { photo: "photoTooBig" },
  malformed: { reason: "reasonMissing" },
  keep: keepTyped,
};
