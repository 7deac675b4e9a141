"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { forgetTyped } from "@/components/form/typed-store";

const ASK = "/salir/pendientes";

/**
 * Signs out. What was typed leaves the browser; where codes that were read without internet still wait, it asks first
 * what becomes of them. Without scripts none can wait.
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
  const [left, setLeft] = useState(false);

  async function leave(form: HTMLFormElement) {
    // What the device keeps is at fault when this fails; nobody is held back by it.
    const waits = await leaveWith(owner, throwAway).catch(() => false);
    if (waits) return window.location.assign(ASK);
    forgetTyped();
    setLeft(true);
    form.submit();
  }

  return (
    <form
      method="post"
      action="/salir"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!left) void leave(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}

/** Takes the person's things off the device; true, and nothing done, where they must be asked first. */
async function leaveWith(owner: string, throwAway: boolean | undefined): Promise<boolean> {
  if (!owner) return false;
  const [{ leaveDevice }, { listWaiting }] = await Promise.all([import("./leave-device"), import("./queue")]);
  if (throwAway === undefined && (await listWaiting(owner)).length > 0) return true;
  await leaveDevice(owner, { throwAway });
  return false;
}
