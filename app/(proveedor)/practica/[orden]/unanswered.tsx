import type { ReactNode } from "react";
import { OfflineWordsProvider } from "@/app/_offline/offline-words";
import { PracticeOffline } from "@/app/_offline/practice-offline";
import { AnswerMain } from "@/app/(proveedor)/_answer/answer-main";
import { CallWay } from "@/app/(proveedor)/_answer/call-link";
import { PageBody } from "@/components/layout/page-body";
import { SignalPanel } from "@/components/order/signal-panel";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { OtherWays } from "@/components/ui/other-ways";
import type { CajaProfile } from "@/domain/caja/last-known";
import { type PracticeOrder, practicePaper } from "@/domain/practice/practice";
import type { Messages } from "@/messages/es-CO";
import { practicePath } from "../addresses";

/** The answer when the caja cannot be asked, because the phone is offline or the caja does not respond. */
export function Unanswered({
  verdict,
  order,
  caja,
  messages: { counter, offline, practice, publicPages },
  paper,
}: {
  verdict: "unconfirmed" | "unavailable";
  order: PracticeOrder;
  caja: CajaProfile;
  messages: Messages;
  paper: ReactNode;
}) {
  const { unavailable } = publicPages;
  const again = verdict === "unavailable" ? practicePath(order.code) : null;
  const finish = "/practica";
  const { value, issuedOn, validUntil } = practicePaper(order, new Date());
  return (
    <AnswerMain verdict={verdict}>
      {verdict === "unavailable" ? (
        <SignalPanel verdict="waiting" heading={unavailable.title} line={unavailable.what} />
      ) : null}
      <PageBody>
        {verdict === "unavailable" ? (
          <p>{unavailable.todo}</p>
        ) : (
          <>
            <h1 className="sr-only">{offline.title}</h1>
            <OfflineWordsProvider words={offline}>
              <PracticeOffline value={value ?? 0} issuedOn={issuedOn} validUntil={validUntil} />
            </OfflineWordsProvider>
            <p>{offline.saved}</p>
            <h2>{practice.paperBeside}</h2>
            {paper}
          </>
        )}
        <ActionBar>
          <ButtonLink href={again ?? finish} variant="outline">
            {again ? unavailable.again : practice.finish}
          </ButtonLink>
        </ActionBar>
        <OtherWays>
          {again ? (
            <ButtonLink href={finish} variant="row">
              {practice.finish}
            </ButtonLink>
          ) : null}
          {caja.phone ? <CallWay caja={caja} counter={counter} /> : null}
        </OtherWays>
      </PageBody>
    </AnswerMain>
  );
}
