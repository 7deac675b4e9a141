import "server-only";
import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { noteDenied } from "@/app/_server/auth/denied";
import { otherProviderPlace, requireFormProvider } from "@/app/_server/auth/own-provider";
import { askAgainPlace, mustAskAgain } from "@/app/_server/auth/proof";
import { currentActor, doorTo, requireActor } from "@/app/_server/auth/session";
import { strangerOf } from "@/app/_server/auth/stranger";
import { type FormState, fieldErrors } from "@/components/form/form-state";
import { isDatabaseDown } from "@/db/connection";
import { type Client, currentClient } from "@/lib/http/client";
import { markRead, REQUEST_ID } from "@/lib/http/failures";
import { cleanForm, formValues, isOfOurSize } from "@/lib/http/form-data";
import { isOwnOrigin } from "@/lib/http/origin";
import { logError } from "@/lib/log";
import { isQueueFull } from "@/lib/priority-queue";
import { authorize, can, type Grant, type Permission, unnamedDevice } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { Stranger } from "@/model/stranger";
import { dropKeptForm, keepForm, keepTyped } from "./kept-form";
import { withRefusalText } from "./refusal-text";

/** Query of the outage page: a read changes nothing, but of a write it is unknown whether it was saved. */
const SENT = "motivo=envio&";

/**
 * Makes a server action for signed-in people: checks origin, session, permission, proof and schema, then calls `run`.
 * `run` redirects (303) or returns; a Refusal goes back to the form as its code.
 */
export function action<P extends Permission, S extends z.ZodType>(
  {
    needs,
    again,
    input,
    whenDown,
  }: {
    needs: P;
    /** Whether the act asks again who is there; by default what its permission says (model/access.ts). */
    again?: boolean;
    input: S;
    /**
     * Where to redirect while the database is down, for forms that must not be sent twice; by default back to
     * the page.
     */
    whenDown?: (input: z.output<S>) => string;
  },
  run: (grant: Grant<P>, input: z.output<S>, client: Client) => Promise<void>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> =>
    answer(form, {
      input,
      prepare: async () => {
        // The database is asked here first, so that an outage is handled by `whenDown` and not by the sign-in.
        const known = await currentActor();
        if (!known) await keepUnlessScripts(form);
        const actor = known ?? (await requireActor({ typed: true }));
        if (unnamedDevice(actor) && !can(actor, needs)) {
          await keepUnlessScripts(form);
          redirect(doorTo(await postedFrom(), true, actor));
        }
        const grant = authorize(actor, needs);
        requireFormProvider(actor, form.get("provider"));
        if (await mustAskAgain({ permission: needs, again })) {
          await keepUnlessScripts(form);
          redirect(askAgainPlace(await postedFrom(), true));
        }
        return (parsed, client) => run(grant, parsed, client);
      },
      whenDown,
      onDenied: async () => {
        const actor = await currentActor();
        if (actor) await noteDenied(actor, needs);
      },
      motive: needs === "order.look_up" || needs === "counter.work" ? "" : SENT,
    });
}

/** The same for anyone, signed in or not. Rate limits and its inputs limit what it may do. */
export function publicAction<S extends z.ZodType>(
  {
    input,
    saves,
  }: {
    input: S;
    /** Whether it may have been saved when the database stops answering, so that its sender must look first. */
    saves: boolean;
  },
  run: (input: z.output<S>, client: Client & Stranger) => Promise<void>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> =>
    answer(form, {
      input,
      prepare: async () => {
        const jar = await cookies();
        return (parsed, client) => run(parsed, { ...client, ...strangerOf(client.ip, jar) });
      },
      motive: saves ? SENT : "",
    });
}

/**
 * The answer to a form. With scripts the form shows it; without, it redirects (303) to the page, which shows
 * the stored form.
 */
