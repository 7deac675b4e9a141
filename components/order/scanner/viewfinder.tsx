"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import type { Camera } from "./camera";
import type { Decode, IsOurs } from "./decoder";
import { useScannerWords } from "./scanner-words";
import { watchVideo } from "./watch-video";

/** Time without a read after which help is shown. */
const SLOW_READ_MS = 8_000;
/** How long the note about a foreign code stays after it was last seen. */
const FOREIGN_MS = 3_000;

const control =
  "inline-flex min-h-14 cursor-pointer items-center gap-2 px-3 font-bold text-white underline underline-offset-[0.18em]";
const pressed = [
  "aria-pressed:rounded-button aria-pressed:bg-warn aria-pressed:text-signal-ink",
  "forced-colors:aria-pressed:outline-3 forced-colors:aria-pressed:-outline-offset-5",
  "forced-colors:aria-pressed:outline-[Highlight]",
].join(" ");
const line = "m-0 max-w-none";
const square = [
  "absolute inset-0 m-auto aspect-square max-h-[88%] w-[min(72vmin,24rem,85%)] rounded-[14px]",
  "shadow-[0_0_0_100vmax_rgb(5_7_13/0.55)]",
  "before:absolute before:inset-0 before:rounded-[inherit] before:border-5",
].join(" ");

/** The camera's picture with the frame for the code. Scans continuously and says what it sees. */
export function Viewfinder({
  camera,
  decode,
  isOurs,
  onRead,
  sending,
  leaveHref,
  onClose,
}: {
  camera: Camera;
  decode: Decode;
  isOurs: IsOurs;
  onRead: (text: string) => void;
  sending: boolean;
  leaveHref?: string;
  /** Closes the camera where there is no page to leave for. */
  onClose: () => void;
}) {
  const words = useScannerWords();
  const video = useRef<HTMLVideoElement>(null);
  const instruction = useRef<HTMLParagraphElement>(null);
  const [seen, setSeen] = useState<"nothing" | "slow" | "foreign" | "ours">("nothing");
  const [notice, setNotice] = useState("");
  const foreign = useRef("");
  const [torch, setTorch] = useState(false);

  useEffect(() => {
    window.scrollTo(0, 0);
    instruction.current?.focus({ preventScroll: true });
    setNotice(words.opened);
  }, [words]);

  useEffect(() => {
    const picture = video.current;
    if (!picture) return;
    picture.srcObject = camera.stream;
    void picture.play().catch(() => {}); // removed before it started
    let foreignTimer = 0;
    const slowTimer = window.setTimeout(() => setSeen("slow"), SLOW_READ_MS);
    const stop = watchVideo(picture, decode, (text) => {
      window.clearTimeout(slowTimer);
      window.clearTimeout(foreignTimer);
      if (isOurs(text)) {
        stop();
        picture.pause();
        setSeen("ours");
        onRead(text);
        return;
      }
      foreign.current = text;
      setSeen("foreign");
      foreignTimer = window.setTimeout(() => setSeen("nothing"), FOREIGN_MS);
    });
    return () => {
      stop();
      window.clearTimeout(slowTimer);
      window.clearTimeout(foreignTimer);
      picture.srcObject = null;
    };
  }, [camera, decode, isOurs, onRead]);

  async function switchTorch() {
    const on = !torch;
    await camera.setTorch?.(on);
    setTorch(on);
    setNotice(on ? words.torchOn : words.torchOff);
  }

  return (
    <section
      className="flex min-h-dvh flex-col bg-camera text-white [&_:focus-visible]:outline-white"
      data-scanner
      data-camera={seen}
    >
      <div className="flex justify-between px-2 py-1">
        {leaveHref ? (
          <Link className={control} href={leaveHref} prefetch={false}>
            <span aria-hidden="true">✕</span> {words.close}
          </Link>
        ) : (
          <button type="button" className={control} onClick={onClose}>
            <span aria-hidden="true">✕</span> {words.close}
          </button>
        )}
        {camera.setTorch ? (
          <button
            type="button"
            className={`${control} ${pressed}`}
            aria-pressed={torch}
            onClick={switchTorch}
          >
            {words.torch} <span aria-hidden="true">☀</span>
          </button>
        ) : null}
      </div>
      <div className="relative min-h-52 flex-auto overflow-hidden">
        <video
          className="absolute inset-0 size-full object-cover"
          ref={video}
          muted
          playsInline
          tabIndex={-1}
        />
        <span
          className={`${square} ${seen === "ours" ? "before:border-white" : "before:border-warn before:mask-corners"}`}
          aria-hidden="true"
        />
      </div>
      <div className="mx-auto w-full max-w-[40rem] px-4 pt-3 pb-[calc(1rem+env(safe-area-inset-bottom))] text-center">
        <p ref={instruction} tabIndex={-1} className={`${line} text-2xl leading-[1.25] font-bold`}>
          {words.instruction}
        </p>
        <div className="min-h-[3.6rem] pt-1 pb-2">
          <p role="status" className={line}>
            {seen === "slow" ? words.slowRead : seen === "foreign" ? words.foreign : ""}
          </p>
          <p role="alert" className={line}>
            {seen === "ours" ? words.read : ""}
          </p>
          {sending ? <p className={line}>{words.asking}</p> : null}
        </div>
        <p role="status" className="sr-only">
          {notice}
        </p>
        {seen === "foreign" ? (
          <button type="button" className={control} onClick={() => onRead(foreign.current)}>
            {words.foreignMore}
          </button>
        ) : null}
        <ZoomSlider camera={camera} label={words.zoom} />
        {leaveHref ? (
          <Link className={buttonClass("light")} href={leaveHref} prefetch={false}>
            {words.typeNumbers}
          </Link>
        ) : null}
      </div>
    </section>
  );
}

function ZoomSlider({ camera, label }: { camera: Camera; label: string }) {
  if (!camera.zoom) return null;
  const { min, max, step } = camera.zoom;
  return (
    <label className="mb-2 flex min-h-12 items-center gap-3">
      {label}
      <input
        className="h-11 min-w-0 flex-1 accent-warn"
        type="range"
        min={min}
        max={max}
        step={step || 0.1}
        defaultValue={min}
        onChange={(event) => void camera.setZoom(Number(event.currentTarget.value))}
      />
    </label>
  );
}
