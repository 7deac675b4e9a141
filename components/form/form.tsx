"use client";

import { type FormEventHandler, type ReactNode, type Ref, useActionState } from "react";
import { DeadLine } from "./dead-line";
import type { FormSchema } from "./early-check";
import { FormHead } from "./form-head";
import { formName, NAME_FIELD } from "./form-name";
import { type FormState, type FormValues, idle } from "./form-state";
import type { FormView } from "./form-view";
import { useFormWords } from "./form-words";
import { useFormsFor } from "./forms-for";
import { useKeptForm } from "./kept-forms";
import { KEY_FIELD } from "./typed-fields";
import { useEarlyCheck } from "./use-early-check";
import { useFormView } from "./use-form-view";
import { useKeepTyped } from "./use-keep-typed";

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export type FormFields = {
  view: FormView;
  /** Name, id, error and value of a text, select or file field. */
  field: (name: string) => { name: string; id: string; error?: string; defaultValue?: string };
  /** Name, id, error and tick of a checkbox. */
  tick: (name: string) => { name: string; id: string; error?: string; defaultChecked: boolean };
  /**
   * One of several checkboxes that share a name. The first one has the error and is the target of the summary's
   * link.
   */
  tickOf: (
    name: string,
    value: string,
    at: number,
  ) => { name: string; id: string; value: string; error?: string; defaultChecked: boolean };
  /** Whether a submission is pending. */
  pending: boolean;
  /** Submits without a button, as a code reader does. */
  send: (form: FormData) => void;
  /** The offline note, for a form that places it itself. */
  note: ReactNode;
};

export type FormProps = {
  /** A server action, or the address of a route handler for forms with files. */
  action: FormAction | string;
  /** Loads the action's schema, so that the browser validates with it before the submission. */
  schema?: () => Promise<FormSchema>;
  /** Values of the fields before the first submission. */
  known?: FormValues;
  /** Result of the last submission in the page's address, after the redirect of a route handler. */
  answered?: FormState;
  /** Hidden values that say what the form is about. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Idempotency key: a repeated submission is the same write. The submitted key stays when the form comes back. */
  idempotencyKey?: string;
  /** Names in the order of the page, for the summary. */
  order?: readonly string[];
  /** Makes the ids of several forms on one page unique. */
  suffix?: string;
  /** Shown instead of the form when the action succeeds without a redirect. */
  done?: string;
  /** Content shown while offline. */
  instead?: ReactNode;
  /** Set when the form places the offline note itself. */
  placesNote?: boolean;
  /** Set when a parent handles lost answers. */
  leavesDeadLine?: boolean;
  /** Id of the form element, for buttons that stand outside of it. */
  id?: string;
  className?: string;
  ref?: Ref<HTMLFormElement>;
  onInput?: FormEventHandler<HTMLFormElement>;
  onChange?: FormEventHandler<HTMLFormElement>;
  /** Runs first. When it prevents the event, the form is neither validated nor sent. */
  onSubmit?: FormEventHandler<HTMLFormElement>;
  children: ReactNode | ((fields: FormFields) => ReactNode);
};

/** Placeholder where a route handler takes the form. */
const noAction: FormAction = async () => idle;

/**
 * The only form component: error summary, validation on blur, works without scripts. What was typed survives
 * errors, a lost connection, a reload, going back and the end of the session. Its words come from the section's
 * provider.
 */
export function Form({ instead, ...form }: FormProps) {
  if (form.leavesDeadLine) return <FormBody {...form} />;
  return (
    <DeadLine instead={instead}>
      {({ typed, onSubmit, note }) => (
        <FormBody
          {...form}
          known={typed ? { ...form.known, ...typed } : form.known}
          onSubmit={(event) => {
            form.onSubmit?.(event);
            if (!event.defaultPrevented) onSubmit(event);
          }}
          note={note}
        />
      )}
    </DeadLine>
  );
}

function FormBody({
  action,
  schema,
  known,
  answered = idle,
  hidden = {},
  idempotencyKey,
  order,
  suffix,
  done,
  onSubmit,
  onInput,
  placesNote = false,
  leavesDeadLine: _,
  note = null,
  children,
  ...attributes
}: Omit<FormProps, "instead"> & { note?: ReactNode }) {
  const words = useFormWords();
  const provider = useFormsFor();
  const address = typeof action === "string" ? action : null;
  const [answer, submit, pending] = useActionState(typeof action === "string" ? noAction : action, idle);
  const name = formName({ suffix, order, hidden });
  const back = useKeptForm(name, answered);
  const state = answer.status === "idle" ? back : answer;
  const { early, left, handlers } = useEarlyCheck(schema, onSubmit);
  const typed = useKeepTyped({ name, back: state, pending });
  const view = useFormView({ state, words, known, early, left, order });
  const idOf = (field: string) => (suffix ? `${field}-${suffix}` : field);
  if (done && answer.status === "done") return <p role="status">{done}</p>;

  const content =
    typeof children === "function"
      ? children({
          view,
          pending,
          send: submit,
          note,
          field: (name) => ({
            name,
            id: idOf(name),
            error: view.error(name),
            defaultValue: view.text(name),
          }),
          tick: (name) => ({
            name,
            id: idOf(name),
            error: view.error(name),
            defaultChecked: view.ticked(name),
          }),
          tickOf: (name, value, at) => ({
            name,
            id: idOf(at === 0 ? name : `${name}-${value}`),
            value,
            error: at === 0 ? view.error(name) : undefined,
            defaultChecked: view.among(name, value),
          }),
        })
      : children;
  return (
    <form
      {...attributes}
      {...(address === null
        ? { action: submit }
        : { action: address, method: "post", encType: "multipart/form-data" })}
      {...handlers}
      onInputCapture={() => {
        if (!typed.isFilling()) void handlers.onInputCapture();
      }}
      onInput={(event) => {
        typed.onInput(event);
        onInput?.(event);
      }}
      onSubmit={(event) => {
        void handlers.onSubmit(event);
        if (!event.defaultPrevented) typed.onSent(event.currentTarget);
      }}
      noValidate
    >
      <FormHead
        view={{ ...view, errors: view.errors.map((fault) => ({ ...fault, name: idOf(fault.name) })) }}
        title={words.errorSummary}
      />
      {placesNote ? null : note}
      <input ref={typed.anchor} type="hidden" name={NAME_FIELD} value={`${typed.owner}.${name}`} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* A submitted value stays, even when the page around it belongs to another provider by now. */}
      {provider ? <input type="hidden" name="provider" value={view.text("provider") ?? provider} /> : null}
      {idempotencyKey ? (
        <input type="hidden" name={KEY_FIELD} value={view.text(KEY_FIELD) ?? typed.key ?? idempotencyKey} />
      ) : null}
      {content}
    </form>
  );
}
