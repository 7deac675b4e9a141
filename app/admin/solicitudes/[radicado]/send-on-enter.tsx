"use client";

import { REASON_FORM } from "./reason-form";

/**
 * What Enter in the form of a reason presses: browsers take the form's first button on the page, and the steps of the
 * desk, which are its buttons too, stand before its own. Nobody sees it, but a browser may skip what is not rendered.
 */
export function SendOnEnter() {
  return (
    <button
      type="submit"
      form={REASON_FORM}
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
      onClick={(event) => {
        // Like the form's own button it sends once.
        if (document.querySelector(`#${REASON_FORM} button[aria-disabled=true]`)) event.preventDefault();
      }}
    />
  );
}
