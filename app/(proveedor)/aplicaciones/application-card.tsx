import { ButtonLink } from "@/components/ui/button";
import { noteClass } from "@/components/ui/note";
import { Tag, type TagSignal } from "@/components/ui/tag";
import type { Application } from "@/db/queries/provider-application";
import type { RequestSummary } from "@/db/queries/request";
import type { OwnRenewal } from "@/domain/request/renew";
import { answerDay } from "@/domain/request/rules";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";
import { RenewalNote } from "./renewal-note";

type State = "ready" | "suspended" | "paused" | "none" | "submitted" | "returned" | "rejected";

const signals: Record<Exclude<State, "ready">, TagSignal> = {
  none: "plain",
  submitted: "info",
  returned: "warn",
  rejected: "stop",
  suspended: "stop",
  paused: "stop",
};

type Facts = {
  application: Application;
  granted: boolean;
  /** Why the provider is suspended; null when it is not. */
  suspension: string | null;
  /** Why its convenio lets nobody work today; null when it does. */
  pause: string | null;
  /** From when on the provider is suspended, although it works today. */
  coming: string | null;
  /** The provider's newest request for this application, renewals apart. */
  last: RequestSummary | null;
  /** What it has to give again, or has sent again; null without any. */
  renewal: OwnRenewal | null;
  isOwner: boolean;
  caja: { name: string; phone: string };
};

const stub =
  "mask-perforated mb-5 border border-t-8 border-rule bg-sheet px-4 pt-4 pb-[1.9rem] print:border print:border-black";

/** An application: its state and the next step. */
export async function ApplicationCard(facts: Facts) {
  const words = (await currentMessages()).requests.launcher;
  const { application, caja, renewal, isOwner } = facts;
  const state = stateOf(facts);
  const id = `aplicacion-${application.code}`;
  if (state === "ready") {
    return (
      <section className={`${stub} border-t-link`} data-state={state} aria-labelledby={id}>
        <p className="text-hint text-ink-soft">{words.application(application.code)}</p>
        <h2 id={id} className="mt-0 mb-2 font-extrabold tracking-[0.04em]">
          {application.title}
        </h2>
        <p>{application.description.replaceAll("{Caja}", caja.name)}</p>
        {facts.coming ? (
          <div className={noteClass}>
            <p>
              <b>{words.suspensionTitle}.</b> {facts.coming}
            </p>
          </div>
        ) : null}
        <ButtonLink href={application.path}>
          {application.buttonLabel}
          <span className="sr-only">{words.openSuffix(application.title)}</span>
        </ButtonLink>
        {renewal ? <RenewalNote renewal={renewal} isOwner={isOwner} /> : null}
      </section>
    );
  }
  return (
    <section className={`${stub} border-t-line`} data-state={state} aria-labelledby={id}>
      <h2 id={id} className="mt-0 mb-2 font-extrabold tracking-[0.04em]">
        {application.code}
      </h2>
      <p>
        <Tag signal={signals[state]}>{words.states[state]}</Tag>
      </p>
      <NextStep state={state} facts={facts} />
      {renewal ? <RenewalNote renewal={renewal} isOwner={isOwner} /> : null}
    </section>
  );
}

function stateOf({ granted, suspension, pause, last }: Facts): State {
  if (granted && suspension !== null) return "suspended";
  if (granted) return pause === null ? "ready" : "paused";
  return last === null || last.state === "approved" ? "none" : last.state;
}

async function NextStep({ state, facts }: { state: Exclude<State, "ready">; facts: Facts }) {
  const [{ requests }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const words = requests.launcher;
  const { application, suspension, pause, last, isOwner, caja } = facts;
  const request = `/aplicaciones/${application.code.toLowerCase()}/solicitar`;
  if (state === "suspended") {
    return (
      <>
        {suspension ? <p>{words.reason(suspension)}</p> : null}
        {caja.phone ? <p>{words.suspendedCall(caja.name, caja.phone)}</p> : null}
      </>
    );
  }
  if (state === "paused") {
    return (
      <>
        <p>{pause}</p>
        {caja.phone ? <p>{words.suspendedCall(caja.name, caja.phone)}</p> : null}
      </>
    );
  }
  if (!last || state === "none") {
    return (
      <>
        <p>{words.none}</p>
        {isOwner ? <ButtonLink href={request}>{words.request}</ButtonLink> : <p>{words.askOwner}</p>}
      </>
    );
  }
  const detail = `/solicitudes/${last.filingNumber}`;
  if (state === "submitted") {
    const day = answerDay(last.submittedAt);
    const late = bogotaDay(new Date()) > day;
    return (
      <>
        <p className="tabular-nums lining-nums">
          {late ? words.late(last.filingNumber) : words.filed(last.filingNumber, longDate(day, language))}
        </p>
        <ButtonLink href={detail} variant="outline">
          {words.seeState}
        </ButtonLink>
      </>
    );
  }
  const [href, label, ask] =
    state === "returned"
      ? [`${detail}/corregir`, words.correct, words.askOwnerCorrect]
      : [request, words.requestAgain, words.askOwner];
  return (
    <>
      <p>{state === "returned" ? last.reason : words.reason(last.reason ?? "")}</p>
      <div>
        {isOwner ? <ButtonLink href={href}>{label}</ButtonLink> : <p>{ask}</p>}
        <ButtonLink href={detail} variant="text">
          {words.seeState}
        </ButtonLink>
      </div>
    </>
  );
}
