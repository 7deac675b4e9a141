"use client";

import { unstable_rethrow } from "next/navigation";
import { Component, type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useOffline } from "@/components/layout/use-offline";
import type { FormValues } from "./form-state";
import { useFormWords } from "./form-words";
import { typedIn } from "./typed-fields";

type Line = {
  /** What was typed before a sending that reached nobody; null when there was none. */
  typed: FormValues | null;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Says that there is no internet and that nothing is lost. */
  note: ReactNode;
};

/**
 * A form that survives a dead line: with no network nothing is sent, and when a sending reaches nobody the form
 * comes again with what was typed, in place of the page for faults. A fault of the server stays one.
 */
export class DeadLine extends Component<
  {
    /** What can be done without internet. */
    instead?: ReactNode;
    children: (line: Line) => ReactNode;
  },
  { lost: number }
> {
  override state = { lost: 0 };
  private typed: FormValues | null = null;

  static getDerivedStateFromError(error: unknown): { lost: number } {
    unstable_rethrow(error); // a redirect travels as an error too
    // What `fetch` throws when nobody answers; everything else is not ours to hide.
    if (!(error instanceof TypeError) || "digest" in error) throw error;
    return { lost: Date.now() };
  }

  private readonly onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!navigator.onLine) {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>("[data-no-network]")?.focus();
      return;
    }
    this.typed = typedIn(event.currentTarget);
  };

  override render() {
    const { instead, children } = this.props;
    const { lost } = this.state;
    return (
      <Again key={lost} instead={instead} lost={lost > 0}>
        {(note) => children({ typed: lost > 0 ? this.typed : null, onSubmit: this.onSubmit, note })}
      </Again>
    );
  }
}

function Again({
  instead,
  lost,
  children,
}: {
  instead: ReactNode;
  lost: boolean;
  children: (note: ReactNode) => ReactNode;
}) {
  const { typedStays } = useFormWords();
  const offline = useOffline();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lost) note.current?.focus();
  }, [lost]);
  return children(
    <div aria-live="polite">
      {offline || lost ? (
        <div
          ref={note}
          className="rounded-field border-2 border-ink bg-sheet px-3 py-2 *:mb-1 *:last:mb-0"
          data-no-network
          tabIndex={-1}
        >
          <p>
            <b>{typedStays}</b>
          </p>
          {instead ? <p>{instead}</p> : null}
        </div>
      ) : null}
    </div>,
  );
}
