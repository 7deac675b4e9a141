"use client";

import { useEffect, useState } from "react";
import { FileField } from "@/components/form/field";
import { type IsOurs, readPicture } from "./decoder";
import { useScannerWords } from "./scanner-words";
import { imageOf } from "./use-code-reader";

/** Reads the code in a picture that is chosen here, pasted anywhere on the page, or passed as `picture`. */
export function PictureField({
  picture,
  isOurs,
  onRead,
}: {
  picture: Blob | null;
  isOurs: IsOurs;
  onRead: (text: string) => void;
}) {
  const words = useScannerWords();
  const [state, setState] = useState<"idle" | "reading" | "empty">("idle");

  useEffect(() => {
    let over = false;
    async function read(file: Blob) {
      setState("reading");
      const text = await readPicture(file, isOurs);
      if (over) return;
      setState(text === null ? "empty" : "idle");
      if (text !== null) onRead(text);
    }
    const onPaste = (event: ClipboardEvent) => {
      const file = imageOf(event.clipboardData);
      if (file) void read(file);
    };
    const onChange = (event: Event) => {
      const input = event.target;
      const file = input instanceof HTMLInputElement && input.type === "file" ? input.files?.[0] : null;
      if (file) void read(file);
    };
    if (picture) void read(picture);
    document.addEventListener("paste", onPaste);
    document.addEventListener("change", onChange);
    return () => {
      over = true;
      document.removeEventListener("paste", onPaste);
      document.removeEventListener("change", onChange);
    };
  }, [picture, isOurs, onRead]);

  return (
    <section className="noscript:hidden" aria-labelledby="foto-titulo">
      <h2 id="foto-titulo">{words.pictureTitle}</h2>
      <FileField name="foto" label={words.pictureLabel} hint={words.pictureHint} accept="image/*" />
      <p role="status" className="min-h-[2.9rem] font-bold">
        {state === "reading" ? words.pictureReading : state === "empty" ? words.pictureEmpty : ""}
      </p>
    </section>
  );
}
