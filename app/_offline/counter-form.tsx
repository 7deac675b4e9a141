"use client";

import type { ReactNode } from "react";
import { Form, type FormFields, type FormProps } from "@/components/form/form";

/** A form of the counter, which places the note about the missing connection itself. */
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
