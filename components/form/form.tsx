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
import { useEarlyCheck } from "./use-early-check";
import { useFormView } from "./use-form-view";
import { useKeepTyped } from "./use-keep-typed";

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export type FormFields = {
  view: FormView;
  /** Name, id, error and value of a text, a list of choices or a file. */
  field: (name: string) => { name: string; id: string; error?: string; defaultValue?: string };
  /** Name, id, error and tick of a box. */
  tick: (name: string) => { name: string; id: string; error?: string; defaultChecked: boolean };
  /** One of several boxes that share a name; the first of them carries the error and the summary's link. */
  tickOf: (
    name: string,
    value: string,
    at: number,
  ) => { name: string; id: string; value: string; error?: string; defaultChecked: boolean };
  /** Whether the answer is on its way. */
  pending: boolean;
  /** Sends what no button sent, as a code reader does. */
  send: (form: FormData) => void;
  /** Says that there is no internet and that nothing is lost, for a form that places it itself. */
  note: ReactNode;
};

export type FormProps = {
  /** A server action; or the address of a route handler, where files go. */
  action: FormAction | string;
  /** Loads the action's own schema, so that the browser checks with it too, before sending. */
  schema?: () => Promise<FormSchema>;
  /** What the fields show before anything was sent. */
  known?: FormValues;
  /** What the page itself knows of the last sending: a route handler answers by leading back to it. */
  answered?: FormState;
  /** What the form is about, as the page shows it. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Makes a second sending the same write; what was sent once stays when the form comes back. */
  idempotencyKey?: string;
  /** Names as they stand on the page, for the summary. */
  order?: readonly string[];
  /** Keeps the ids of several forms on one page apart. */
  suffix?: string;
  /** Said in place of the form when the action answers without leading elsewhere. */
  done?: string;
  /** What can be done without internet. */
  instead?: ReactNode;
  /** The form says itself where the note of a dead line stands. */
  placesNote?: boolean;
  /** Left to whoever stands around the form, where it matters whether the answer got lost. */
  leavesDeadLine?: boolean;
  className?: string;
  ref?: Ref<HTMLFormElement>;
  onInput?: FormEventHandler<HTMLFormElement>;
  onChange?: FormEventHandler<HTMLFormElement>;
  /** Runs first; what it prevents is neither checked nor sent. */
  onSubmit?: FormEventHandler<HTMLFormElement>;
  children: ReactNode | ((fields: FormFields) => ReactNode);
};

/** Stands in where a route handler takes the form. */
const noAction: FormAction = async () => idle;

/**
 * The one way to send something: one summary of what is wrong, what was typed stays, fields are checked as they are
 * left, and it works without scripts. What was typed also survives a dead line, a reload, the way back and a session
 * that ended. Its words come from the section's provider.
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
      {/* What was sent once stays, though the page around it may be of another provider by now. */}
      {provider ? <input type="hidden" name="provider" value={view.text("provider") ?? provider} /> : null}
      {idempotencyKey ? <input type="hidden" name="key" value={view.text("key") ?? idempotencyKey} /> : null}
      {content}
    </form>
  );
}
