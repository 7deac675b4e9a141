"use client";

import { useEffect } from "react";
import type { Signal } from "@/domain/lookup/verdict";

type Cue = { notes: { hertz: number; at: number; seconds: number }[]; vibration: number[] };

/** One sound per signal, at most 0.4 s; blue is silent. */
const cues: Record<Exclude<Signal, "info">, Cue> = {
  go: {
    notes: [
      { hertz: 660, at: 0, seconds: 0.14 },
      { hertz: 880, at: 0.16, seconds: 0.2 },
    ],
    vibration: [60],
  },
  stop: {
    notes: [
      { hertz: 150, at: 0, seconds: 0.16 },
      { hertz: 150, at: 0.22, seconds: 0.16 },
    ],
    vibration: [200, 100, 200],
  },
  warn: { notes: [{ hertz: 440, at: 0, seconds: 0.2 }], vibration: [80, 60, 80] },
};

/** Plays a sound and vibrates once for an answer. Where the browser blocks it, the screen is enough. */
export function SignalCue({ signal }: { signal: Signal }) {
  useEffect(() => {
    if (signal === "info") return;
    const { notes, vibration } = cues[signal];
    // Before a user gesture browsers block both and log a warning.
    if (!navigator.userActivation?.hasBeenActive) return;
    navigator.vibrate?.(vibration);
    const audio = new AudioContext();
    for (const { hertz, at, seconds } of notes) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.type = signal === "stop" ? "sawtooth" : "sine";
      tone.frequency.value = hertz;
      volume.gain.value = 0.2;
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + at);
      tone.stop(audio.currentTime + at + seconds);
    }
    const timer = setTimeout(() => void audio.close(), 1_000);
    return () => {
      clearTimeout(timer);
      if (audio.state !== "closed") void audio.close();
    };
  }, [signal]);
  return null;
}
