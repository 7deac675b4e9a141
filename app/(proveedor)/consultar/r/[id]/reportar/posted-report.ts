import "server-only";
import { keepTyped } from "@/app/_server/http/kept-form";
import type { MultipartForm } from "@/app/_server/http/multipart-form";
import { LARGEST_PHOTO_BYTES, type ReportPhoto, readPhoto } from "@/domain/report/photo";
import { ReportInput } from "@/domain/report/schema";

type Text = "key" | "reason" | "words" | "confirmed";

/** A report with its photo. Faults are keys of `report.errors`. */
export const reportForm: MultipartForm<typeof ReportInput, Text, "photo", ReportPhoto> = {
  // Twice what a photo may weigh; of a form over it the words before the photo are read all the same.
  largestBytes: 2 * LARGEST_PHOTO_BYTES + 64 * 1024,
  texts: ["key", "reason", "words", "confirmed"],
  schema: ReportInput,
  readable: ["words"],
  // The key stands in no field that somebody sees: its fault is told at the first one.
  hidden: { key: "reason" },
  files: { photo: readPhoto },
  tooBig: { photo: "photoTooBig" },
  malformed: { reason: "reasonMissing" },
  keep: keepTyped,
};
