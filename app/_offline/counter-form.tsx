"use client";

import type { ReactNode } from "react";
import { Form, type FormFields, type FormProps } from "@/components/form/form";
import { KeepTyped } from "./keep-typed";

/** A form of the counter: what was typed survives a dead line, and the note that says so stands where it asks for it. */
export function CounterForm({
  known,
  instead,
  children,
  ...form
}: Omit<FormProps, "children" | "onSubmit"> & {
  /** What can be done without internet. */
  instead?: ReactNode;
  children: (fields: FormFields, note: ReactNode) => ReactNode;
}) {
  return (
    <KeepTyped instead={instead}>
      {({ kept, onSubmit, note }) => (
        <Form {...form} known={kept ?? known} onSubmit={onSubmit}>
          {(fields) => children(fields, note)}
        </Form>
      )}
    </KeepTyped>
  );
}
