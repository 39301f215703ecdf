'use client';
import { PageError } from '@/components/shell/page-error';

export default function BoardErrorPage({ reset }: { readonly reset: () => void }) {
  return <PageError onRetry={reset} />;
}
