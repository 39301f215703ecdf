import { AppFrame } from '@/components/shell/app-frame';
import { PageNotFound } from '@/components/shell/page-not-found';

export default function NotFound() {
  return (
    <AppFrame>
      <PageNotFound />
    </AppFrame>
  );
}
