import "server-only";
import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { noteDenied } from "@/app/_server/auth/denied";
import { otherProviderPlace, requireFormProvider } from "@/app/_server/auth/own-provider";
import { currentActor, requireActor } from "@/app/_server/auth/session";
import { strangerOf } from "@/app/_server/auth/stranger";
import { type FormState, fieldErrors } from "@/components/form/form-state";
import { isDatabaseDown } from "@/db/connection";
import { type Client, currentClient } from "@/lib/http/client";
import { markRead, REQUEST_ID } from "@/lib/http/failures";
import { cleanForm, formValues } from "@/lib/http/form-data";
import { isOwnOrigin } from "@/lib/http/origin";
import { logError } from "@/lib/log";
import { authorize, type Grant, type Permission } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { Stranger } from "@/model/stranger";
import { dropKeptForm, keepForm, keepTyped } from "./kept-form";
import { withRefusalText } from "./refusal-text";

/**
 * Makes a server action of somebody signed in: own origin, who are you, may you, is it well formed, then
 * `run`. `run` redirects (303) or returns; a Refusal goes back to the form as its code.
 */
export function action<P extends Permission, S extends z.ZodType>(
  {
    needs,
    input,
    whenDown,
  }: {
    needs: P;
    input: S;
    /** Where to go while the database is down, for what must not be sent twice; else back to the page. */
    whenDown?: (input: z.output<S>) => string;
  },
  run: (grant: Grant<P>, input: z.output<S>, client: Client) => Promise<void>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> =>
    answer(form, {
      input,
      prepare: async () => {
        // Asked here first: a database that is down is told as `whenDown` says, not by the door.
        const known = await currentActor();
        if (!known) await keepUnlessScripts(form);
        const actor = known ?? (await requireActor({ typed: true }));
        const grant = authorize(actor, needs);
        requireFormProvider(actor, form.get("provider"));
        return (parsed, client) => run(grant, parsed, client);
      },
      whenDown,
      onDenied: async () => {
        const actor = await currentActor();
        if (actor) await noteDenied(actor, needs);
      },
      // A question changes nothing; of anything else it is not known whether it was saved.
      motive: needs === "order.look_up" ? "" : "motivo=envio&",
    });
}

/** The same for anyone, signed in or not. What it may do is limited by what it is given, and by budgets. */
export function publicAction<S extends z.ZodType>(
  { input }: { input: S },
  run: (input: z.output<S>, client: Client & Stranger) => Promise<void>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> =>
    answer(form, {
      input,
      prepare: async () => {
        const jar = await cookies();
        return (parsed, client) => run(parsed, { ...client, ...strangerOf(client.ip, jar) });
      },
    });
}

/** The answer to a form, where scripts show it; else it leads back to the page (303), which shows the kept form. */
async function answer<S extends z.ZodType>(form: FormData, how: Handling<S>): Promise<FormState> {
  const state = await judged(form, how);
  if (!("values" in state) || (await hasScripts())) return withRefusalText(state);
  if (state.status === "refused" && state.code === "other_provider") {
    // Its page is of another provider now: what was typed waits there for the one that it was meant for.
    await keepTyped(await postedFrom(), form);
    redirect(otherProviderPlace(form.get("provider")));
  }
  if (!(await keepForm(await postedFrom(), form, state))) return withRefusalText(state);
  redirect(await postedFrom());
}

type Handling<S extends z.ZodType> = {
  input: S;
  /** Runs before the form is read further: who may not send it learns nothing of it. */
  prepare: () => Promise<(parsed: z.output<S>, client: Client) => Promise<void>>;
  whenDown?: (input: z.output<S>) => string;
  onDenied?: () => Promise<void>;
  /** What the page for a database that is down says of the sending, as its query. */
  motive?: string;
};

async function judged<S extends z.ZodType>(
  form: FormData,
  { input, prepare, whenDown, onDenied, motive = "" }: Handling<S>,
): Promise<FormState> {
  const sent = await headers();
  if (!isOwnOrigin(sent)) return { status: "refused", code: "not_allowed", values: {} };
  // Posted to another page, the framework hands it on with a request of its own: it would count for our own address.
  if (sent.has("x-action-forwarded")) return { status: "refused", code: "unreadable", values: {} };
  // Called with something else than a form: nothing of ours does that, and nothing is read of it.
  if (!(form instanceof FormData)) return { status: "refused", code: "unreadable", values: {} };
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
    if (error instanceof Refusal) {
      if (error.code === "not_allowed") await onDenied?.();
      // The page behind the form is rendered again, so that it shows the present state.
      if (error.code === "changed_since") refresh();
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
    // What was typed stays in the form; the page of an error would lose it.
    if (!down) return { status: "refused", code: "unexpected", errorId, values: formValues(form) };
    await keepUnlessScripts(form);
    redirect(`/no-disponible?${motive}volver=${encodeURIComponent(await postedFrom())}`);
  }
}

/** Keeps what was typed for when its page is opened again; where scripts run, the browser has it. */
async function keepUnlessScripts(form: FormData): Promise<void> {
  if (!(await hasScripts())) await keepTyped(await postedFrom(), form);
}

/** Whether the browser's half of the framework sent the form. */
async function hasScripts(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** Path of the page whose form was posted. */
async function postedFrom(): Promise<string> {
  return (await headers()).get("x-path") ?? "/";
}
