"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { FileField } from "@/components/form/field";

const LONGEST_SIDE = 2_000;
/** A photo below this size is sent unchanged; a larger one is shrunk, for uploads over a weak connection. */
const LIGHT_BYTES = 1_000_000;

/**
 * The photo of a report. With scripts a camera's large photo is shrunk before sending, and one that stays too
 * large is reported at once. The server checks the same limit.
 */
export function PhotoField({
  largestBytes,
  tooBig,
  error,
  ...field
}: ComponentProps<typeof FileField> & { largestBytes: number; tooBig: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const input = box.current?.querySelector<HTMLInputElement>("input[type=file]");
    async function onChange() {
      const photo = input?.files?.[0];
      setProblem(undefined);
      if (!input || !photo || photo.size <= LIGHT_BYTES) return;
      const lighter = await drawSmaller(photo);
      if (input.files?.[0] !== photo) return;
      if (lighter && lighter.size < photo.size) {
        const chosen = new DataTransfer();
        chosen.items.add(lighter);
        input.files = chosen.files;
      } else if (photo.size > largestBytes) {
        input.value = "";
        setProblem(tooBig);
      }
    }
    input?.addEventListener("change", onChange);
    return () => input?.removeEventListener("change", onChange);
  }, [largestBytes, tooBig]);

  return (
    <div ref={box}>
      <FileField {...field} error={problem ?? error} />
      <p role="status" className="sr-only">
        {problem}
      </p>
    </div>
  );
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
