"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { noteClass } from "@/components/ui/note";

/** Chromium's own event; no type library knows it yet. */
type InstallEvent = Event & { prompt(): Promise<unknown> };

const DISMISSED = "instalar.no";

/** Offers to install the app, where the browser can. "Not now" is stored on the device. */
export function InstallHint({
  title,
  text,
  ios,
  accept,
  decline,
}: Record<"title" | "text" | "ios" | "accept" | "decline", string>) {
  const [offer, setOffer] = useState<InstallEvent | "ios" | null>(null);

  useEffect(() => {
    if (wasDismissed() || matchMedia("(display-mode: standalone)").matches) return;
    if (isIos()) setOffer("ios");
    const onOffer = (event: Event) => {
      event.preventDefault();
      if ("prompt" in event) setOffer(event as InstallEvent);
    };
    const onInstalled = () => setOffer(null);
    window.addEventListener("beforeinstallprompt", onOffer);
    window.addEventListener("appinstalled", onInstalled);
    return () => {
      window.removeEventListener("beforeinstallprompt", onOffer);
      window.removeEventListener("appinstalled", onInstalled);
    };
  }, []);

  if (offer === null) return null;
  function close() {
    setOffer(null);
    try {
      localStorage.setItem(DISMISSED, "1");
    } catch {
      // A private window has no storage, so the hint is shown again.
    }
  }
  return (
    <section className={noteClass} aria-labelledby="instalar">
      <h2 id="instalar">{title}</h2>
      <p>{offer === "ios" ? ios : text}</p>
      <p className="flex flex-wrap gap-3">
        {offer === "ios" ? null : (
          <button
            type="button"
            className={buttonClass("outline")}
            onClick={() => {
              void offer.prompt();
              setOffer(null);
            }}
          >
            {accept}
          </button>
        )}
        <button type="button" className={buttonClass("text")} onClick={close}>
          {decline}
        </button>
      </p>
    </section>
  );
}

function wasDismissed(): boolean {
  try {
    return localStorage.getItem(DISMISSED) !== null;
  } catch {
    return false;
  }
}

/** Safari on a phone or tablet that is not installed yet; an iPad says that it is a Mac. */
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  const apple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return apple && !("standalone" in navigator && navigator.standalone === true);
}
