import { z } from "zod";
import type { MultipartForm } from "@/app/_server/http/multipart-form";
import { LARGEST_UPLOAD_BYTES } from "@/domain/import/limits";
import { cleanFileName } from "@/lib/files/name";

const FORM_BYTES = 64 * 1024;

/** A file alone, of orders or of convenios. Faults are keys of `uploadErrors`. */
export const uploadForm: MultipartForm<z.ZodType, never, "archivo", { name: string; content: File }> = {
  largestBytes: LARGEST_UPLOAD_BYTES + FORM_BYTES,
  texts: [],
  schema: z.object({}),
  readable: ["archivo"],
  files: {
    archivo: async (content) =>
      content instanceof File && content.name !== ""
        ? { name: cleanFileName(content.name, "ordenes"), content }
        : "falta",
  },
  tooBig: { archivo: "too_large" },
  malformed: { archivo: "incompleto" },
};
