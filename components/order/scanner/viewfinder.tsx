"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import type { Camera } from "./camera";
import type { Decode } from "./decoder";
import { useScannerWords } from "./scanner-words";
import { watchVideo } from "./watch-video";

/** After this long without a read, say what helps. */
const SLOW_READ_MS = 8_000;
/** How long the word about another's code stays after it was last seen. */
const FOREIGN_MS = 3_000;

/** The camera's picture with its square: reads by itself, and says what it sees. */
export function Viewfinder({
  camera,
  decode,
  isOurs,
  onRead,
  sending,
  leaveHref,
  canType,
}: {
  camera: Camera;
  decode: Decode;
  isOurs: (text: string) => boolean;
  onRead: (text: string) => void;
  sending: boolean;
  leaveHref: string;
  canType: boolean;
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
    void picture.play().catch(() => {}); // taken away before it began
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
    <section className="camera" data-camera={seen}>
      <div className="camera-bar">
        <Link href={leaveHref} prefetch={false}>
          <span aria-hidden="true">✕</span> {words.close}
        </Link>
        {camera.setTorch ? (
          <button type="button" aria-pressed={torch} onClick={switchTorch}>
            {words.torch} <span aria-hidden="true">☀</span>
          </button>
        ) : null}
      </div>
      <div className="camera-view">
        <video ref={video} muted playsInline tabIndex={-1} />
        <span className="camera-frame" aria-hidden="true" />
      </div>
      <div className="camera-foot">
        <p ref={instruction} tabIndex={-1} className="camera-instruction">
          {words.instruction}
        </p>
        <div className="camera-notices">
          <p role="status">{seen === "slow" ? words.slowRead : seen === "foreign" ? words.foreign : ""}</p>
          <p role="alert">{seen === "ours" ? words.read : ""}</p>
          {sending ? <p>{words.asking}</p> : null}
        </div>
        <p role="status" className="sr-only">
          {notice}
        </p>
        {seen === "foreign" ? (
          <button type="button" className="camera-link" onClick={() => onRead(foreign.current)}>
            {words.foreignMore}
          </button>
        ) : null}
        <ZoomSlider camera={camera} label={words.zoom} />
        {canType ? (
          <Link className="button button-outline" href={leaveHref} prefetch={false}>
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
    <label className="camera-zoom">
      {label}
      <input
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
