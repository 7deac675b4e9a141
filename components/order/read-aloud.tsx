"use client";

import { buttonClass } from "@/components/ui/button";

/** Reads the order aloud, for people who cannot see the paper or the screen well. */
export function ReadAloud({ text, children }: { text: string; children: string }) {
  return (
    <button
      type="button"
      className={`${buttonClass("text")} noscript:hidden`}
      onClick={() => {
        const speech = new SpeechSynthesisUtterance(text);
        speech.lang = "es-CO";
        window.speechSynthesis.cancel();
        window.speechSynthesis.speak(speech);
      }}
    >
      {children}
    </button>
  );
}
