import type { ReactNode } from "react";

export type TagSignal = "go" | "stop" | "warn" | "info" | "plain";

const shapes: Record<TagSignal, ReactNode> = {
  go: (
    <>
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="8" cy="8" r="3.5" />
    </>
  ),
  stop: <polygon points="5,0.5 11,0.5 15.5,5 15.5,11 11,15.5 5,15.5 0.5,11 0.5,5" />,
  warn: <polygon points="8,0 16,8 8,16 0,8" />,
  info: <rect x="1" y="1" width="14" height="14" rx="2" />,
  plain: <rect x="2" y="6.5" width="12" height="3" />,
};

const colours: Record<TagSignal, string> = {
  go: "text-go-text",
  stop: "text-stop-text",
  warn: "text-warn-text",
  info: "text-link",
  plain: "",
};

/** Shape of a state in its colour, to put beside its word. */
export function SignalShape({ signal, size }: { signal: TagSignal; size: string }) {
  return (
    <svg
      className={`${size} flex-none ${colours[signal]}`}
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[signal]}
    </svg>
  );
}

/** State in a list: shape, word and colour say the same. */
export function Tag({ signal, children }: { signal: TagSignal; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-[0.4rem] justify-self-start rounded border-[1.5px] border-current px-[0.55rem] py-[0.1rem] text-sm leading-[1.3] font-bold forced-colors:border-[CanvasText] ${colours[signal]}`}
    >
      <SignalShape signal={signal} size="size-3.5" />
      {children}
    </span>
  );
}

/** A state within a table: shape, word and colour, without the frame that many of them would make a fence of. */
export function SignalWord({ signal, children }: { signal: TagSignal; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-[0.35rem] font-bold ${colours[signal]}`}>
      <SignalShape signal={signal} size="size-3.5" />
      <span>{children}</span>
    </span>
  );
}
