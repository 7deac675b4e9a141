import type { ReactNode } from "react";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import type { LinkState } from "@/db/contract/functions.generated";
import { currentMessages } from "@/messages";

/** Shown when the link of an e-mail cannot be used: the reason, and what to do instead. */
export async function DeadLink({
  state,
  again,
}: {
  state: Exclude<LinkState, "ok"> | "unknown";
  /** Link that asks for a new e-mail, where that is possible. */
  again?: ReactNode;
}) {
  const words = (await currentMessages()).account.link;
  const texts = {
    used: words.usedText,
    expired: words.expiredText,
    superseded: words.supersededText,
    cancelled: words.cancelledText,
    inviter_left: words.inviterLeftText,
    unknown: words.unknownText,
  };
  return (
    <Page title={words[state]}>
      <p>{texts[state]}</p>
      {state === "expired" || state === "superseded" ? again : null}
      <ButtonLink href="/ingresar" variant={state === "used" ? "primary" : "outline"}>
        {words.signIn}
      </ButtonLink>
    </Page>
  );
}
