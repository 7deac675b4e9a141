"use client";

import { useEffect, useState } from "react";
import { useOwner } from "@/components/form/kept-forms";
import { buttonClass } from "@/components/ui/button";
import { noteUse } from "./page-use";
import { listWaiting } from "./queue";
import { type Sending, sendOnce } from "./send-all";
import { SignOutForm } from "./sign-out-form";

type State = Sending | "sent";

/** Asks what to do with codes that still wait for an answer when their reader signs out. */
export function LeaveChoices({
  texts,
}: {
  texts: Record<
    "one" | "many" | "send" | "sending" | "notSent" | "sent" | "see" | "leave" | "throwAway" | "signOut",
    string
  >;
}) {
  const owner = useOwner();
  const [count, setCount] = useState<number | null>(null);
  const [state, setState] = useState<State>("idle");

  useEffect(() => {
    void listWaiting(owner).then((waiting) => setCount(waiting.length));
  }, [owner]);

  async function send() {
    // Another tab may be sending: its turn is waited for, and the same answer is not kept twice.
    setState("sending");
    noteUse();
    const reached = (await sendOnce(owner, () => {})) ?? "notSent";
    const left = (await listWaiting(owner)).length;
    setCount(left);
    setState(left === 0 ? "sent" : reached === "idle" ? "notSent" : reached);
  }

  const isSent = count === 0 || state === "sent";
  return (
    <>
      <p role="status">
        {isSent ? texts.sent : count === 1 ? texts.one : texts.many.replace("{n}", String(count ?? ""))}{" "}
        {state === "notSent" || state === "mustSignIn" ? texts.notSent : null}
      </p>
      {isSent ? (
        <>
          <p>
            <a className={buttonClass()} data-variant="primary" href="/consultar">
              {texts.see}
            </a>
          </p>
          <SignOutForm owner={owner} throwAway={false}>
            <button type="submit" className={buttonClass("outline")} data-variant="outline">
              {texts.signOut}
            </button>
          </SignOutForm>
        </>
      ) : (
        <div className="grid justify-items-start gap-3 *:w-full">
          <button
            type="button"
            className={buttonClass()}
            data-variant="primary"
            aria-disabled={state === "sending" || undefined}
            onClick={() => void send()}
          >
            {state === "sending" ? texts.sending : texts.send}
          </button>
          <SignOutForm owner={owner} throwAway={false}>
            <button type="submit" className={buttonClass("outline")} data-variant="outline">
              {texts.leave}
            </button>
          </SignOutForm>
          <SignOutForm owner={owner} throwAway>
            <button type="submit" className={buttonClass("text")} data-variant="text">
              {texts.throwAway}
            </button>
          </SignOutForm>
        </div>
      )}
    </>
  );
}
