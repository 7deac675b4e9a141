"use client";

import { unstable_rethrow } from "next/navigation";
import { Component, type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { FormValues } from "@/components/form/form-state";
import { useFormWords } from "@/components/form/form-words";
import { useOffline } from "./use-offline";

type Kept = { typed: FormValues | null; lost: number };

type Typed = {
  /** What was typed before a sending that reached nobody; null when there was none. */
  kept: FormValues | null;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Says that there is no internet and that nothing is lost; stands beside the button. */
  note: ReactNode;
};

/**
 * A form that survives a dead line: with no network nothing is sent, and when a sending reaches nobody the form
 * comes again with what was typed, in place of the page for faults. A fault of the server stays one.
 */
export class KeepTyped extends Component<
  {
    /** What can be done without internet. */
    instead?: ReactNode;
    children: (typed: Typed) => ReactNode;
  },
  { lost: number }
> {
  override state = { lost: 0 };
  private typed: FormValues | null = null;

  static getDerivedStateFromError(error: unknown): Partial<Kept> {
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
    this.typed = typedIn(new FormData(event.currentTarget));
  };

  override render() {
    const { instead, children } = this.props;
    const { lost } = this.state;
    return (
      <Again key={lost} instead={instead} lost={lost > 0}>
        {(note) => children({ kept: lost > 0 ? this.typed : null, onSubmit: this.onSubmit, note })}
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
  const words = useFormWords();
  const offline = useOffline();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lost) note.current?.focus();
  }, [lost]);
  return children(
    <div role="status">
      {offline || lost ? (
        <div
          ref={note}
          className="rounded-field border-2 border-ink bg-sheet px-3 py-2 *:mb-1 *:last:mb-0"
          data-no-network
          tabIndex={-1}
        >
          <p>
            <b>{words.offline?.typedStays}</b>
          </p>
          {instead ? <p>{instead}</p> : null}
        </div>
      ) : null}
    </div>,
  );
}

function typedIn(form: FormData): FormValues {
  const typed: FormValues = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$")) typed[name] = value;
  return typed;
}
