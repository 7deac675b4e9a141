"use client";

import type { ReactNode } from "react";
import { Form, type FormFields, type FormProps } from "@/components/form/form";

/** A form of the counter: the note that there is no internet stands where the form asks for it. */
export function CounterForm({
  children,
  ...form
}: Omit<FormProps, "children" | "placesNote"> & {
  children: (fields: FormFields, note: ReactNode) => ReactNode;
}) {
  return (
    <Form {...form} placesNote>
      {(fields) => children(fields, fields.note)}
    </Form>
  );
}
