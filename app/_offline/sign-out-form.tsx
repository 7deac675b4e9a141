"use client";

import type { FormEvent, ReactNode } from "react";
import { forgetTyped } from "@/components/form/typed-store";

const ASK = "/salir/pendientes";

/**
 * Signs out and deletes what was typed. When offline scans still wait, it first asks what to do with them.
 * Without scripts none can wait.
 * @param throwAway what to do with them where the person was asked already
 */
export function SignOutForm({
  owner,
  throwAway,
  children,
}: {
  owner: string;
  throwAway?: boolean;
  children: ReactNode;
}) {
  async function leave(form: HTMLFormElement) {
    // A failure of the device's storage must not keep anybody from signing out.
    const waits = await import("./leave-device")
      .then(({ leaveOrAsk }) => leaveOrAsk(owner, throwAway))
      .catch(() => null);
    if (waits) return window.location.assign(ASK);
    forgetTyped();
    // Else the page after it clears the device (forget-left.tsx).
    if (waits === false) form.action = "/salir?limpio=1";
    form.submit();
  }

  return (
    <form
      method="post"
      action="/salir"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        void leave(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}
