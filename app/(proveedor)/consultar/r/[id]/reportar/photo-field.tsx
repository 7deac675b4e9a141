"use client";

import { type ComponentProps, useCallback } from "react";
import { ArrivingFileField } from "@/app/(proveedor)/arriving-file-field";

const LONGEST_SIDE = 2_000;
/** A photo below this size is sent unchanged; a larger one is shrunk, for uploads over a weak connection. */
const LIGHT_BYTES = 1_000_000;

/**
 * The photo of a report, which arrives before its form. With scripts a camera's large photo is shrunk before it is
 * sent, and one that stays too large is reported at once. The server checks the same limit.
 */
export function PhotoField({
  largestBytes,
  ...field
}: Omit<ComponentProps<typeof ArrivingFileField>, "form" | "prepare" | "optional"> & {
  largestBytes: number;
}) {
  const prepare = useCallback(
    async (photo: File) => {
      if (photo.size <= LIGHT_BYTES) return photo;
      const lighter = await drawSmaller(photo);
      if (lighter && lighter.size < photo.size) return lighter;
      return photo.size > largestBytes ? { fault: "photoTooBig" } : photo;
    },
    [largestBytes],
  );
  return <ArrivingFileField {...field} form="report" prepare={prepare} optional />;
}

/** The picture as a JPEG of at most 2,000 pixels a side; null when the browser cannot decode it. */
async function drawSmaller(photo: File): Promise<File | null> {
  try {
    const picture = await createImageBitmap(photo);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    return drawn && new File([drawn], "foto.jpg", { type: "image/jpeg" });
  } catch {
    return null;
  }
}
