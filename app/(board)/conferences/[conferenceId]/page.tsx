import { Desk } from '@/components/desk/desk';

export default async function ConferencePage({
  params,
}: {
  readonly params: Promise<{ conferenceId: string }>;
}) {
  const { conferenceId } = await params;
  return <Desk conferenceId={decodeURIComponent(conferenceId)} />;
}
