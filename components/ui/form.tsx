'use client';
import type { ReactNode } from 'react';

/**
 * Hands what was typed to `onSubmit`, by the names of the fields; the page stays. What is sent before the page
 * listens is kept by React, which hands it over then: the browser would put it into the address, passwords too.
 */
export function Form({
  id,
  onSubmit,
  children,
}: {
  readonly id?: string;
  readonly onSubmit: (field: (name: string) => string) => void;
  readonly children: ReactNode;
}) {
  return (
    <form
      id={id}
      className="flex flex-col gap-3"
      action={(form) => {
        onSubmit((name) => textIn(form, name));
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onSubmit((name) => textIn(form, name));
      }}
    >
      {children}
    </form>
  );
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