async function answer<S extends z.ZodType>(form: FormData, how: Handling<S>): Promise<FormState> {
  const state = await judged(form, how);
  // Anything but a form has no page: there is nothing to store and nowhere to redirect to.
  const isForm = form instanceof FormData;
  if (!("values" in state) || !isForm || (await hasScripts())) return withRefusalText(state);
  if (state.status === "refused" && state.code === "other_provider") {
    // The person has switched providers: what was typed is stored for the provider that it was meant for.
    await keepTyped(await postedFrom(), form);
    redirect(otherProviderPlace(form.get("provider")));
  }
  if (!(await keepForm(await postedFrom(), form, state))) return withRefusalText(state);
  redirect(await postedFrom());
}

type Handling<S extends z.ZodType> = {
  input: S;
  /** Runs before the form is validated, so that somebody without the permission learns nothing about it. */
  prepare: () => Promise<(parsed: z.output<S>, client: Client) => Promise<void>>;
  whenDown?: (input: z.output<S>) => string;
  onDenied?: () => Promise<void>;
  /** Query that tells the outage page what was being sent. */
  motive?: string;
};

async function judged<S extends z.ZodType>(
  form: FormData,
  { input, prepare, whenDown, onDenied, motive = "" }: Handling<S>,
): Promise<FormState> {
  const sent = await headers();
  if (!isOwnOrigin(sent)) return { status: "refused", code: "not_allowed", values: {} };
  // When an action is posted to another page, Next forwards it with a request of its own, which would count for
  // our own address.
  if (sent.has("x-action-forwarded")) return { status: "refused", code: "unreadable", values: {} };
  // Our forms always send FormData, of their own size; anything else is ignored.
  if (!(form instanceof FormData && isOfOurSize(form)))
    return { status: "refused", code: "unreadable", values: {} };
  markRead(sent.get(REQUEST_ID));
  const { object, faults } = cleanForm(form);
  try {
    const run = await prepare();
    if (Object.keys(faults).length > 0)
      return { status: "invalid", fields: faults, values: formValues(form) };
    const parsed = input.safeParse(object);
    if (!parsed.success)
      return { status: "invalid", fields: fieldErrors(parsed.error), values: formValues(form) };
    await dropKeptForm(await postedFrom());
    await run(parsed.data, await currentClient());
    return { status: "done" };
  } catch (error) {
    unstable_rethrow(error);
    if (isQueueFull(error)) {
      logError("action.busy", error, {}, "warn");
      return { status: "refused", code: "busy", values: formValues(form) };
    }
    if (error instanceof Refusal) {
      if (error.code === "not_allowed") await onDenied?.();
      // Renders the page behind the form again, so that it shows the current state.
      if (error.code === "changed_since" || error.code === "draft_changed") refresh();
      return {
        status: "refused",
        code: error.code,
        until: error.until?.toISOString(),
        minutes: error.minutes,
        about: error.about,
        values: formValues(form),
      };
    }
    const down = isDatabaseDown(error);
    const errorId = logError(
      down ? "action.database_down" : "action.failed",
      error,
      {},
      down ? "warn" : "error",
    );
    const read = whenDown ? input.safeParse(object) : null;
    if (whenDown && read?.success) redirect(whenDown(read.data));
    // Returning a state keeps what was typed in the form; an error page would lose it.
    if (!down) return { status: "refused", code: "unexpected", errorId, values: formValues(form) };
    await keepUnlessScripts(form);
    redirect(`/no-disponible?${motive}volver=${encodeURIComponent(await postedFrom())}`);
  }
}

/** Stores what was typed until its page is opened again. With scripts the browser stores it. */
async function keepUnlessScripts(form: FormData): Promise<void> {
  if (!(await hasScripts())) await keepTyped(await postedFrom(), form);
}

/** Whether Next's client code sent the form. */
async function hasScripts(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** Path of the page whose form was posted. */
async function postedFrom(): Promise<string> {
  return (await headers()).get("x-path") ?? "/";
}
