import "server-only";
import type { MultipartForm } from "@/app/_server/http/multipart-form";
import { typedCookie } from "@/app/_server/http/typed-cookie";
import { LARGEST_PHOTO_BYTES, type ReportPhoto, readPhoto } from "@/domain/report/photo";
import { ReportInput } from "@/domain/report/schema";

type Text = "key" | "reason" | "words";

/** What was typed into a report before it came back. The key is made anew with each page. */
export const typedReport = typedCookie<"reason" | "words">("novedad", {
  seconds: 900,
  longest: { reason: 20, words: 600 },
});

/** A report with its photo. Faults are keys of `report.errors`. */
export const reportForm: MultipartForm<typeof ReportInput, Text, "photo", ReportPhoto> = {
  // Twice what a photo may weigh; of a form over it the words before the photo are read all the same.
  largestBytes: 2 * LARGEST_PHOTO_BYTES + 64 * 1024,
  texts: ["key", "reason", "words"],
  schema: ReportInput,
  readable: ["words"],
  // The key stands in no field that somebody sees: its fault is told at the first one.
  hidden: { key: "reason" },
  files: { photo: readPhoto },
  tooBig: { photo: "photoTooBig" },
  malformed: { reason: "reasonMissing" },
  typed: typedReport,
};
