import type { Messages } from "@/messages/es-CO";

/** A sentence that the cashier can read to the customer. */
export function TellCustomer({ counter, children }: { counter: Messages["counter"]; children: string }) {
  return (
    <section aria-labelledby="decir" className="mt-5 mb-4">
      <h2 id="decir" className="mt-0">
        {counter.adviceTitle}
      </h2>
      <blockquote className="border-l-4 border-ink pl-[0.9rem] text-lg leading-[1.35]">
        <p className="m-0">{children}</p>
      </blockquote>
    </section>
  );
}
