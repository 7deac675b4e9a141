"use client";

import { unstable_rethrow } from "next/navigation";
import { Component, type ReactNode, useEffect, useState } from "react";
import { useFormStatus } from "react-dom";
import { useCounterWords } from "@/app/(proveedor)/_answer/words-context";
import { buttonClass } from "@/components/ui/button";
import { noteClass } from "@/components/ui/note";

const SLOW_MS = 2_000;
const OFFER_MS = 8_000;

/** Shown when the answer to a use does not arrive: links to the result page and never sends the use again. */
export class UnknownOutcome extends Component<{ href: string; children: ReactNode }, { lost: boolean }> {
  override state = { lost: false };

  static getDerivedStateFromError(error: unknown) {
    unstable_rethrow(error); // a redirect travels as an error too
    return { lost: true };
  }

  override render() {
    const { href, children } = this.props;
    return this.state.lost ? <LostAnswer href={href} /> : children;
  }
}

function LostAnswer({ href }: { href: string }) {
  const { use } = useCounterWords();
  return (
    <div className={noteClass} role="alert">
      <h2>{use.unknown}</h2>
      <p>{use.unknownText}</p>
      <a className={buttonClass()} data-variant="primary" href={href}>
        {use.seeWhat}
      </a>
    </div>
  );
}

/** Shown while the answer to a use takes long: first a note that it is slow, then a link to the result. */
export function SlowNotice({ href }: { href: string }) {
  const { use } = useCounterWords();
  const { pending } = useFormStatus();
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    if (!pending) return;
    const timers = [SLOW_MS, OFFER_MS].map((ms) => setTimeout(() => setWaited(ms), ms));
    return () => {
      for (const timer of timers) clearTimeout(timer);
      setWaited(0);
    };
  }, [pending]);
  return (
    <p role="status">
      {waited >= SLOW_MS ? use.slow : null} {waited >= OFFER_MS ? <a href={href}>{use.seeWhat}</a> : null}
    </p>
  );
}
