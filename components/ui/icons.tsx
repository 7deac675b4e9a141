import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5L21 21" />
    </Icon>
  );
}

export function HistoryIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </Icon>
  );
}

export function StubsIcon() {
  return (
    <Icon>
      <path d="M4 4h16v6H4zM4 14h16v6H4z" />
    </Icon>
  );
}

export function PeopleIcon() {
  return (
    <Icon>
      <circle cx="9" cy="8" r="4" />
      <path d="M2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a4 4 0 010 7M18.5 15c2.2.8 3.5 2.5 3.5 5" />
    </Icon>
  );
}

export function CodeIcon() {
  return (
    <Icon>
      <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M20 18v2h-2M14 20h2v-2" />
    </Icon>
  );
}

export function MenuIcon() {
  return (
    <Icon>
      <path d="M4 7h16M4 12h16M4 17h16" />
    </Icon>
  );
}

export function EqualIcon() {
  return (
    <Icon>
      <path d="M5 9h14M5 15h14" />
    </Icon>
  );
}

export function DifferentIcon() {
  return (
    <Icon>
      <path d="M5 9h14M5 15h14M16 4L8 20" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="M4 13l5 5L20 6" />
    </Icon>
  );
}

export function PauseIcon() {
  return (
    <Icon>
      <path d="M9.5 8v8M14.5 8v8" />
    </Icon>
  );
}

export function PlayIcon() {
  return (
    <Icon>
      <path d="M10 8l6 4-6 4z" />
    </Icon>
  );
}
