"use client";

import Link from "next/link";
import { useCallback, useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { type Camera, type CameraFault, knowsTheCamera, openCamera, rememberTheCamera } from "./camera";
import { type Decode, type IsOurs, loadDecoder } from "./decoder";
import { clearHandoff, peekHandoff } from "./handoff";
import { PictureField } from "./picture-field";
import { deniedWords, useScannerWords } from "./scanner-words";
import { takeSharedPicture } from "./shared-picture";
import { Viewfinder } from "./viewfinder";

type State =
  | { at: "before" | "preparing" | "paused" | CameraFault }
  | { at: "looking"; camera: Camera; decode: Decode };

/**
 * The scanner: explanation, errors, camera, and pictures of a code. The camera is opened by a tap only, here or
 * on the link to this page.
 */
export function Scanner({
  isOurs,
  onRead,
  sending,
  leaveHref,
}: {
  /** A text that is none of our codes is reported at once, and scanning goes on. */
  isOurs: IsOurs;
  onRead: (text: string, by: "camera" | "picture") => void;
  /** Whether the scanned code is being sent. */
  sending: boolean;
  /** Page on which the numbers can be typed, to return to when the scanner is closed; offline there is none. */
  leaveHref?: string;
}) {
  const words = useScannerWords();
  const [handoff] = useState(peekHandoff);
  const [picture, setPicture] = useState(handoff.picture);
  const [state, setState] = useState<State>({ at: handoff.tapped ? "preparing" : "before" });
  const turn = useRef(0);

  const start = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setState({ at: "preparing" });
    const decoder = loadDecoder(isOurs).catch(() => null);
    const camera = await openCamera();
    const decode = await decoder;
    const opened = typeof camera !== "string";
    if (mine !== turn.current || !decode) {
      if (opened) camera.stop();
      if (mine === turn.current) setState({ at: "before" });
      return;
    }
    if (opened) rememberTheCamera();
    setState(opened ? { at: "looking", camera, decode } : { at: camera });
  }, [isOurs]);

  // A camera that opens after the page was left is nobody's turn any more, and is stopped.
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  useEffect(() => {
    let left = false;
    clearHandoff();
    void takeSharedPicture().then((shared) => shared && setPicture(shared));
    if (handoff.tapped)
      void knowsTheCamera().then((known) => {
        if (!left) void (known ? start() : setState({ at: "before" }));
      });
    return () => {
      left = true;
    };
  }, [handoff, start]);

  const camera = state.at === "looking" ? state.camera : null;
  useEffect(() => {
    if (!camera) return;
    const pause = () => {
      if (document.hidden) setState({ at: "paused" });
    };
    const lost = () => setState({ at: "busy" });
    const [track] = camera.stream.getVideoTracks();
    document.addEventListener("visibilitychange", pause);
    track?.addEventListener("ended", lost);
    return () => {
      document.removeEventListener("visibilitychange", pause);
      track?.removeEventListener("ended", lost);
      camera.stop();
    };
  }, [camera]);

  const close = useCallback(() => setState({ at: "before" }), []);
  const readCode = useCallback((text: string) => onRead(text, "camera"), [onRead]);
  const readPicture = useCallback((text: string) => onRead(text, "picture"), [onRead]);

  if (state.at === "looking") {
    return (
      <Viewfinder
        camera={state.camera}
        decode={state.decode}
        isOurs={isOurs}
        onRead={readCode}
        sending={sending}
        leaveHref={leaveHref}
        onClose={close}
      />
    );
  }
  return (
    <>
      <div className="mb-6 grid gap-3" data-camera={state.at}>
        <p
          role="status"
          className={`m-0 noscript:hidden ${isFault(state.at) ? "border-l-6 border-warn-text bg-warn-soft px-4 py-3" : ""}`}
        >
          {standing(state.at, words)} {state.at === "denied" && leaveHref ? words.typeInstead : null}
        </p>
        {state.at === "preparing" ? null : (
          <button
            type="button"
            className={`${buttonClass()} noscript:hidden`}
            data-variant="primary"
            onClick={start}
          >
            {state.at === "before" || state.at === "paused" ? words.useCamera : words.retry}
          </button>
        )}
        {leaveHref ? (
          <Link className={buttonClass("outline")} href={leaveHref} prefetch={false}>
            {words.typeNumbers}
          </Link>
        ) : null}
      </div>
      <PictureField picture={picture} isOurs={isOurs} onRead={readPicture} />
    </>
  );
}

const isFault = (at: State["at"]) => at === "denied" || at === "busy" || at === "none";

function standing(at: Exclude<State["at"], "looking">, words: ReturnType<typeof useScannerWords>): string {
  switch (at) {
    case "before":
      return words.before;
    case "denied":
      return deniedWords(words, navigator.userAgent);
    default:
      return words[at];
  }
}
