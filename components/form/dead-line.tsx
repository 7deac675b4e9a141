"use client";

import { Component, type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useOffline } from "@/components/layout/use-offline";
import type { FormValues } from "./form-state";
import { useFormWords } from "./form-words";
import { throwUnlessLost } from "./lost-line";
import { typedIn } from "./typed-fields";

type Line = {
  /** Values of the last submission that reached no server; null when there was none. */
  typed: FormValues | null;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Note that there is no internet and that nothing is lost. */
  note: ReactNode;
};

/**
 * A form that survives a lost connection: while offline nothing is sent, and when a submission reaches no
 * server the form is shown again with its values instead of the error page. Server errors are not caught.
 */
export class DeadLine extends Component<
  {
    /** Content shown while offline. */
    instead?: ReactNode;
    children: (line: Line) => ReactNode;
  },
  { lost: number }
> {
  override state = { lost: 0 };
  private typed: FormValues | null = null;

  static getDerivedStateFromError(error: unknown): { lost: number } {
    throwUnlessLost(error);
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
